import type { InputPacket } from '../../wire/input-packet.ts';
import { toShortHashIndex } from '../engine/hash-history.ts';
import { COMPARED_CHECKPOINTS } from './hash-tally.ts';
import type { RoomEngine } from '../engine/room-engine.ts';

/** Packets that carry a hash again: at 20 % loss one in 600 checkpoints is missed. */
const COPIES = 4;
/** Checkpoints that a new sequencer is told of. */
const RETOLD = 2;

/** Rides along with inputs: each hash of the final state, in a few packets. */
export class HashCourier {
  readonly #engine: RoomEngine;
  #index = -1;
  #copies = 0;

  constructor(engine: RoomEngine) {
    this.#engine = engine;
  }

  /** Another peer compares from now on: the newest ones are told again. */
  restart(): void {
    this.#index = Math.min(this.#index, this.#engine.hashes.newest - RETOLD);
    this.#copies = 0;
  }

  /** There is one that nobody was told of: it is worth a packet of its own. */
  get hasNews(): boolean {
    return this.#copies === 0 && this.#index < this.#engine.hashes.newest;
  }

  /**
   * The hash for the next packet, null when all went out often enough.
   *
   * @param life of the witness, which rides along
   */
  take(life: number): InputPacket['hash'] {
    const { hashes } = this.#engine;
    if (this.#copies === 0 || this.#index > hashes.newest) this.#turnToNext(hashes.newest);
    const value = hashes.get(this.#index);
    if (value === undefined) this.#copies = 0;
    if (this.#copies === 0 || value === undefined) return null;
    this.#copies -= 1;
    return { index: toShortHashIndex(this.#index), value, life };
  }

  /** One after the other: several may have become final at once. */
  #turnToNext(newest: number): void {
    if (this.#index === newest) return;
    this.#index =
      this.#index > newest ? newest : Math.max(this.#index + 1, newest - COMPARED_CHECKPOINTS + 1);
    this.#copies = COPIES;
  }
}
