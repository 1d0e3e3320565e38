export type SteadyTimes = { readonly appearMs: number; readonly vanishMs: number };

/** Follows a condition that flickers: true once it held for a while, false once it did not. */
export class SteadyFlag {
  readonly #times: SteadyTimes;
  #isOn = false;
  /** Since when the condition has been other than the flag. */
  #otherSinceMs: number | null = null;

  constructor(times: SteadyTimes) {
    this.#times = times;
  }

  update(condition: boolean, nowMs: number): boolean {
    if (condition === this.#isOn) {
      this.#otherSinceMs = null;
      return this.#isOn;
    }
    this.#otherSinceMs ??= nowMs;
    const { appearMs, vanishMs } = this.#times;
    if (nowMs - this.#otherSinceMs >= (condition ? appearMs : vanishMs)) {
      this.#isOn = condition;
      this.#otherSinceMs = null;
    }
    return this.#isOn;
  }
}
