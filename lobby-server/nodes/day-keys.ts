import { randomBytes } from 'node:crypto';
import { PrefixNames } from '../limits/address-prefix.ts';
import type { Timers } from '../timers.ts';
import type { Backplane } from './backplane.ts';

const DAY_S = 86_400;
const KEY_BYTES = 32;
/** Often enough for the key of a day to be there before the day is. */
const LOOK_MS = 600_000;

/**
 * [L36] The key of each day, random and the same on all nodes: so they count networks together. It is in memory
 * alone, here and in the backplane, until the day after.
 */
export class DayKeys {
  readonly #backplane: Pick<Backplane, 'agree'>;
  readonly #timers: Timers;
  readonly #keys = new Map<number, Buffer>();
  #cancel: () => void = () => {};

  constructor(backplane: Pick<Backplane, 'agree'>, timers: Timers) {
    this.#backplane = backplane;
    this.#timers = timers;
  }

  /** Names of networks under these keys. */
  names(): PrefixNames {
    return new PrefixNames(() => this.#keyOf(this.#today));
  }

  /** Agrees on the keys of today and tomorrow, now and from now on. Never rejects. */
  async follow(): Promise<void> {
    const today = this.#today;
    for (const day of [today, today + 1]) await this.#agree(day);
    for (const day of this.#keys.keys()) if (day < today) this.#keys.delete(day);
    this.#cancel = this.#timers.after(LOOK_MS, () => void this.follow());
  }

  close(): void {
    this.#cancel();
  }

  get #today(): number {
    return Math.floor(this.#timers.unixSeconds() / DAY_S);
  }

  async #agree(day: number): Promise<void> {
    if (this.#keys.has(day)) return;
    const offered = randomBytes(KEY_BYTES).toString('base64');
    try {
      const agreed = await this.#backplane.agree(`day-${day}`, offered);
      this.#keys.set(day, Buffer.from(agreed, 'base64'));
    } catch {
      // Without it this node counts for itself.
    }
  }

  #keyOf(day: number): Buffer {
    const key = this.#keys.get(day) ?? randomBytes(KEY_BYTES);
    this.#keys.set(day, key);
    return key;
  }
}
