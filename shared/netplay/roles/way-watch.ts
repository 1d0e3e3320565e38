import type { MemberId } from '../../room/command.ts';
import { type RoomState, findMemberOf } from '../../room/room-state.ts';
import type { OwnWay } from '../replication/own-way.ts';
import type { Remotes } from '../replication/remote-peer.ts';

const ASK_EVERY_MS = 1_000;
/** ms: an answer is no longer true. */
const ANSWER_MS = 2_000;
/** A way is better where packets wait for less than this share of the own wait. */
const BETTER = 1 / 3;
/** ms that make no difference between two heirs: of waiting, and of round trip. */
const AS_FREE_MS = 3;
const AS_NEAR_MS = 30;

/** [N58] A sequencer whose way is thin looks for a member that has a better one. */
export class WayWatch {
  readonly #way: OwnWay;
  #thinSinceMs: number | null = null;
  #askedMs = Number.NEGATIVE_INFINITY;

  constructor(way: OwnWay) {
    this.#way = way;
  }

  /** Once an advance of the sequencer: those to whom the part had better go; null while it is well here. */
  advance(room: RoomState, remotes: Remotes, nowMs: number): ReadonlySet<MemberId> | null {
    if (!this.#way.isThin) {
      this.#thinSinceMs = null;
      return null;
    }
    this.#thinSinceMs ??= nowMs;
    if (nowMs - this.#thinSinceMs < this.#way.patience.waitMs(nowMs)) return null;
    if (nowMs - this.#askedMs >= ASK_EVERY_MS) {
      this.#askedMs = nowMs;
      for (const { channel } of remotes.values()) {
        if (channel.isReady) channel.offerControl({ type: 'way', answer: null });
      }
    }
    return chooseBetter(room, remotes, this.#way.waitMs * BETTER, nowMs);
  }
}

function chooseBetter(
  room: RoomState,
  remotes: Remotes,
  waitMaxMs: number,
  nowMs: number,
): ReadonlySet<MemberId> | null {
  const able = [...remotes.values()].flatMap(({ peer, way }) => {
    const member = findMemberOf(room, peer);
    const isFresh = way !== null && nowMs - way.atMs < ANSWER_MS;
    return member && isFresh && way.waitMs < waitMaxMs ? [{ id: member.id, ...way }] : [];
  });
  if (able.length === 0) return null;
  const leastMs = Math.min(...able.map(({ waitMs }) => waitMs));
  const free = able.filter(({ waitMs }) => waitMs - leastMs <= AS_FREE_MS);
  const nearestMs = Math.min(...free.map(({ rttMs }) => rttMs));
  return new Set(free.filter(({ rttMs }) => rttMs - nearestMs < AS_NEAR_MS).map(({ id }) => id));
}
