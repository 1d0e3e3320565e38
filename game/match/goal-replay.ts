import type { MemberId } from '../../shared/room/command.ts';
import { findMember, type RoomState } from '../../shared/room/room-state.ts';
import { PHASE, type Phase } from '../../shared/sim/match-state.ts';
import { type Seat, SEATS } from '../../shared/sim/seat.ts';
import { TEAM_NONE, type Team } from '../../shared/sim/team.ts';
import { TICK_RATE } from '../../shared/sim/tick.ts';
import type { Frame } from './frame.ts';

/** Of the speed at which it was played. */
export const REPLAY_SPEED = 0.6;
/** What is shown: so much before the ball crossed the line, and so much behind it. */
const BEFORE_MS = 1150;
const BEHIND_MS = 200;
/** The goal is seen, and who scored it is read, before it is shown again. */
const FROM_TICKS = 0.95 * TICK_RATE;
/** Shorter than this there is nothing to see again: the picture came late, or the page was hidden. */
const LEAST_MS = 500;
/** Pictures that are kept: what is shown, at one a tick, with some to spare. */
const KEPT = 90;
/** A page that draws more slowly than this has a gap, which is not shown as a long wait. */
const GAP_MS = 100;

type Kept = {
  ms: number;
  x: Float64Array;
  y: Float64Array;
  ballSpeed: number;
  lastTouchTeam: Team;
  /** A bit for each seat. */
  kicking: number;
};

/**
 * [V30] The last goal once more, on this page alone: it keeps the pictures that were drawn, and draws
 * them again while everybody waits for the next kick-off. The room knows nothing of it (ADR 0039).
 */
export class GoalReplay {
  readonly #kept: Kept[] = Array.from({ length: KEPT }, emptyPicture);
  readonly #shown = new ReplayFrame();
  #source: Frame | null = null;
  #count = 0;
  #newest = KEPT - 1;
  /** Of the newest picture: the sum of the time between them, without gaps. */
  #ms = 0;
  /** Since then. */
  #sinceMs = 0;
  #lastMs = 0;
  #phase: Phase = PHASE.warmUp;
  #phaseTicks = -1;
  /** When the ball crossed the line, in time of the pictures; null while no goal is new. */
  #goalMs: number | null = null;
  /** Time of the picture that is shown; null while the match itself is. */
  #atMs: number | null = null;
  #wasKicking = false;

  /** True while the goal is shown instead of the match. */
  get isOn(): boolean {
    return this.#atMs !== null;
  }

