import type { RoomEngine } from './room-engine.ts';

/** Packets that carry a hash again: at 20 % loss one in 600 checkpoints is missed. */
const COPIES = 4;

/** Rides along with inputs: the newest hash of the final state, in a few packets. */
export class HashCourier {
  readonly #engine: RoomEngine;
  #index = -1;
  #copies = 0;

  constructor(engine: RoomEngine) {
    this.#engine = engine;
  }

  /** The hash for the next packet, null when the newest went out often enough. */
  take(): { index: number; value: number } | null {
    const { hashes } = this.#engine;
    if (hashes.newest !== this.#index) {
      this.#index = hashes.newest;
      this.#copies = COPIES;
    }
    const value = hashes.get(this.#index);
    if (this.#copies === 0 || value === undefined) return null;
    this.#copies -= 1;
    return { index: this.#index % 256, value };
  }
}
