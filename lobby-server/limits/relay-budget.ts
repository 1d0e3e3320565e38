import type { Limits } from './limits.ts';
import { PrefixBuckets } from './prefix-buckets.ts';
import { takeAll, TokenBucket } from '../../shared/base/token-bucket.ts';

type BudgetLimits = Pick<Limits, 'relayedOfPrefix' | 'relayedInAll'>;

/** [L143] What may be relayed for one address, and for all together. A frame that is refused costs nobody else. */
export class RelayBudget {
  readonly #ofPrefix: PrefixBuckets;
  readonly #inAll: TokenBucket;

  constructor({ relayedOfPrefix, relayedInAll }: BudgetLimits, nowMs: number) {
    this.#ofPrefix = new PrefixBuckets(relayedOfPrefix);
    this.#inAll = new TokenBucket(relayedInAll, nowMs);
  }

  /** @param networks that the sender is in, narrowest first */
  take(networks: readonly string[], nowMs: number): boolean {
    return (
      takeAll(this.#ofPrefix.around(networks, nowMs), nowMs) === 0 && this.#inAll.take(nowMs) === 0
    );
  }
}
