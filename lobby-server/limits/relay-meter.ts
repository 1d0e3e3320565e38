import type { Limits } from './limits.ts';
import { TokenBucket } from '../../shared/base/token-bucket.ts';

/** Two buckets for each page that was sent to; pages come and go, so old ones are forgotten. */
const PAGES_MAX = 32;

type PageBuckets = { readonly frames: TokenBucket; readonly bytes: TokenBucket };
type RelayLimits = Pick<Limits, 'relayed' | 'relayedToPage' | 'relayedBytesToPage'>;

/** What one socket may still relay. Refused frames cost nothing but the socket's own share. */
export class RelayMeter {
  readonly #limits: RelayLimits;
  readonly #all: TokenBucket;
  /** How often this socket is told that it relayed in vain. */
  readonly #complaints: TokenBucket;
  readonly #pages = new Map<number, PageBuckets>();

  constructor(limits: RelayLimits, nowMs: number) {
    this.#limits = limits;
    this.#all = new TokenBucket(limits.relayed, nowMs);
    this.#complaints = new TokenBucket({ burst: 4, perSecond: 2 }, nowMs);
  }

  /** False: no honest game sends that much. */
  take(nowMs: number): boolean {
    return this.#all.take(nowMs) === 0;
  }

  takeTo(session: number, bytes: number, nowMs: number): boolean {
    const page = this.#pages.get(session) ?? this.#meet(session, nowMs);
    return page.frames.take(nowMs) === 0 && page.bytes.take(nowMs, bytes) === 0;
  }

  mayComplain(nowMs: number): boolean {
    return this.#complaints.take(nowMs) === 0;
  }

  #meet(session: number, nowMs: number): PageBuckets {
    if (this.#pages.size >= PAGES_MAX) {
      const oldest = this.#pages.keys().next();
      if (oldest.done !== true) this.#pages.delete(oldest.value);
    }
    const page = {
      frames: new TokenBucket(this.#limits.relayedToPage, nowMs),
      bytes: new TokenBucket(this.#limits.relayedBytesToPage, nowMs),
    };
    this.#pages.set(session, page);
    return page;
  }
}
