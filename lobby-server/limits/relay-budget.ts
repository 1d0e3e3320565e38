import { type Rate, TokenBucket } from '../../shared/base/token-bucket.ts';
import type { PrefixBuckets } from './prefix-buckets.ts';

/** [L143] What may be relayed for one address, and for all together. A frame that is refused costs nobody else. */
export class RelayBudget {
  readonly #ofPrefix: PrefixBuckets;
  readonly #inAll: TokenBucket;

  /** @param inAll of this process alone: it is its processor that they cost */
  constructor(ofPrefix: PrefixBuckets, inAll: Rate, nowMs: number) {
    this.#ofPrefix = ofPrefix;
    this.#inAll = new TokenBucket(inAll, nowMs);
  }

  /** @param networks that the sender is in, narrowest first */
  take(networks: readonly string[], nowMs: number): boolean {
    return this.#ofPrefix.take(networks, nowMs) === 0 && this.takeInAll(nowMs);
  }

  /** For a frame that another process has counted for its address. */
  takeInAll(nowMs: number): boolean {
    return this.#inAll.take(nowMs) === 0;
  }
}
