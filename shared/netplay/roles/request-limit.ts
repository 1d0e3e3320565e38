import type { PeerId } from '../../base/peer-id.ts';

type Allowance = { readonly burst: number; readonly perSecond: number };
/** Of one member at once and by the second: more than a person clicks, and what the game asks again by itself. */
const MEMBER: Allowance = { burst: 16, perSecond: 4 };
/** Of one that runs the room: a script that sets all discs of a map, and then one in each tick. */
const RUNNER: Allowance = { burst: 96, perSecond: 60 };

type Bucket = { left: number; atMs: number };

/** [N43] What members may ask of the sequencer, each by itself: the rest is dropped, and asked again. */
export class RequestLimit {
  readonly #buckets = new Map<PeerId, Bucket>();

  /**
   * False when it is too much.
   *
   * @param runsRoom the host, or one that has its rights
   */
  tryTake(peer: PeerId, nowMs: number, runsRoom = false): boolean {
    const { burst, perSecond } = runsRoom ? RUNNER : MEMBER;
    const bucket = this.#buckets.get(peer) ?? { left: burst, atMs: nowMs };
    this.#buckets.set(peer, bucket);
    const refilled = bucket.left + ((nowMs - bucket.atMs) * perSecond) / 1_000;
    bucket.left = Math.min(burst, refilled);
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
