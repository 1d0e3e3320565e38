import type { PeerId } from '../../base/peer-id.ts';

/** Of one member at once: more than a person clicks, and what the game asks again by itself. */
const BURST = 16;
const PER_SECOND = 4;

type Bucket = { left: number; atMs: number };

/** [N43] What members may ask of the sequencer, each by itself: the rest is dropped, and asked again. */
export class RequestLimit {
  readonly #buckets = new Map<PeerId, Bucket>();

  /** False when it is too much. */
  tryTake(peer: PeerId, nowMs: number): boolean {
    const bucket = this.#buckets.get(peer) ?? { left: BURST, atMs: nowMs };
    this.#buckets.set(peer, bucket);
    const refilled = bucket.left + ((nowMs - bucket.atMs) * PER_SECOND) / 1_000;
    bucket.left = Math.min(BURST, refilled);
    bucket.atMs = nowMs;
    if (bucket.left < 1) return false;
    bucket.left -= 1;
    return true;
  }

  /** It has left for good. */
  forget(peer: PeerId): void {
    this.#buckets.delete(peer);
  }
}
