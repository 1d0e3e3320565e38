import { MAX_SEATS } from '../base/room-limits.ts';
import type { World } from '../room/world.ts';
import { type InputBits, toInputBits } from '../sim/input.ts';
import {
  BALL_DISC,
  DISC_STRIDE,
  DISC_X,
  DISC_Y,
  MATCH,
  SEAT,
  seatInt,
} from '../sim/match-state.ts';
import { playerDisc } from '../sim/physics/arena.ts';
import { type Seat, SEATS } from '../sim/seat.ts';
import type { ReplayCursor } from './replay-track.ts';

/** A ball that lies further from where it was then is another ball: nobody runs to it by chance. */
const BALL_APART = 10;
/** A disc as far from its place has been pushed, or has pushed somebody. */
const DISC_APART = 15;

/** What was recorded, at some tick of it. */
export type Recording = Pick<ReplayCursor, 'world' | 'inputs' | 'isAtEnd' | 'step'>;

/**
 * [V12] What players held once, for a match that goes another way from some tick on: each follows its
 * recording as long as it fits, which is as long as ball and own disc are where they were then.
 */
export class RecordedHands {
  readonly #cursor: Recording;
  readonly #fits: boolean[] = SEATS.map(() => true);

  /** @param cursor where the recording is left; it plays on by itself */
  constructor(cursor: Recording) {
    this.#cursor = cursor;
  }

  /** Before each tick of the other match. */
  follow(world: World): void {
    const then = this.#cursor.world;
    const isOver = this.#cursor.inputs.length < MAX_SEATS || this.#cursor.isAtEnd;
    const isOther =
      isOver || !isSameMatch(then, world) || apart(then, world, BALL_DISC) > BALL_APART ** 2;
    for (const seat of SEATS) {
      const isOwn = !isOther && isSameSeat(then, world, seat);
      const disc = playerDisc(world.arena, seat);
      this.#fits[seat] &&= isOwn && apart(then, world, disc) <= DISC_APART ** 2;
    }
  }

  /** What this seat holds in the tick; null where its recording fits no more, now or ever again. */
  bits(seat: Seat): InputBits | null {
    return this.#fits[seat] ? toInputBits(this.#cursor.inputs[seat]!) : null;
  }

  /** Behind each tick of the other match. */
  goOn(): void {
    this.#cursor.step();
  }
}

function isSameMatch(then: World, now: World): boolean {
  const [before, after] = [then.match.ints, now.match.ints];
  const isSameArena = then.match.words.length === now.match.words.length;
  const isSameTime = before[MATCH.clock] === after[MATCH.clock];
  return isSameArena && isSameTime && before[MATCH.phase] === after[MATCH.phase];
}

function isSameSeat(then: World, now: World, seat: Seat): boolean {
  const team = seatInt(seat, SEAT.team);
  return then.match.ints[team] === now.match.ints[team];
}

/** Square of how far a disc is from where it was then, in map units. */
function apart(then: World, now: World, disc: number): number {
  const at = disc * DISC_STRIDE;
  const [before, after] = [then.match.discs, now.match.discs];
  const dx = after[at + DISC_X]! - before[at + DISC_X]!;
  const dy = after[at + DISC_Y]! - before[at + DISC_Y]!;
  return dx * dx + dy * dy;
}
