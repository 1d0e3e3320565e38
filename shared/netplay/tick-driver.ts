import { isIdleAt } from '../room/room-state.ts';
import type { Seat } from '../sim/seat.ts';
import type { ClockSync } from './timing/clock-sync.ts';
import type { InputDelay } from './timing/input-delay.ts';
import type { OwnInputs } from './timing/own-inputs.ts';
import type { Remotes } from './replication/remote-peer.ts';
import type { Role } from './roles/role.ts';
import type { SessionCounts } from './session/session-counts.ts';
import type { RoomEngine } from './engine/room-engine.ts';
import { ThoughtInputs } from './engine/thought-inputs.ts';

/** A longer pause (sleep, a room without a sequencer) is skipped by the sequencer, not caught up. */
const CATCH_UP_MAX_TICKS = 180;
/** The clock went back this far: the sequencer skipped a pause of its own. */
const BACK_JUMP_TICKS = 15;

export type TickParts = {
  readonly engine: RoomEngine;
  readonly clock: ClockSync;
  readonly inputs: OwnInputs;
  readonly delay: InputDelay;
  readonly counts: SessionCounts;
  readonly remotes: Remotes;
};

/** Turns time into ticks: which one is now, what the person holds for it, and how far to predict. */
export class TickDriver {
  readonly #thoughts = new ThoughtInputs();
  readonly #parts: TickParts;
  /** Used again each tick. */
  readonly #ways: number[] = [];
  #now = 0;

  constructor(parts: TickParts) {
    this.#parts = parts;
  }

  /** The tick that is shown now. */
  get now(): number {
    return this.#now;
  }

  /** True when at least one tick went by. */
  moveClock(nowMs: number, role: Role): boolean {
    const { engine, clock, inputs } = this.#parts;
    const now = Math.floor(clock.tickAt(nowMs));
    const ahead = now - this.#now;
    const behind = now - engine.timeline.end;
    // What was shown already may have been ordered by another, and taken back: that is no pause.
    const isPause = behind > CATCH_UP_MAX_TICKS && now > engine.predicted.tick + 1;
    // Its clock is the room's: it neither catches up with a long pause nor waits for what is ordered.
    if (role.isSequencer && (isPause || behind < -BACK_JUMP_TICKS)) {
      return this.#resumeAt(Math.min(engine.predicted.tick + 1, role.furthestTick), nowMs);
    }
    if (ahead < -BACK_JUMP_TICKS) inputs.restart(now);
    if (ahead > 0 || ahead < -BACK_JUMP_TICKS) this.#now = now;
    return ahead > 0;
  }

  /** Goes on where the picture stood still, with a clock that shows just that. */
  #resumeAt(tick: number, nowMs: number): boolean {
    this.#now = tick;
    this.#parts.clock.restart(tick, nowMs);
    this.#parts.inputs.restart(tick);
    return tick > this.#parts.engine.predicted.tick;
  }

  /** Fixes the own input, lets the sequencer decide, and steps both worlds. */
  run(role: Role, seat: Seat | null): void {
    const { engine, inputs, delay, counts, remotes } = this.#parts;
    this.#tuneDelay(role.slackTicks);
    if (inputs.next < engine.timeline.end) inputs.restart(engine.timeline.end);
    const upTo = Math.max(this.#now + delay.ticks, engine.timeline.end);
    // [R19] A bot has the disc then, until the person says to be there.
    const isOwn = seat !== null && !isIdleAt(engine.room, seat);
    const changed = inputs.sample(upTo, (tick, bits) => {
      if (isOwn) engine.hint(tick, seat, bits);
    });
    if (changed) for (const remote of remotes.values()) remote.pace.hurry();
    role.decide(this.#now);
    const { furthestTick } = role;
    if (this.#now > furthestTick && role.state.state === 'live') counts.stalledTicks += 1;
    engine.advance(Math.min(this.#now, furthestTick));
    this.#thoughts.advance(engine, seat);
  }

  /** [N6] By the median link: one slow player does not make everybody's disc heavy. */
  #tuneDelay(slackTicks: number): void {
    const ways = this.#ways;
    ways.length = 0;
    for (const { channel } of this.#parts.remotes.values()) {
      if (channel.isReady) ways.push(channel.meter.oneWayP95Ms);
    }
    ways.sort(ascending);
    this.#parts.delay.advance(ways[(ways.length - 1) >> 1] ?? 0, slackTicks);
  }
}

function ascending(a: number, b: number): number {
  return a - b;
}
