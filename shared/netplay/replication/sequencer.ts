import { HINT_TICKS } from '../../rollback/hint-log.ts';
import { BY_SEQUENCER, type Command } from '../../room/command.ts';
import { isCommandAllowed } from '../../room/rights.ts';
import { MAX_SEATS } from '../../base/room-limits.ts';
import { SEATS, type Seat } from '../../sim/seat.ts';
import { type Person, findMemberAt, isAway, isPerson } from '../../room/room-state.ts';
import { DEADLINE_START_TICKS, Lateness, chooseDeadline } from '../timing/lateness.ts';
import type { RoomEngine } from '../engine/room-engine.ts';
import { lastOrdered } from '../engine/last-ordered.ts';

/** Ticks for which a missing input is played as the last known one; then as neutral. */
const REPEAT_TICKS = 15;
/**
 * Missing ticks in a row after which a player is absent and no longer waited for. More than a blackout of a
 * second brings about: whoever is absent loses the ticks of the deadline too, and those until its return is final.
 */
export const ABSENT_AFTER_TICKS = 66;
/** Ticks that are ordered while nobody says to hold them: a little longer than the lobby is asked. */
const UNHEARD_MAX_TICKS = 1_000;
const COMMANDS_PER_TICK = 4;
/** A script that sets all discs of a map at once, and what others ask meanwhile. */
const QUEUE_MAX = 128;
const NO_COMMANDS: readonly Command[] = [];
const DEADLINE_EVERY_TICKS = 15;

/**
 * Decides what is ordered: one sequence of inputs and commands for everybody. It never simulates
 * anything that the others could not.
 */
export class Sequencer {
  readonly #engine: RoomEngine;
  readonly #queue: Command[] = [];
  readonly #row = new Uint8Array(MAX_SEATS);
  readonly #missing = new Int32Array(MAX_SEATS);
  readonly #lateness: Lateness[] = SEATS.map(() => new Lateness());
  /** First tick per seat for which no input ever came. */
  readonly #nextTick = new Float64Array(MAX_SEATS);
  /** Earliness of each seat's last arrival, in ticks before its deadline. */
  readonly #slack = new Float64Array(MAX_SEATS);
  #deadline = DEADLINE_START_TICKS;
  #deadlineTick = 0;

  constructor(engine: RoomEngine) {
    this.#engine = engine;
  }

  /** Ticks that are waited for an input. */
  get deadline(): number {
    return this.#deadline;
  }

  /** An input for a tick too far ahead is an attack or a broken clock. */
  isInReach(tick: number): boolean {
    return tick < this.#engine.timeline.end + HINT_TICKS;
  }

  /** So much waits to become final that nothing more is ordered. */
  get isUnheard(): boolean {
    const { timeline, final } = this.#engine;
    return timeline.end - final.tick >= UNHEARD_MAX_TICKS;
  }

  /** No command waits for its tick. */
  get isIdle(): boolean {
    return this.#queue.length === 0;
  }

  slackOf(seat: Seat): number {
    return this.#slack[seat] ?? 0;
  }

  /** Puts a command into the timeline as soon as possible; false when it may not be there. */
  order(command: Command): boolean {
    const isAllowed = isCommandAllowed(this.#engine.room, command);
    if (!isAllowed || this.#queue.length >= QUEUE_MAX) return false;
    this.#queue.push(command);
    return true;
  }

  /** The clock of a player may have gone back: `newest` is the tick of its newest input now. */
  goBack(seat: Seat, newest: number): void {
    this.#nextTick[seat] = Math.min(this.#nextTick[seat] ?? 0, newest + 1);
  }

  /**
   * Inputs of a seat came in, at the clock's tick `nowTick` (with fraction): `newest` is the tick of
   * the first of `inputs`, the rest go back one by one.
   */
  receive(seat: Seat, newest: number, inputs: readonly number[], nowTick: number): void {
    const next = this.#nextTick[seat] ?? 0;
    const { timeline } = this.#engine;
    if (newest >= next) {
      const first = Math.max(next, newest - inputs.length + 1);
      // Also what came too late counts, or the deadline would follow a slow way step by step only.
      if (next > 0) this.#lateness[seat]?.add(nowTick - first);
      this.#slack[seat] = this.#deadline - (nowTick - Math.max(first, timeline.end));
      this.#nextTick[seat] = newest + 1;
    }
    inputs.forEach((bits, index) => {
      if (newest - index >= timeline.end) this.#engine.hint(newest - index, seat, bits);
    });
  }

  /** Orders what can be, at the clock's tick `now`. True when the last of it was a command. */
  advance(now: number): boolean {
    this.#chooseDeadline(now);
    const { timeline } = this.#engine;
    while (timeline.end < now && !this.isUnheard) {
      const tick = timeline.end;
      if (!this.#isComplete(tick) && tick + this.#deadline >= now) return false;
      this.#orderTick(tick);
      if (timeline.commandsAt(tick).length > 0) return true;
    }
    return false;
  }

  #isComplete(tick: number): boolean {
    return SEATS.every((seat) => !this.#isWaitedFor(seat) || this.#engine.hints.has(tick, seat));
  }

  #isWaitedFor(seat: Seat): boolean {
    const member = findMemberAt(this.#engine.room, seat);
    // A bot's inputs are known ahead, or not at all.
    return member?.type === 'person' && !isAway(member);
  }

  #orderTick(tick: number): void {
    for (const seat of SEATS) this.#row[seat] = this.#inputOf(seat, tick);
    const commands =
      this.#queue.length === 0 ? NO_COMMANDS : this.#queue.splice(0, COMMANDS_PER_TICK);
    this.#engine.timeline.append(this.#row, 0, commands);
  }

  /** [N4] What is missing is played as the last input for a while, then as neutral. */
  #inputOf(seat: Seat, tick: number): number {
    const { hints } = this.#engine;
    if (hints.has(tick, seat)) {
      this.#missing[seat] = 0;
      return hints.get(tick, seat);
    }
    const member = findMemberAt(this.#engine.room, seat);
    if (!member || isAway(member)) {
      // A player that comes back does not go on with what it held long ago.
      this.#missing[seat] = 0;
      return 0;
    }
    const missing = (this.#missing[seat] ?? 0) + 1;
    this.#missing[seat] = missing;
    if (missing === ABSENT_AFTER_TICKS && isPerson(member)) this.#declareAbsent(member);
    return missing <= REPEAT_TICKS ? lastOrdered(this.#engine.timeline, seat) : 0;
  }

  #declareAbsent(member: Person): void {
    this.order({ type: 'absent', member: member.id, absent: true, by: BY_SEQUENCER });
  }

  #chooseDeadline(now: number): void {
    if (now < this.#deadlineTick) return;
    this.#deadlineTick = now + DEADLINE_EVERY_TICKS;
    let worst: number | null = null;
    for (const seat of SEATS) {
      const p99 = this.#isWaitedFor(seat) ? (this.#lateness[seat]?.p99() ?? null) : null;
      if (p99 !== null) worst = Math.max(worst ?? p99, p99);
    }
    this.#deadline = chooseDeadline(worst);
  }
}
