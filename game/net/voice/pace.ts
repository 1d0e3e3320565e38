import type { Timers } from '../../time/timers.ts';

/** How often another page may have something done here: so many at once, then one in so many ms. */
export class Pace {
  readonly #timers: Timers;
  readonly #burst: number;
  readonly #everyMs: number;
  #left: number;
  #countedMs: number;

  constructor(timers: Timers, burst: number, everyMs: number) {
    this.#timers = timers;
    this.#burst = burst;
    this.#everyMs = everyMs;
    this.#left = burst;
    this.#countedMs = timers.now();
  }

  /** False: not now. */
  take(): boolean {
    const nowMs = this.#timers.now();
    this.#left = Math.min(this.#burst, this.#left + (nowMs - this.#countedMs) / this.#everyMs);
    this.#countedMs = nowMs;
    if (this.#left < 1) return false;
    this.#left -= 1;
    return true;
  }
}
