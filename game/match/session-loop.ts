import type { RoomSession } from '../../shared/netplay/room-session.ts';
import type { MatchEvent } from '../../shared/sim/events.ts';
import type { InputBits } from '../../shared/sim/input.ts';
import { TICK_MS } from '../../shared/sim/tick.ts';
import type { StadiumCollection } from '../../shared/stadium/stadium-collection.ts';
import type { Frame } from './frame.ts';
import { FrameBuilder } from './frame-builder.ts';

/** The clock's ticks come twice as often: by then it does not get its turn. */
const LATE_MS = 2 * TICK_MS;
/** A page that gets no turn for so long has mail that it did not read. */
const STALL_MS = 250;
/** By then it has: what waited runs in the order in which it came, ticks and mail in turn. */
const MAIL_MS = 30;
/** Events that no frame came to draw, as in a hidden tab, are dropped beyond this. */
const MAX_WAITING_EVENTS = 64;

/** The sessions of the page, which change as its person goes from place to place. */
export type Sessions = {
  /** The one that is played and drawn. */
  readonly session: RoomSession;
  /** Those that need their time all the same: joined but not drawn yet, or left just now. */
  readonly unseen: readonly RoomSession[];
};

export type LoopOptions = {
  readonly sampleInput: (nowMs: number) => InputBits;
  readonly onEvent: (event: MatchEvent) => void;
  /** After each call of `tick`. */
  readonly onTick: (nowMs: number, held: InputBits) => void;
};

/**
 * The page's only driver of time: input in, sessions forward, events out. Ticks come from a
 * worker's clock. Drawing only looks, and calls for a tick where it starves that clock.
 */
export class SessionLoop {
  readonly stadiums: StadiumCollection;
  readonly #sessions: Sessions;
  readonly #options: LoopOptions;
  #session: RoomSession;
  #frames: FrameBuilder;
  #waiting: MatchEvent[] = [];
  #tickedMs = 0;
  #calledMs: number | null = null;
  /** Ticks are put off until then; null when none are. */
  #readMs: number | null = null;
  /** The last time between two calls was a stall too: this page is slow by nature, as a hidden one. */
  #isSlow = false;

  constructor(sessions: Sessions, options: LoopOptions, stadiums: StadiumCollection) {
    this.stadiums = stadiums;
    this.#sessions = sessions;
    this.#options = options;
    this.#session = sessions.session;
    this.#frames = new FrameBuilder(this.#session);
  }

  get session(): RoomSession {
    return this.#session;
  }

  /** Samples, advances and tells, unless there is mail to be read first. */
  tick(nowMs: number): void {
    if (this.#mustRead(nowMs)) return;
    this.#tickedMs = nowMs;
    this.#follow();
    const held = this.#options.sampleInput(nowMs);
    this.#session.holdInput(held);
    this.#session.advance(nowMs);
    for (const session of this.#sessions.unseen) session.advance(nowMs);
    this.#frames.look();
    for (const event of this.#frames.takeEvents()) {
      this.#options.onEvent(event);
      if (this.#waiting.length < MAX_WAITING_EVENTS) this.#waiting.push(event);
    }
    this.#options.onTick(nowMs, held);
    this.#follow();
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

  /**
   * [L75] Behind a stall the ticks that waited come before the packets that waited: whoever counted
   * silence there would take its own for that of others. So ticks wait for the mail.
   */
  #mustRead(nowMs: number): boolean {
    const gapMs = nowMs - (this.#calledMs ?? nowMs);
    this.#calledMs = nowMs;
    if (this.#readMs !== null) {
      if (nowMs < this.#readMs) return true;
      this.#readMs = null;
      this.#isSlow = gapMs > STALL_MS;
      return false;
    }
    const isStall = gapMs > STALL_MS;
    if (isStall && !this.#isSlow) {
      this.#readMs = nowMs + MAIL_MS;
      return true;
    }
    this.#isSlow = isStall;
    return false;
  }

  /** Goes on with the session that is shown by now; the old one belongs to its owner. */
  #follow(): void {
    const { session } = this.#sessions;
    if (session === this.#session) return;
    this.#session = session;
    this.#frames = new FrameBuilder(session);
    this.#waiting = [];
  }
}

const NO_EVENTS: readonly MatchEvent[] = [];
