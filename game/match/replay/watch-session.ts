import type { ReplayCursor, ReplayTrack } from '../../../shared/replay/replay-track.ts';
import { cloneWorld, copyWorld, type World } from '../../../shared/room/world.ts';
import type { MemberId } from '../../../shared/room/command.ts';
import type { MatchEvent } from '../../../shared/sim/events.ts';
import { TICK_MS } from '../../../shared/sim/tick.ts';
import type { LocalSession } from '../local-session.ts';
import { NOBODY_ELSE } from '../nobody-else.ts';
import { tellEvents } from '../tell-events.ts';

/** What the page may be busy with reading ahead, of each of its turns. */
const READ_MS = 5;
const READ_TICKS = 60;
/** More than this at once is skipped, as in practice. */
const CATCH_UP_TICKS = 60;

/** Of sums of parts of ticks: what is all but due is due. */
const ROUNDING = 1e-6;

/** [V9] A replay as a session: drawn like any match, at any speed, and it can be gone about in. */
export class WatchSession implements LocalSession {
  readonly recorder = null;
  readonly eatenInputs = 0;
  readonly desyncs = [];
  readonly transfers = [];
  readonly chat = NOBODY_ELSE.chat;
  readonly wishes = NOBODY_ELSE.wishes;
  readonly state = NOBODY_ELSE.state;
  readonly previous: World;
  /** The member that the camera follows; null = the ball. */
  self: MemberId | null = null;
  /** Ticks of the recording in a tick of the page. */
  speed = 1;
  isPlaying = true;
  readonly #track: ReplayTrack;
  readonly #clockMs: () => number;
  readonly #onAdvance: (nowMs: number) => void;
  #cursor: ReplayCursor;
  #events: MatchEvent[] = [];
  #isPaused = false;
  #lastMs: number | null = null;
  /** Of the next tick, 0 … 1. */
  #share = 0;

  /**
   * @param clockMs tells how long reading ahead takes
   * @param onAdvance after each turn of the page
   */
  constructor(
    track: ReplayTrack,
    clockMs: () => number,
    onAdvance: (nowMs: number) => void = () => {},
  ) {
    this.#track = track;
    this.#clockMs = clockMs;
    this.#onAdvance = onAdvance;
    this.#cursor = track.at(0);
    this.previous = cloneWorld(this.#cursor.world);
  }

  get world(): World {
    return this.#cursor.world;
  }

  get orderedTick(): number {
    return this.world.tick;
  }

  get position(): number {
    return this.#cursor.position;
  }

  get isPaused(): boolean {
    return this.#isPaused;
  }

  set isPaused(isPaused: boolean) {
    this.#isPaused = isPaused;
  }

  /** Goes to a place and draws it as it is: nothing that happened on the way is heard. */
  seek(position: number): void {
    const wanted = Math.max(0, Math.min(position, this.#track.read));
    this.#cursor = this.#track.at(Math.max(0, wanted - 1));
    copyWorld(this.#cursor.world, this.previous);
    if (wanted > 0) this.#cursor.step();
    this.#share = 0;
    this.#events = [];
  }

  /** Where the recording is left for a match of its own: two cursors, that go separate ways. */
  leave(): readonly [ReplayCursor, ReplayCursor] {
    const { position } = this;
    return [this.#track.at(position), this.#track.at(position)];
  }

  blendAt(nowMs: number): number {
    if (!this.#isMoving || this.#lastMs === null) return 1;
    const ticks = this.#share + ((nowMs - this.#lastMs) * this.speed) / TICK_MS;
    return Math.min(1, Math.max(0, ticks));
  }

  advance(nowMs: number): void {
    this.#readAhead();
    this.#play(nowMs);
    this.#onAdvance(nowMs);
  }

  #play(nowMs: number): void {
    const lastMs = this.#lastMs ?? nowMs;
    this.#lastMs = nowMs;
    if (!this.#isMoving) return;
    const ticks = this.#share + ((nowMs - lastMs) * this.speed) / TICK_MS;
    const due = Math.floor(ticks + ROUNDING);
    this.#share = ticks - due;
    for (let left = Math.min(due, CATCH_UP_TICKS); left > 0 && !this.#cursor.isAtEnd; left -= 1) {
      copyWorld(this.world, this.previous);
      this.#cursor.step();
      tellEvents(this.#cursor.events, this.world.tick, this.#events);
    }
    if (this.position === this.#track.length) this.isPlaying = false;
  }

  takeEvents(): readonly MatchEvent[] {
    const events = this.#events;
    if (events.length > 0) this.#events = [];
    return events;
  }

  holds(): boolean {
    return true;
  }

  holdInput(): void {
    // It is not played in: what is held is for the buttons of the screen.
  }

  request(): void {
    // What was is not changed.
  }

  reports(): readonly never[] {
    return NOBODY_ELSE.reports;
  }

  close(): void {
    this.isPlaying = false;
  }

  get #isMoving(): boolean {
    return this.isPlaying && !this.#isPaused;
  }

  #readAhead(): void {
    if (this.#track.isRead) return;
    const endMs = this.#clockMs() + READ_MS;
    do this.#track.readOn(READ_TICKS);
    while (!this.#track.isRead && this.#clockMs() < endMs);
  }
}
