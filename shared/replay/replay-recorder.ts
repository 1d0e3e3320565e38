import { plainArena } from '../sim/physics/reshape.ts';
import type { Command } from '../room/command.ts';
import { isStarting } from '../sim/match/match-commands.ts';
import { MATCH, PHASE } from '../sim/match-state.ts';
import type { World } from '../room/world.ts';
import type { Replay } from '../wire/replay-file.ts';
import { OPENING, type Opening } from '../wire/replay-measures.ts';
import { PeerNames } from './peer-names.ts';
import { SegmentTape } from './segment-tape.ts';

/** A quarter of an hour, and the minute that is being recorded. */
export const KEPT_SEGMENTS = 16;

/** From the beginning of the last match, or everything that is kept. */
export type ReplayExtent = 'match' | 'all';

/**
 * [P8] Keeps what became final lately, to be saved at any time. A new segment begins after a minute,
 * with each match and each stadium, and at a snapshot; the oldest one goes when there are too many.
 */
export class ReplayRecorder {
  readonly #texts: (stadium: string) => string | null;
  readonly #tapes: SegmentTape[] = [];
  readonly #names = new PeerNames();
  #world: World | null = null;
  #arena: World['arena'] | null = null;
  #wasStopped = true;
  /** First tick of the match that goes on from another one; null: none does. */
  #playsOn: number | null = null;

  /** @param texts what a stadium travels as; null for one that everybody has */
  constructor(texts: (stadium: string) => string | null) {
    this.#texts = texts;
  }

  /** From here on it is this world that goes on; what was before ends. It is only looked at. */
  begin(world: World): void {
    if (this.#world) this.#tapes.at(-1)?.end(this.#world);
    this.#world = world;
    this.#cut(world, OPENING.snapshot);
  }

  /** @param world behind the final tick that these inputs and commands made */
  record(world: World, inputs: Uint8Array, commands: readonly Command[]): void {
    const tape = this.#tapes.at(-1);
    if (!tape) return;
    tape.record(world, inputs, commands);
    const phase = world.match.ints[MATCH.phase];
    const hasBegun = this.#wasStopped && phase === PHASE.kickOff;
    this.#wasStopped = isBefore(world);
    // [R46] A match as well, though it does not begin with a kick-off.
    const playsOn = world.room.playsOn?.from ?? null;
    const isTakenUp = playsOn !== null && playsOn !== this.#playsOn;
    this.#playsOn = playsOn;
    if (hasBegun || isTakenUp) this.#cut(world, OPENING.match);
    else if (tape.isFull || plainArena(world.arena) !== this.#arena)
      this.#cut(world, OPENING.goesOn);
  }

  /** Null when nothing was recorded. */
  take(extent: ReplayExtent, savedAtS: number): Replay | null {
    const first = extent === 'match' ? this.#findMatch() : 0;
    const tapes = this.#tapes.slice(first).filter(({ ticks }) => ticks > 0);
    const newest = this.#tapes.at(-1);
    const stadiums = new Map<string, string>();
    for (const { stadium, stadiumText, needed } of this.#tapes.slice(first)) {
      if (stadiumText !== null) stadiums.set(stadium, stadiumText);
      for (const id of needed) {
        const text = this.#texts(id);
        if (text !== null) stadiums.set(id, text);
      }
    }
    if (tapes.length === 0) return null;
    return {
      savedAtS,
      stadiums: [...stadiums].map(([id, text]) => ({ id, text })),
      segments: tapes.map((tape) => tape.copy(tape === newest ? this.#world : null)),
    };
  }

  #cut(world: World, opening: Opening): void {
    const tape = this.#takeTape() ?? new SegmentTape(world, this.#names);
    this.#wasStopped = isBefore(world);
    this.#arena = plainArena(world.arena);
    tape.start(world, opening, this.#texts(world.room.stadium));
    this.#tapes.push(tape);
  }

  /** One to record over: the newest when nothing is on it, else the oldest when there are enough. */
  #takeTape(): SegmentTape | undefined {
    if (this.#tapes.at(-1)?.ticks === 0) return this.#tapes.pop();
    return this.#tapes.length === KEPT_SEGMENTS ? this.#tapes.shift() : undefined;
  }

  #findMatch(): number {
    return Math.max(
      0,
      this.#tapes.findLastIndex(({ opening }) => opening === OPENING.match),
    );
  }
}

/** No match is on, or one is only counted down to. */
function isBefore({ match }: World): boolean {
  const phase = match.ints[MATCH.phase];
  return phase === PHASE.warmUp || phase === PHASE.end || isStarting(match);
}
