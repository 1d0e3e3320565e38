import { TICK_MS } from '../../sim/tick.ts';

const SAMPLES = 30;
const DEAD_BAND_MS = 2;
/** Above this error the clock runs noticeably faster or slower. */
const HURRY_MS = 50;
/** Above this error the clock jumps. */
const JUMP_MS = 250;
/**
 * Packets of one moment in which a busy machine left a page no time came late all together: no clock that
 * runs already jumps because of them.
 */
const JUMP_SAMPLES = 10;
const SLOWEST = -0.005;
const FASTEST = 0.01;
const HURRY_RATE = 0.05;

/**
 * Keeps this peer on the tick that the sequencer is on at the same instant, so that nobody's
 * rollbacks are one-sided. The clock's rate bends, its time does not jump in normal play.
 */
export class ClockSync {
  /** Added to the local clock, gives the time since tick 0. */
  #offsetMs: number;
  #targetMs: number;
  #lastMs: number;
  readonly #samples: number[] = [];
  #isSynced = false;
  #next = 0;

  /** @param tick that it is at the instant `nowMs` */
  constructor(tick: number, nowMs: number) {
    this.#offsetMs = tick * TICK_MS - nowMs;
    this.#targetMs = this.#offsetMs;
    this.#lastMs = nowMs;
  }

  get isSynced(): boolean {
    return this.#isSynced;
  }

  /** How far this clock is behind the sequencer's, as far as it knows. */
  get errorMs(): number {
    return this.#targetMs - this.#offsetMs;
  }

  /** It is `tick` at the instant `nowMs`; what was sampled before does not count any more. */
  restart(tick: number, nowMs: number): void {
    this.#offsetMs = tick * TICK_MS - nowMs;
    this.forget();
  }

  /** This clock is the room's from now on: it also goes on when another peer's is, before a sample came. */
  lead(): void {
    this.#isSynced = true;
  }

  /** Another peer's clock counts from now on; the time goes on from where it is. */
  forget(): void {
    this.#targetMs = this.#offsetMs;
    this.#samples.length = 0;
    this.#next = 0;
  }

  /** The sequencer's clock showed `remoteTick` (with fraction) at the local instant `atMs`. */
  sample(remoteTick: number, atMs: number): void {
    const isFirst = !this.#isSynced;
    this.#isSynced = true;
    this.#samples[this.#next] = remoteTick * TICK_MS - atMs;
    this.#next = (this.#next + 1) % SAMPLES;
    this.#targetMs = meanOfMiddleThird(this.#samples);
    if (isFirst) this.#offsetMs = this.#targetMs;
  }

  /** Bends the clock towards the samples. */
  advance(nowMs: number): void {
    const elapsedMs = Math.max(0, nowMs - this.#lastMs);
    this.#lastMs = nowMs;
    const errorMs = this.errorMs;
    const size = Math.abs(errorMs);
    if (!this.isSynced || size <= DEAD_BAND_MS) return;
    if (size > JUMP_MS && this.#samples.length >= JUMP_SAMPLES) {
      this.#offsetMs = this.#targetMs;
      return;
    }
    const gentle = Math.min(Math.max(errorMs / HURRY_MS, SLOWEST), FASTEST);
    const rate = size > HURRY_MS ? Math.sign(errorMs) * HURRY_RATE : gentle;
    const step = rate * elapsedMs;
    this.#offsetMs += Math.abs(step) > size ? errorMs : step;
  }

  /** Tick at the instant `nowMs`, with its fraction. */
  tickAt(nowMs: number): number {
    return Math.max(0, (nowMs + this.#offsetMs) / TICK_MS);
  }
}

function meanOfMiddleThird(samples: readonly number[]): number {
  const sorted = [...samples].sort((a, b) => a - b);
  const skip = Math.floor(sorted.length / 3);
  const middle = sorted.slice(skip, sorted.length - skip);
  return middle.reduce((sum, value) => sum + value, 0) / middle.length;
}
