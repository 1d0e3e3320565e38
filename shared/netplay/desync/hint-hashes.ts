import type { PeerId } from '../../base/peer-id.ts';
import type { InputPacket } from '../../wire/input-packet.ts';
import { toShortHashIndex } from '../engine/hash-history.ts';
import type { RoomEngine } from '../engine/room-engine.ts';

/** Hints that carry a hash: where both are lost, the next checkpoint tells as much. */
const COPIES = 2;

/**
 * [N42] Rides along with hints: the newest checkpoint of the own final state, to each of the other
 * members. It is told although the state was replaced meanwhile: that it was false is the news.
 */
export class HintHashes {
  readonly #engine: RoomEngine;
  readonly #told = new Map<PeerId, { index: number; left: number }>();
  #index = -1;
  #value = 0;

  constructor(engine: RoomEngine) {
    this.#engine = engine;
  }

  /** Once a tick. */
  observe(): void {
    const { hashes } = this.#engine;
    const value = hashes.get(hashes.newest);
    if (value === undefined) return;
    this.#index = hashes.newest;
    this.#value = value;
  }

  /** The hash for the next hint to this peer; null when it was told often enough. */
  take(peer: PeerId): InputPacket['hash'] {
    if (this.#index < 0) return null;
    const told = this.#told.get(peer) ?? { index: -1, left: 0 };
    this.#told.set(peer, told);
    if (told.index !== this.#index) {
      told.index = this.#index;
      told.left = COPIES;
    }
    if (told.left === 0) return null;
    told.left -= 1;
    return { index: toShortHashIndex(this.#index), value: this.#value, life: 0 };
  }

  /** A peer has left for good. */
  forget(peer: PeerId): void {
    this.#told.delete(peer);
  }
}
