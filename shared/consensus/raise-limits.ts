import type { PageNumber } from './members.ts';
import { ASK_AGAIN_MS, RAISE_AGAIN_MS, RAISE_FORGOTTEN_MS } from './timing.ts';

const DOUBLED_MAX = 4;

type Taken = { count: number; lastMs: number };

/**
 * [C19] How often one page may end what the others wait for: a second time soon, since two candidates
 * may split a term; then twice as late each time, until it was quiet for long. An honest candidate
 * that wins needs one.
 */
export class RaiseLimits {
  readonly #taken = new Map<PageNumber, Taken>();
  readonly #soonMs: number;
  readonly #againMs: number;

  constructor(soonMs = ASK_AGAIN_MS, againMs = RAISE_AGAIN_MS) {
    this.#soonMs = soonMs;
    this.#againMs = againMs;
  }

  /** Whether it may now; that counts. */
  take(page: PageNumber, nowMs: number): boolean {
    const known = this.#taken.get(page);
    const isNew = !known || nowMs - known.lastMs > RAISE_FORGOTTEN_MS;
    const taken = isNew ? { count: 0, lastMs: Number.NEGATIVE_INFINITY } : known;
    if (nowMs - taken.lastMs < this.#waitMs(taken.count)) return false;
    taken.count += 1;
    taken.lastMs = nowMs;
    this.#taken.set(page, taken);
    return true;
  }

  #waitMs(count: number): number {
    if (count <= 1) return this.#soonMs;
    return this.#againMs * (1 << Math.min(count - 2, DOUBLED_MAX));
  }

  /** The number belongs to another page now. */
  forget(page: PageNumber): void {
    this.#taken.delete(page);
  }
}
