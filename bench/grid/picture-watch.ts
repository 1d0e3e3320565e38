import { VisualSmoothing } from '../../game/match/visual-smoothing.ts';
import { BALL_DISC, DISC_STRIDE, DISC_X, DISC_Y, MATCH } from '../../shared/sim/match-state.ts';
import { TICK_MS } from '../../shared/sim/tick.ts';
import type { World } from '../../shared/room/world.ts';
import { type Places, distance, placesOf } from './final-record.ts';
import { Samples } from './samples.ts';

const NO_DISC = -1;

export type PictureFigures = {
  /** How far from the truth the other players' discs were when a tick was first shown, map units. */
  readonly discError: Samples;
  readonly ballError: Samples;
  /** How far corrections moved any disc in a tick beyond its own motion, as it is drawn. */
  readonly pop: Samples;
  /** The same without smoothing. */
  readonly correction: Samples;
};

function createFigures(): PictureFigures {
  return {
    discError: new Samples(),
    ballError: new Samples(),
    pop: new Samples(),
    correction: new Samples(),
  };
}

/**
 * Watches what one player sees. `remember` goes before a netcode moves on, `take` after; `smooths` is
 * for a picture that goes through our smoothing.
 */
export class PictureWatch {
  readonly #smoothing: VisualSmoothing | null;
  readonly #ownDisc: number;
  readonly #otherDiscs: readonly number[];
  readonly #shown = new Map<number, Places>();
  figures = createFigures();
  #before: Places | null = null;
  #beforeTick = -1;
  #offsets: Float64Array = new Float64Array(0);

  constructor(ownDisc: number, otherDiscs: readonly number[], smooths: boolean) {
    this.#ownDisc = ownDisc;
    this.#otherDiscs = otherDiscs;
    this.#smoothing = smooths ? new VisualSmoothing() : null;
  }

  /** What was measured so far does not count. */
  clear(): void {
    this.figures = createFigures();
  }

  remember(world: World): void {
    this.#smoothing?.remember(world);
    this.#before = placesOf(world.match);
    this.#beforeTick = world.tick;
  }

  /**
   * @param previous the same prediction one tick earlier
   * @param isObeyed false when other inputs than the own ones were played: then the own disc glides too
   */
  take(world: World, previous: World, isObeyed = true): void {
    if (world.tick === this.#beforeTick) return;
    if (!this.#shown.has(world.tick)) this.#shown.set(world.tick, placesOf(world.match));
    this.#smoothing?.correct(world, previous, isObeyed ? this.#ownDisc : NO_DISC);
    this.#smoothing?.decay(TICK_MS);
    this.#measurePops(world, previous);
  }

  /** Compares all that was shown with what became final, and forgets it. */
  compare(finalAt: (tick: number) => Places | undefined): void {
    for (const [tick, shown] of this.#shown) {
      const truth = finalAt(tick);
      if (!truth) continue;
      this.#shown.delete(tick);
      this.figures.ballError.add(distance(shown, truth, BALL_DISC));
      for (const disc of this.#otherDiscs) {
        this.figures.discError.add(distance(shown, truth, disc));
      }
    }
  }

  #measurePops(world: World, previous: World): void {
    const before = this.#before;
    const offsets = this.#readOffsets(world);
    const isNext = before !== null && world.tick === this.#beforeTick + 1;
    // At a kick-off everything is put somewhere else: a jump that everybody expects.
    if (isNext && previous.match.ints[MATCH.phase] === before.phase) {
      for (const disc of [BALL_DISC, this.#ownDisc, ...this.#otherDiscs]) {
        const at = disc * DISC_STRIDE;
        const dx = (previous.match.discs[at + DISC_X] ?? 0) - (before.xy[disc * 2] ?? 0);
        const dy = (previous.match.discs[at + DISC_Y] ?? 0) - (before.xy[disc * 2 + 1] ?? 0);
        const glideX = (offsets[disc * 2] ?? 0) - (this.#offsets[disc * 2] ?? 0);
        const glideY = (offsets[disc * 2 + 1] ?? 0) - (this.#offsets[disc * 2 + 1] ?? 0);
        this.figures.correction.add(Math.hypot(dx, dy));
        this.figures.pop.add(Math.hypot(dx + glideX, dy + glideY));
      }
    }
    this.#offsets = offsets;
  }

  #readOffsets(world: World): Float64Array {
    const offsets = new Float64Array((world.match.discs.length / DISC_STRIDE) * 2);
    if (this.#smoothing === null) return offsets;
    for (let disc = 0; disc * 2 < offsets.length; disc++) {
      offsets[disc * 2] = this.#smoothing.offsetX(disc);
      offsets[disc * 2 + 1] = this.#smoothing.offsetY(disc);
    }
    return offsets;
  }
}
