import type { Timeline } from '../../shared/rollback/timeline.ts';
import type { Command } from '../../shared/room/command.ts';
import { EventBuffer } from '../../shared/sim/events.ts';
import {
  DISC_STRIDE,
  DISC_X,
  DISC_Y,
  MATCH,
  type MatchState,
} from '../../shared/sim/match-state.ts';
import { MAX_SEATS } from '../../shared/base/room-limits.ts';
import { stepWorld } from '../../shared/room/step-world.ts';
import { type World, cloneWorld, hashWorld } from '../../shared/room/world.ts';
import { HASH_EVERY_TICKS } from '../../shared/wire/input-packet.ts';
import { builtInArena } from '../../shared/stadium/built-in/built-in-stadiums.ts';

/** Where everything was at one tick: x and y of every disc, and the phase of the match. */
export type Places = { readonly xy: Float64Array; readonly phase: number };

/** The places of all discs and the phase, copied. */
export function placesOf(match: MatchState): Places {
  const count = match.discs.length / DISC_STRIDE;
  const xy = new Float64Array(count * 2);
  for (let disc = 0; disc < count; disc++) {
    xy[disc * 2] = match.discs[disc * DISC_STRIDE + DISC_X] ?? 0;
    xy[disc * 2 + 1] = match.discs[disc * DISC_STRIDE + DISC_Y] ?? 0;
  }
  return { xy, phase: match.ints[MATCH.phase] ?? 0 };
}

/** Distance between two places of a disc. */
export function distance(a: Places, b: Places, disc: number): number {
  const dx = (a.xy[disc * 2] ?? 0) - (b.xy[disc * 2] ?? 0);
  const dy = (a.xy[disc * 2 + 1] ?? 0) - (b.xy[disc * 2 + 1] ?? 0);
  return Math.hypot(dx, dy);
}

/**
 * What really happened at each tick: the fold of a timeline, made once more beside the peers. It is
 * what their pictures are compared with, and it checks their states on the way.
 */
export class FinalRecord {
  readonly #timeline: Timeline<Command>;
  readonly #inputs = new Uint8Array(MAX_SEATS);
  readonly #events = new EventBuffer();
  readonly #places = new Map<number, Places>();
  readonly #hashes = new Map<number, number>();
  readonly #world: World;

  /** @param world the fold of the timeline so far */
  constructor(world: World, timeline: Timeline<Command>) {
    this.#world = cloneWorld(world);
    this.#timeline = timeline;
    this.#remember();
  }

  /** Takes in what became final. */
  advance(): void {
    const world = this.#world;
    while (world.tick < this.#timeline.finalEnd) {
      this.#timeline.copyInputs(world.tick, this.#inputs, 0);
      const commands = this.#timeline.commandsAt(world.tick);
      this.#events.clear();
      stepWorld(world, this.#inputs, commands, builtInArena, this.#events);
      this.#remember();
    }
  }

  placesAt(tick: number): Places | undefined {
    return this.#places.get(tick);
  }

  /** Only of every HASH_EVERY_TICKS. */
  hashAt(tick: number): number | undefined {
    return this.#hashes.get(tick);
  }

  #remember(): void {
    this.#places.set(this.#world.tick, placesOf(this.#world.match));
    if (this.#world.tick % HASH_EVERY_TICKS !== 0) return;
    this.#hashes.set(this.#world.tick, hashWorld(this.#world));
  }
}
