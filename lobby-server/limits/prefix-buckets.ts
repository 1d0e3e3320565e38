import { shareOf } from './prefix-counts.ts';
import { type Rate, takeAll, TokenBucket } from '../../shared/base/token-bucket.ts';

/** Buckets are looked through for ones to forget at every so many new ones. */
const SWEEP_EVERY = 1000;

/** One bucket for each address prefix, forgotten when it is full again. */
export class PrefixBuckets {
  readonly #rate: Rate;
  readonly #buckets = new Map<string, TokenBucket>();
  #untilSweep = SWEEP_EVERY;

  readonly #onTaken: (networks: readonly string[]) => void;

  /** @param onTaken [L156] one was taken of all these networks */
  constructor(rate: Rate, onTaken: (networks: readonly string[]) => void = () => {}) {
    this.#rate = rate;
    this.#onTaken = onTaken;
  }

  get size(): number {
    return this.#buckets.size;
  }

  /** [L133] Those of all networks that an address is in, narrowest first: who is refused there costs its neighbours nothing. */
  around(networks: readonly string[], nowMs: number): readonly TokenBucket[] {
    return networks.map((name, width) => this.of(name, nowMs, shareOf(width)));
  }

  /** [L133] Takes one of each of these networks, or returns ms until there may be one of each. */
  take(networks: readonly string[], nowMs: number): number {
    const waitMs = takeAll(this.around(networks, nowMs), nowMs);
    if (waitMs === 0) this.#onTaken(networks);
    return waitMs;
  }

  /** Takes one of each that has one: it was used up, whether or not it should have been. */
  spend(networks: readonly string[], nowMs: number): void {
    this.charge(networks, nowMs);
    this.#onTaken(networks);
  }

  /** The same for what was used up elsewhere. */
  charge(networks: readonly string[], nowMs: number, count = 1): void {
    for (const bucket of this.around(networks, nowMs)) bucket.drain(nowMs, count);
  }

  /** All of these networks as one bucket. */
  asOne(networks: readonly string[]): Pick<TokenBucket, 'take'> {
    return { take: (nowMs) => this.take(networks, nowMs) };
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
