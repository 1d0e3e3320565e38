import type { Rate } from '../../shared/base/token-bucket.ts';
import { PrefixBuckets } from './prefix-buckets.ts';

/** [L156] What all processes of a lobby count together for a network, by the names that they tell each other. */
export const SHARED_LIMITS = [
  'connections',
  'creates',
  'joins',
  'queueJoins',
  'peeks',
  'failedJoins',
  'passwords',
  'turnPasswords',
  'complaints',
] as const;

export type SharedLimit = (typeof SHARED_LIMITS)[number];

/** [L156] Says to the other processes that these networks used one of it up. */
export type TellSpent = (limit: SharedLimit, networks: readonly string[]) => void;

/**
 * The buckets of networks that count on all processes of a lobby together. What is used up here is told; what others
 * tell is taken here too. So two processes that are asked in the same moment may each give the last one.
 */
export class SharedBuckets {
  readonly #tell: TellSpent;
  readonly #buckets = new Map<SharedLimit, PrefixBuckets>();

  /** @param tell nothing to do where this process is the whole lobby */
  constructor(tell: TellSpent = () => {}) {
    this.#tell = tell;
  }

  /** Those of this name. @throws Error where it is in use: two that count apart would each be charged by the other */
  of(limit: SharedLimit, rate: Rate): PrefixBuckets {
    if (this.#buckets.has(limit)) throw new Error(`${limit} is counted already`);
    const buckets = new PrefixBuckets(rate, (networks) => this.#tell(limit, networks));
    this.#buckets.set(limit, buckets);
    return buckets;
  }

  /** Another process told that they used one up. */
  charge(limit: SharedLimit, networks: readonly string[], nowMs: number): void {
    this.#buckets.get(limit)?.charge(networks, nowMs);
  }
}
