import type { PeerId } from '../../base/peer-id.ts';
import { type Rate, TokenBucket } from '../../base/token-bucket.ts';

/** Of one member at once and by the second: more than a person clicks, and what the game asks again by itself. */
const MEMBER: Rate = { burst: 16, perSecond: 4 };
/** Of one that runs the room: a script that sets all discs of a map, and then one in each tick. */
const RUNNER: Rate = { burst: 96, perSecond: 60 };

/** [N43] What members may ask of the sequencer, each by itself: the rest is dropped, and asked again. */
export class RequestLimit {
  readonly #ofMembers = new Map<PeerId, TokenBucket>();
  readonly #ofRunners = new Map<PeerId, TokenBucket>();

  /**
   * False when it is too much.
   *
   * @param runsRoom the host, or one that has its rights
   */
  tryTake(peer: PeerId, nowMs: number, runsRoom = false): boolean {
    const buckets = runsRoom ? this.#ofRunners : this.#ofMembers;
    const bucket = buckets.get(peer) ?? new TokenBucket(runsRoom ? RUNNER : MEMBER, nowMs);
    buckets.set(peer, bucket);
    return bucket.take(nowMs) === 0;
  }

  /** It has left for good. */
  forget(peer: PeerId): void {
    this.#ofMembers.delete(peer);
    this.#ofRunners.delete(peer);
  }
}
