import type { Rate } from '../../shared/base/token-bucket.ts';
import { PrefixBuckets } from './prefix-buckets.ts';
import { type NetworkCount, PrefixCounts } from './prefix-counts.ts';

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

/** Frames that were relayed for an address in these networks, narrowest first. */
export type RelayedCount = readonly [networks: readonly string[], frames: number];

/** [L171] What networks have at a process, and what they used there since it was told last. */
export type Used = {
  readonly sockets: readonly NetworkCount[];
  readonly relayed: readonly RelayedCount[];
};

/** A network that has less than this share of what it may have is not told of. */
const SHARE_TOLD = 8;

/**
 * The buckets of networks that count on all processes of a lobby together. What is used up here is told; what others
 * tell is taken here too. So two processes that are asked in the same moment may each give the last one.
 */
export class SharedBuckets {
  readonly #tell: TellSpent | null;
  readonly #buckets = new Map<SharedLimit, PrefixBuckets>();
  #sockets: { readonly counts: PrefixCounts; readonly max: number } | null = null;
  #relayed: { readonly buckets: PrefixBuckets; readonly rate: Rate } | null = null;
  /** By the narrowest network. */
  readonly #untold = new Map<string, { readonly networks: readonly string[]; frames: number }>();
  #wasTold = false;

  /** @param tell null where this process is the whole lobby */
  constructor(tell: TellSpent | null = null) {
    this.#tell = tell;
  }

  /** Those of this name. @throws Error where it is in use: two that count apart would each be charged by the other */
  of(limit: SharedLimit, rate: Rate): PrefixBuckets {
    if (this.#buckets.has(limit)) throw new Error(`${limit} is counted already`);
    const buckets = new PrefixBuckets(rate, (networks) => this.#tell?.(limit, networks));
    this.#buckets.set(limit, buckets);
    return buckets;
  }

  /** [L171] How many sockets each network has. @throws Error where they are counted already */
  sockets(max: number): PrefixCounts {
    if (this.#sockets !== null) throw new Error('sockets are counted already');
    const counts = new PrefixCounts();
    this.#sockets = { counts, max };
    return counts;
  }

  /** [L171] What networks relay: frames are too many to tell of each. @throws Error where it is counted already */
  relayed(rate: Rate): PrefixBuckets {
    if (this.#relayed !== null) throw new Error('frames are counted already');
    const isShared = this.#tell !== null;
    const buckets = new PrefixBuckets(
      rate,
      isShared ? (networks) => this.#note(networks) : undefined,
    );
    this.#relayed = { buckets, rate };
    return buckets;
  }

  /** Another process told that they used one up. */
  charge(limit: SharedLimit, networks: readonly string[], nowMs: number): void {
    this.#buckets.get(limit)?.charge(networks, nowMs);
  }

  /** [L171] What there is to tell the others now; null where that is as little as last time. */
  takeUsed(): Used | null {
    const sockets = this.#sockets?.counts.list(this.#sockets.max / SHARE_TOLD) ?? [];
    const framesMin = (this.#relayed?.rate.perSecond ?? 0) / SHARE_TOLD;
    const relayed = [...this.#untold.values()]
      .filter(({ frames }) => frames >= framesMin)
      .map(({ networks, frames }) => [networks, frames] as const);
    this.#untold.clear();
    const isNothing = sockets.length + relayed.length === 0;
    const isKnown = isNothing && !this.#wasTold;
    this.#wasTold = !isNothing;
    return isKnown ? null : { sockets, relayed };
  }

  /** [L171] Another process told what networks have and used there; of what they have this is all. */
  follow(process: string, { sockets, relayed }: Used, nowMs: number): void {
    this.#sockets?.counts.follow(process, sockets);
    for (const [networks, frames] of relayed)
      this.#relayed?.buckets.charge(networks, nowMs, frames);
  }

  /** [L171] That process is gone, and its sockets with it. */
  lose(process: string): void {
    this.#sockets?.counts.follow(process, []);
  }

  #note(networks: readonly string[]): void {
    const [narrowest = ''] = networks;
    const known = this.#untold.get(narrowest);
    if (known === undefined) this.#untold.set(narrowest, { networks, frames: 1 });
    else known.frames += 1;
  }
}
