import { MAX_SEATS } from '../base/room-limits.ts';

/** Numbers per disc in `MatchState.discs`: position in map units, speed in units per tick. */
export const DISC_X = 0;
export const DISC_Y = 1;
export const DISC_VX = 2;
export const DISC_VY = 3;
export const DISC_STRIDE = 4;

/** Index of the ball among the discs. The file's discs follow, then one disc per seat. */
export const BALL_DISC = 0;

/** Values of `MATCH.phase`. `warmUp` is the one of a room while no match is on. */
export const PHASE = {
  warmUp: 0,
  kickOff: 1,
  playing: 2,
  goal: 3,
  end: 4,
  countdown: 5,
} as const;
export type Phase = (typeof PHASE)[keyof typeof PHASE];

/** Value of `MATCH.pause` while paused; above 0 it is the ticks until play resumes. */
export const PAUSED = -1;

/** Names of the integers at the head of `MatchState.ints`, in order. */
const MATCH_FIELDS = [
  'phase',
  /** Ticks since the phase began; a countdown that is shorter begins later on the same way. */
  'phaseTicks',
  /** Ticks played so far; stands still outside of `playing`. */
  'clock',
  'sunScore',
  'waveScore',
  /** Team that kicks off, also the team that the kick-off barrier lets through. */
  'kickOffTeam',
  /** 0 = none. */
  'timeLimitTicks',
  /** 0 = none. */
  'scoreLimit',
  /** 0 = running. */
  'pause',
  /** Winner from the phase `end` to the next start: a team, or 0. */
  'winner',
  /** Ticks until the ball of a warm-up comes back from a goal; 0 = it is on the pitch. */
  'ballBack',
  /** Seat + 1 of the last two different players that played the ball; 0 = nobody. */
  'lastTouch',
  'previousTouch',
  /** Seat + 1 of who was in the ball's way since then; 0 = nobody. */
  'inTheWay',
  /** Seat + 1 of the last scorer and assistant; 0 = nobody. For the card at a goal. */
  'scorer',
  'assist',
  /**
   * Seat + 1 behind a shot that is under way, and of the opponent who stopped it; −1 = one
   * did, and it is no save.
   */
  'shooter',
  'saver',
  /** Ticks until that shot counts as over. */
  'shotTicks',
  /** Seat + 1 of the last shooter, and for how many ticks another kick of that seat is the same shot. */
  'shotBy',
  'shotRest',
  /** Kick rate limit: least ticks between kicks, ticks that a kick costs, kicks that save up. */
  'kickInterval',
  'kickRate',
  'kickBurstMax',
  /** Seeded generator, see random.ts. */
  'random0',
  'random1',
  'random2',
  'random3',
] as const;

/** Names of the integers of one seat, in order. */
const SEAT_FIELDS = [
  'team',
  /** Input of the last tick, to see a kick bit go up. */
  'input',
  /** 1 while a kick is armed: drawn as the white ring. */
  'kick',
  /** Ticks until the kick rate limit allows the next kick. */
  'kickWait',
  /** Ticks of credit for `MATCH.kickRate`; below 0 no kick is allowed. */
  'kickBurst',
  'goals',
  'assists',
  'ownGoals',
  'saves',
  'shots',
  'touches',
  'possession',
  /** Ticks until the contact with the ball counts as over; 0 = there is none. */
  'contact',
  /** The same for playing the ball, see touches.ts. */
  'play',
  /** Ticks of play since the input changed, up to IDLE_TICKS. */
  'still',
] as const;

type Indices<Names extends readonly string[]> = { readonly [Name in Names[number]]: number };

/** Index of each match integer in `MatchState.ints`. */
export const MATCH = indices(MATCH_FIELDS);

/** Offset of each seat integer; use it with `seatInt`. */
export const SEAT = indices(SEAT_FIELDS);

export const MATCH_INTS = MATCH_FIELDS.length;
export const SEAT_INTS = SEAT_FIELDS.length;

/** Index in `MatchState.ints` of a field of a seat. */
export function seatInt(seat: number, field: number): number {
  return MATCH_INTS + seat * SEAT_INTS + field;
}

/**
 * All of a running match, in one buffer: copy, hash and snapshot are one pass over `words`.
 * Its size depends on the number of discs of the arena alone.
 */
export type MatchState = {
  readonly buffer: ArrayBuffer;
  readonly discs: Float64Array;
  readonly ints: Int32Array;
  /** The whole buffer again, for copies and hashes. */
  readonly words: Uint32Array;
};

/** A match of zeros for an arena of `discCount` discs (players included). */
export function createMatchState(discCount: number): MatchState {
  const discBytes = discCount * DISC_STRIDE * Float64Array.BYTES_PER_ELEMENT;
  const intCount = MATCH_INTS + MAX_SEATS * SEAT_INTS;
  const buffer = new ArrayBuffer(discBytes + intCount * Int32Array.BYTES_PER_ELEMENT);
  return {
    buffer,
    discs: new Float64Array(buffer, 0, discCount * DISC_STRIDE),
    ints: new Int32Array(buffer, discBytes, intCount),
    words: new Uint32Array(buffer),
  };
}

/** Copies a match over another one of the same arena, without allocating. */
export function copyMatchState(from: MatchState, to: MatchState): void {
  to.words.set(from.words);
}

function indices<const Names extends readonly string[]>(names: Names): Indices<Names> {
  return Object.fromEntries(names.map((name, index) => [name, index])) as Indices<Names>;
}
