import { shareOf } from './prefix-counts.ts';
import { type Rate, TokenBucket } from '../../shared/base/token-bucket.ts';

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

  /** [L133] Those of all networks that an address is in, narrowest first: who is refused there costs its neighbours nothing. */
  around(networks: readonly string[], nowMs: number): readonly TokenBucket[] {
    return networks.map((name, width) => this.of(name, nowMs, shareOf(width)));
  }

  of(prefix: string, nowMs: number, share = 1): TokenBucket {
    const known = this.#buckets.get(prefix);
    if (known !== undefined) return known;
    this.#sweep(nowMs);
    const { burst, perSecond } = this.#rate;
    const bucket = new TokenBucket({ burst: burst * share, perSecond: perSecond * share }, nowMs);
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
