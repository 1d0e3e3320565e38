import { plainArena } from '../sim/physics/reshape.ts';
import { MAX_SEATS } from '../base/room-limits.ts';
import {
  BALL_DISC,
  DISC_STRIDE,
  MATCH,
  type MatchState,
  SEAT,
  seatInt,
} from '../sim/match-state.ts';
import type { Arena } from '../sim/physics/arena.ts';
import { createScene, type Scene } from './sensorium/scene.ts';
import { type Pitch, pitchOf } from './sensorium/pitch.ts';
import { understands } from './understands.ts';

/** Ticks that a view remembers: more than the slowest reaction, and a power of two. */
const VIEW_TICKS = 32;

/** What all bots of a machine have seen of a match: the last half second, tick by tick. */
export class BotView {
  readonly #ring: readonly Scene[] = Array.from({ length: VIEW_TICKS }, createScene);
  #arena: Arena | null = null;
  #pitch: Pitch | null = null;
  #first = 0;
  #last = -1;

  /** Null until something was seen, and where bots understand nothing. */
  get pitch(): Pitch | null {
    return this.#pitch;
  }

  /**
   * Seen before each tick. A gap, or another map, makes all before it forgotten. [R40] What a script made of
   * its discs is not known to bots.
   */
  see(actual: Arena, match: MatchState, tick: number): void {
    const arena = plainArena(actual);
    if (this.#arena !== arena || tick !== this.#last + 1) {
      this.#pitch = understands(arena) === 'nothing' ? null : pitchOf(arena);
      this.#arena = arena;
      this.#first = tick;
    }
    this.#last = tick;
    const scene = this.#ring[tick & (VIEW_TICKS - 1)]!;
    const first = arena.firstPlayerDisc * DISC_STRIDE;
    for (let number = 0; number < DISC_STRIDE; number += 1) {
      scene.discs[number] = match.discs[BALL_DISC * DISC_STRIDE + number]!;
    }
    for (let number = 0; number < MAX_SEATS * DISC_STRIDE; number += 1) {
      scene.discs[DISC_STRIDE + number] = match.discs[first + number]!;
    }
    for (let seat = 0; seat < MAX_SEATS; seat += 1) {
      scene.teams[seat] = match.ints[seatInt(seat, SEAT.team)]!;
      scene.held[seat] = match.ints[seatInt(seat, SEAT.input)]!;
      scene.armed[seat] = match.ints[seatInt(seat, SEAT.kick)]!;
    }
    scene.tick = tick;
    scene.phase = match.ints[MATCH.phase]!;
    scene.kickOffTeam = match.ints[MATCH.kickOffTeam]!;
  }

  /** As it was before `tick`, or as long ago as is known. */
  at(tick: number): Scene {
    const known = Math.max(this.#first, this.#last - VIEW_TICKS + 1, Math.min(tick, this.#last));
    return this.#ring[known & (VIEW_TICKS - 1)]!;
  }
}
