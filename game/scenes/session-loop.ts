import type { RoomSession } from '../../shared/netplay/room-session.ts';
import type { MatchEvent } from '../../shared/sim/events.ts';
import type { InputBits } from '../../shared/sim/input.ts';
import { TICK_MS } from '../../shared/sim/tick.ts';
import type { StadiumCollection } from '../../shared/stadium/stadium-collection.ts';
import type { Frame } from '../match/frame.ts';
import { FrameBuilder } from '../match/frame-builder.ts';

/** The clock's ticks come twice as often: by then it does not get its turn. */
const LATE_MS = 2 * TICK_MS;
/** Events that no frame came to draw, as in a hidden tab, are dropped beyond this. */
const MAX_WAITING_EVENTS = 64;

export type LoopOptions = {
  readonly sampleInput: (nowMs: number) => InputBits;
  readonly onEvent: (event: MatchEvent) => void;
  /** After each call of `tick`. */
  readonly onTick: (nowMs: number, held: InputBits) => void;
};

/**
 * Keeps one session going: input in, time forward, events out. Ticks come from a worker's clock;
 * drawing happens apart from it and only looks, unless it takes so long that it starves the clock.
 */
export class SessionLoop {
  readonly stadiums: StadiumCollection;
  readonly #options: LoopOptions;
  #session: RoomSession;
  #frames: FrameBuilder;
  #waiting: MatchEvent[] = [];
  #tickedMs = 0;

  constructor(session: RoomSession, options: LoopOptions, stadiums: StadiumCollection) {
    this.stadiums = stadiums;
    this.#options = options;
    this.#session = session;
    this.#frames = new FrameBuilder(session);
  }

  get session(): RoomSession {
    return this.#session;
  }

  /** Goes on with another session; the old one belongs to its owner. */
  follow(session: RoomSession): void {
    if (session === this.#session) return;
    this.#session = session;
    this.#frames = new FrameBuilder(session);
    this.#waiting = [];
  }

  tick(nowMs: number): void {
    this.#tickedMs = nowMs;
    const held = this.#options.sampleInput(nowMs);
    this.#session.holdInput(held);
    this.#frames.advance(nowMs);
    for (const event of this.#frames.takeEvents()) {
      this.#options.onEvent(event);
      if (this.#waiting.length < MAX_WAITING_EVENTS) this.#waiting.push(event);
    }
    this.#options.onTick(nowMs, held);
  }

  /** Before a frame: brings the session to now where the clock did not. */
  catchUp(nowMs: number): void {
    if (nowMs - this.#tickedMs > LATE_MS) this.tick(nowMs);
  }

  frame(nowMs: number): Frame {
    return this.#frames.update(nowMs);
  }

  /** The events since the last frame was drawn. */
  takeDrawnEvents(): readonly MatchEvent[] {
    if (this.#waiting.length === 0) return NO_EVENTS;
    const events = this.#waiting;
    this.#waiting = [];
    return events;
  }
}

const NO_EVENTS: readonly MatchEvent[] = [];
