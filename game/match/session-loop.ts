import type { RoomSession } from '../../shared/netplay/room-session.ts';
import type { MatchEvent } from '../../shared/sim/events.ts';
import type { InputBits } from '../../shared/sim/input.ts';
import { TICK_MS } from '../../shared/sim/tick.ts';
import { MailFirst } from '../time/mail-first.ts';
import type { StadiumCollection } from '../../shared/stadium/stadium-collection.ts';
import type { Frame } from './frame.ts';
import { FrameBuilder } from './frame-builder.ts';
import type { ShowRoom } from './shown-names.ts';

/** The clock's ticks come twice as often: by then it does not get its turn. */
const LATE_MS = 2 * TICK_MS;
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
  /** A clock that goes on while the page's own is held: by that one a stall before the hold never ends. */
  readonly steadyMs: () => number;
  readonly sampleInput: (nowMs: number) => InputBits;
  readonly onEvent: (event: MatchEvent) => void;
  /** How rooms are shown in pictures. */
  readonly showRoom?: ShowRoom;
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
  readonly #mail = new MailFirst();

  constructor(sessions: Sessions, options: LoopOptions, stadiums: StadiumCollection) {
    this.stadiums = stadiums;
    this.#sessions = sessions;
    this.#options = options;
    this.#session = sessions.session;
    this.#frames = new FrameBuilder(this.#session, options.showRoom);
  }

  get session(): RoomSession {
    return this.#session;
  }

  /** Samples, advances and tells, unless there is mail to be read first. */
  tick(nowMs: number): void {
    if (this.#mail.mustRead(this.#options.steadyMs())) return;
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

  /** Before a frame: brings the session to now where the clock did not, and shows what a worker has ticked. */
  catchUp(nowMs: number): void {
    const isLate = nowMs - this.#tickedMs > LATE_MS;
    if (isLate || this.#session.hasNews === true) this.tick(nowMs);
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

  /** Goes on with the session that is shown by now; the old one belongs to its owner. */
  #follow(): void {
    const { session } = this.#sessions;
    if (session === this.#session) return;
    this.#session = session;
    this.#frames = new FrameBuilder(session, this.#options.showRoom);
    this.#waiting = [];
  }
}

const NO_EVENTS: readonly MatchEvent[] = [];
