/** `burst` at once, then `perSecond` for good. */
export type Rate = { readonly burst: number; readonly perSecond: number };

/** Tokens: a client that waits exactly as long as told must not fail by the last binary digit. */
const ROUNDING = 1e-9;

/** Lets `burst` pass at once and `perSecond` in the long run. Time is an argument. */
export class TokenBucket {
  readonly #rate: Rate;
  #tokens: number;
  #atMs: number;

  constructor(rate: Rate, nowMs: number) {
    this.#rate = rate;
    this.#tokens = rate.burst;
    this.#atMs = nowMs;
  }

  /** Takes tokens, or returns how many milliseconds from now there will be as many. */
  take(nowMs: number, count = 1): number {
    const waitMs = this.waitMs(nowMs, count);
    if (waitMs === 0) this.#tokens -= count;
    return waitMs;
  }

  /** Takes `count` whole tokens, or all that there are: they were used, whether or not they should have been. */
  drain(nowMs: number, count: number): void {
    this.#refill(nowMs);
    this.#tokens -= Math.min(count, Math.floor(this.#tokens + ROUNDING));
  }

  /** What `take` would return, without taking. */
  waitMs(nowMs: number, count = 1): number {
    this.#refill(nowMs);
    const missing = count - ROUNDING - this.#tokens;
    return missing <= 0 ? 0 : Math.ceil((missing / this.#rate.perSecond) * 1000);
  }

  /** A full bucket is like one that was never used. */
  isFull(nowMs: number): boolean {
    this.#refill(nowMs);
    return this.#tokens >= this.#rate.burst;
  }

  #refill(nowMs: number): void {
    const earned = ((nowMs - this.#atMs) / 1000) * this.#rate.perSecond;
    this.#tokens = Math.min(this.#rate.burst, this.#tokens + earned);
    this.#atMs = nowMs;
  }
}

/** One token of each, or ms until the first that has none could give one; nothing is taken of those behind it. */
export function takeAll(buckets: readonly TokenBucket[], nowMs: number): number {
  for (const bucket of buckets) {
    const waitMs = bucket.take(nowMs);
    if (waitMs > 0) return waitMs;
  }
  return 0;
}