  /**
   * The picture to draw now: `live` or one from before the goal. Call it for every frame that is drawn.
   *
   * @param nowMs of any clock that never goes back
   * @param isWanted false: nothing is shown again, and what is ends
   */
  follow(live: Frame, nowMs: number, isWanted: boolean): Frame {
    const deltaMs = Math.min(GAP_MS, Math.max(0, nowMs - this.#lastMs));
    this.#lastMs = nowMs;
    this.#sinceMs += deltaMs;
    if (live !== this.#source || live.discCount !== this.#kept[0]!.x.length) this.#begin(live);
    this.#keep(live);
    const isKicking = holdsKick(live);
    const isPressed = isKicking && !this.#wasKicking;
    this.#wasKicking = isKicking;
    if (this.#atMs !== null) this.#goOn(deltaMs, isWanted && !isPressed, live);
    else if (isWanted && this.#isDue(live)) this.#atMs = this.#fromMs;
    if (this.#atMs === null) return live;
    this.#show(live, this.#atMs);
    return this.#shown;
  }

  #begin(live: Frame): void {
    this.#source = live;
    for (const kept of this.#kept) {
      kept.x = new Float64Array(live.discCount);
      kept.y = new Float64Array(live.discCount);
    }
    this.#forget();
  }

  #forget(): void {
    this.#count = 0;
    this.#goalMs = null;
    this.#atMs = null;
  }

  /** One picture of each tick, as long as one follows from the other; behind a goal only what is shown. */
  #keep(live: Frame): void {
    const { phase, phaseTicks } = live;
    const before = this.#phase;
    // A match that is paused stands still: that is not shown again.
    const isSame = phase === before && phaseTicks === this.#phaseTicks;
    this.#phase = phase;
    this.#phaseTicks = phaseTicks;
    if (phase === PHASE.goal) {
      if (before !== PHASE.goal) this.#goalMs = this.#ms;
    } else if (phase === PHASE.kickOff && before !== PHASE.kickOff) this.#forget();
    // Also behind a goal that was only predicted and did not happen.
    else if (isInPlay(phase)) this.#goalMs = this.#atMs = null;
    if (isSame || !this.#isShownAgain(phase)) return;
    this.#ms += Math.min(GAP_MS, this.#sinceMs);
    this.#sinceMs = 0;
    this.#newest = (this.#newest + 1) % KEPT;
    this.#count = Math.min(KEPT, this.#count + 1);
    copyPicture(live, this.#kept[this.#newest]!, this.#ms);
  }

  #isShownAgain(phase: Phase): boolean {
    if (phase !== PHASE.goal) return isInPlay(phase);
    return this.#goalMs !== null && this.#ms < this.#goalMs + BEHIND_MS;
  }

  #isDue({ phase, phaseTicks }: Frame): boolean {
    if (phase !== PHASE.goal || phaseTicks < FROM_TICKS) return false;
    if (this.#goalMs === null || this.#count === 0) return false;
    return this.#kept[this.#newest]!.ms - this.#fromMs >= LEAST_MS;
  }

  /** The oldest picture of this goal. */
  get #fromMs(): number {
    const oldest = this.#kept[(this.#newest - this.#count + 1 + KEPT) % KEPT]!.ms;
    return Math.max(oldest, (this.#goalMs ?? 0) - BEFORE_MS);
  }

  #goOn(deltaMs: number, isWanted: boolean, { phase }: Frame): void {
    this.#atMs! += deltaMs * REPLAY_SPEED;
    const isOver = this.#atMs! > this.#kept[this.#newest]!.ms;
    const isPause = phase === PHASE.goal || phase === PHASE.countdown || phase === PHASE.end;
    if (isWanted && isPause && !isOver) return;
    // Once for each goal.
    this.#atMs = this.#goalMs = null;
  }

  #show(live: Frame, atMs: number): void {
    let after = this.#newest;
    let steps = this.#count;
    while (steps > 1 && this.#kept[(after - 1 + KEPT) % KEPT]!.ms > atMs) {
      after = (after - 1 + KEPT) % KEPT;
      steps -= 1;
    }
    const to = this.#kept[after]!;
    const from = steps > 1 ? this.#kept[(after - 1 + KEPT) % KEPT]! : to;
    const share = to.ms > from.ms ? Math.min(1, (atMs - from.ms) / (to.ms - from.ms)) : 1;
    this.#shown.set(live, from, to, share);
  }
}

/** A picture from before, in the room of now. */
class ReplayFrame implements Frame {
  x = new Float64Array(0);
  y = new Float64Array(0);
  tick = 0;
  discCount = 0;
  firstPlayerDisc = 0;
  ballSpeed = 0;
  lastTouchTeam: Team = TEAM_NONE;
  room!: RoomState;
  self: MemberId | null = null;
  readonly phase = PHASE.playing;
  readonly phaseTicks = 0;
  readonly kickOffTeam = TEAM_NONE;
  #kicking = 0;

  set(live: Frame, from: Kept, to: Kept, share: number): void {
    const count = live.discCount;
    if (this.x.length !== count) {
      this.x = new Float64Array(count);
      this.y = new Float64Array(count);
    }
    for (let disc = 0; disc < count; disc += 1) {
      this.x[disc] = from.x[disc]! + (to.x[disc]! - from.x[disc]!) * share;
      this.y[disc] = from.y[disc]! + (to.y[disc]! - from.y[disc]!) * share;
    }
    this.tick = live.tick;
    this.discCount = count;
    this.firstPlayerDisc = live.firstPlayerDisc;
    this.room = live.room;
    this.self = live.self;
    this.ballSpeed = to.ballSpeed;
    this.lastTouchTeam = to.lastTouchTeam;
    this.#kicking = to.kicking;
  }

  isKicking(seat: Seat): boolean {
    return (this.#kicking & (1 << seat)) !== 0;
  }

  isKickGuessed(): boolean {
    return false;
  }
}

function emptyPicture(): Kept {
  const none = new Float64Array(0);
  return { ms: 0, x: none, y: none, ballSpeed: 0, lastTouchTeam: TEAM_NONE, kicking: 0 };
}

function copyPicture(live: Frame, to: Kept, ms: number): void {
  to.ms = ms;
  for (let disc = 0; disc < to.x.length; disc += 1) {
    to.x[disc] = live.x[disc]!;
    to.y[disc] = live.y[disc]!;
  }
  to.ballSpeed = live.ballSpeed;
  to.lastTouchTeam = live.lastTouchTeam;
  to.kicking = 0;
  for (const seat of SEATS) if (live.isKicking(seat)) to.kicking |= 1 << seat;
}

function isInPlay(phase: Phase): boolean {
  return phase === PHASE.playing || phase === PHASE.kickOff;
}

function holdsKick(live: Frame): boolean {
  const me = live.self === null ? undefined : findMember(live.room, live.self);
  return me !== undefined && me.seat !== null && live.isKicking(me.seat);
}
