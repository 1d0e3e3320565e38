import type { Rate } from './limits.ts';
import { TokenBucket } from './token-bucket.ts';

/** Buckets are looked through for ones to forget at every so many new ones. */
const SWEEP_EVERY = 1000;

/** One bucket for each address prefix, forgotten when it is full again. */
export class PrefixBuckets {
  readonly #rate: Rate;
  readonly #buckets = new Map<string, TokenBucket>();
  #untilSweep = SWEEP_EVERY;

  constructor(rate: Rate) {
    this.#rate = rate;
  }

  get size(): number {
    return this.#buckets.size;
  }

  of(prefix: string, nowMs: number): TokenBucket {
    const known = this.#buckets.get(prefix);
    if (known !== undefined) return known;
    this.#sweep(nowMs);
    const bucket = new TokenBucket(this.#rate, nowMs);
    this.#buckets.set(prefix, bucket);
    return bucket;
  }

  #sweep(nowMs: number): void {
    if (--this.#untilSweep > 0) return;
    this.#untilSweep = SWEEP_EVERY;
    for (const [prefix, bucket] of this.#buckets) {
      if (bucket.isFull(nowMs)) this.#buckets.delete(prefix);
    }
  }
}
