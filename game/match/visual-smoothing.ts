import {
  BALL_DISC,
  DISC_STRIDE,
  DISC_X,
  DISC_Y,
  MATCH,
  type MatchState,
} from '../../shared/sim/match-state.ts';
import type { World } from '../../shared/room/world.ts';
import { crossesWall } from './wall-crossing.ts';

/** How fast a wrong guess is made good: small errors quickly, larger ones so that the eye follows. */
const SMALL_TAU_MS = 60;
const LARGE_TAU_MS = 100;
const BALL_TAU_MS = 50;
/** Map units; a pitch unit is about a pixel. */
const SMALL_ERROR = 4;
/** Further than this a slide would be a lie: jump. */
const SNAP_ERROR = 120;
/** Below this nobody sees it. */
const GONE_ERROR = 0.05;

/**
 * Hides the corrections of prediction: after a rollback each disc is drawn where it was, and the
 * difference decays. Nothing of this ever reaches the simulation.
 */
export class VisualSmoothing {
  #x = new Float64Array(0);
  #y = new Float64Array(0);
  /** The discs as they were shown at `#tick`, when one looked last. */
  #shown = new Float64Array(0);
  #tick = -1;
  #phase = -1;
  readonly #way = new Float64Array(4);

  offsetX(disc: number): number {
    return this.#x[disc] ?? 0;
  }

  offsetY(disc: number): number {
    return this.#y[disc] ?? 0;
  }

  /** Remembers what is predicted now, for the next `correct`. */
  remember(world: World): void {
    const { discs } = world.match;
    if (this.#shown.length !== discs.length) this.#resize(discs.length);
    this.#shown.set(discs);
    this.#tick = world.tick;
    this.#phase = world.match.ints[MATCH.phase]!;
  }

  /**
   * Takes in how the same tick looks after the session advanced. Call it after each tick: of a
   * tick further back there is no picture any more.
   *
   * @param ownDisc never smoothed, so that the own disc always obeys; -1 = none, as when the
   * correction is that own inputs came too late
   */
  correct(world: World, previous: World, ownDisc: number): void {
    const match = this.#matchOfRemembered(world, previous);
    if (match === null) return;
    if (world.match.ints[MATCH.phase] !== this.#phase) {
      this.reset();
      return;
    }
    const { discs } = match;
    if (discs.length !== this.#shown.length) return;
    for (let disc = 0; disc < this.#x.length; disc += 1) {
      if (disc === ownDisc) continue;
      const at = disc * DISC_STRIDE;
      this.#x[disc]! += this.#shown[at + DISC_X]! - discs[at + DISC_X]!;
      this.#y[disc]! += this.#shown[at + DISC_Y]! - discs[at + DISC_Y]!;
      const error = this.#error(disc);
      if (error > SNAP_ERROR || this.#leadsThroughWall(world, disc, error)) this.#clear(disc);
    }
  }

  /** Lets the offsets fade by the time since the last frame. */
  decay(deltaMs: number): void {
    for (let disc = 0; disc < this.#x.length; disc += 1) {
      const error = this.#error(disc);
      if (error === 0) continue;
      if (error < GONE_ERROR) {
        this.#clear(disc);
        continue;
      }
      const large = error >= SMALL_ERROR ? LARGE_TAU_MS : SMALL_TAU_MS;
      const keep = Math.exp(-deltaMs / (disc === BALL_DISC ? BALL_TAU_MS : large));
      this.#x[disc]! *= keep;
      this.#y[disc]! *= keep;
    }
  }

  reset(): void {
    this.#x.fill(0);
    this.#y.fill(0);
  }

  #matchOfRemembered(world: World, previous: World): MatchState | null {
    if (world.tick === this.#tick) return world.match;
    return world.tick === this.#tick + 1 ? previous.match : null;
  }

  /** A disc keeps its radius off any wall, so a shorter glide crosses none. */
  #leadsThroughWall({ arena, match }: World, disc: number, error: number): boolean {
    if (error <= arena.discs.radius[disc]!) return false;
    const at = disc * DISC_STRIDE;
    const x = match.discs[at + DISC_X]!;
    const y = match.discs[at + DISC_Y]!;
    const way = this.#way;
    way[0] = x + this.#x[disc]!;
    way[1] = y + this.#y[disc]!;
    way[2] = x;
    way[3] = y;
    return crossesWall(arena, disc, way);
  }

  #error(disc: number): number {
    return Math.hypot(this.#x[disc]!, this.#y[disc]!);
  }

  #clear(disc: number): void {
    this.#x[disc] = 0;
    this.#y[disc] = 0;
  }

  #resize(numbers: number): void {
    this.#shown = new Float64Array(numbers);
    this.#x = new Float64Array(numbers / DISC_STRIDE);
    this.#y = new Float64Array(numbers / DISC_STRIDE);
  }
}
