/** The shortest round trip of one to two of these is what the way takes when nothing waits on it. */
const BASE_WINDOW_MS = 60_000;
/** One to two times so many samples are the present, unless they are older than this. */
const RECENT_SAMPLES = 4;
const RECENT_MS = 3_000;
const WOBBLE_GAIN = 1 / 16;
/** What is not known yet may be long polling, that carries everything in bunches. */
const WOBBLE_START_MS = 100;

/** The least of what was noted in the last one to two windows; null where there was nothing. */
class WindowedMin {
  readonly #windowMs: number;
  readonly #samplesMax: number;
  #samples = 0;
  #startMs = 0;
  #min = Number.POSITIVE_INFINITY;
  #older = Number.POSITIVE_INFINITY;

  /** A window is over after so long, or with so many samples. */
  constructor(windowMs: number, samplesMax = Number.POSITIVE_INFINITY) {
    this.#windowMs = windowMs;
    this.#samplesMax = samplesMax;
  }

  at(nowMs: number): number | null {
    this.#turn(nowMs);
    const least = Math.min(this.#min, this.#older);
    return least === Number.POSITIVE_INFINITY ? null : least;
  }

  note(value: number, nowMs: number): void {
    this.#turn(nowMs);
    this.#min = Math.min(this.#min, value);
    this.#samples += 1;
  }

  restart(): void {
    this.#min = Number.POSITIVE_INFINITY;
    this.#older = Number.POSITIVE_INFINITY;
  }

  #turn(nowMs: number): void {
    const elapsedMs = nowMs - this.#startMs;
    if (elapsedMs < this.#windowMs && this.#samples < this.#samplesMax) return;
    this.#older = elapsedMs < 2 * this.#windowMs ? this.#min : Number.POSITIVE_INFINITY;
    this.#min = Number.POSITIVE_INFINITY;
    this.#startMs = nowMs;
    this.#samples = 0;
  }
}

/**
 * [N57] How long packets wait in queues on the way, after LEDBAT (RFC 6817): the round trip now above the
 * shortest of the last minutes. A queue makes even the luckiest packet late, so the least of a few counts
 * and jitter does not.
 */
export class QueueMeter {
  readonly #base = new WindowedMin(BASE_WINDOW_MS);
  readonly #recent = new WindowedMin(RECENT_MS, RECENT_SAMPLES);
  #wobbleMs = WOBBLE_START_MS;
  #lastMs: number | null = null;

  /** Mean difference of a round trip from the one before: jitter, and no slow growth. */
  get wobbleMs(): number {
    return this.#wobbleMs;
  }

  /**
   * A packet took so long there and back.
   *
   * @param leastMs what is shorter is not believed of the way itself; 0: everything is
   */
  note(rttMs: number, atMs: number, leastMs = 0): void {
    this.#base.note(Math.max(rttMs, leastMs), atMs);
    this.#recent.note(rttMs, atMs);
    const stepMs = Math.abs(rttMs - (this.#lastMs ?? rttMs));
    this.#lastMs = rttMs;
    this.#wobbleMs += WOBBLE_GAIN * (stepMs - this.#wobbleMs);
  }

  /** Milliseconds; null while nothing was measured lately. */
  waitAt(nowMs: number): number | null {
    const recent = this.#recent.at(nowMs);
    const base = this.#base.at(nowMs);
    return recent === null || base === null ? null : Math.max(recent - base, 0);
  }

  /** The way is another one, or no queue made it longer: what was measured before counts no more. */
  restart(): void {
    this.#base.restart();
    this.#recent.restart();
    this.#lastMs = null;
    this.#wobbleMs = WOBBLE_START_MS;
  }
}
