const KEPT = 240;

/** How long the last frames took. */
export class FrameTimes {
  readonly #times = new Float64Array(KEPT);
  #count = 0;
  #lastMs: number | null = null;

  mark(nowMs: number): void {
    if (this.#lastMs !== null) {
      this.#times[this.#count % KEPT] = nowMs - this.#lastMs;
      this.#count += 1;
    }
    this.#lastMs = nowMs;
  }

  /** The time that this share of frames kept below, 0 before there are any. */
  quantile(share: number): number {
    const filled = Math.min(this.#count, KEPT);
    if (filled === 0) return 0;
    const sorted = this.#times.slice(0, filled).sort();
    return sorted[Math.floor((filled - 1) * share)]!;
  }
}
