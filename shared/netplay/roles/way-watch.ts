import { type Members, NO_MEMBERS, type PageNumber, only } from '../../consensus/members.ts';
import type { MemberId } from '../../room/command.ts';
import { type RoomState, findMemberOf } from '../../room/room-state.ts';
import type { OwnWay } from '../replication/own-way.ts';
import type { OwnWord, Remotes } from '../replication/remote-peer.ts';

const ASK_EVERY_MS = 1_000;
/** ms between two questions for a page that is out of reach, twice as long each time: mostly it is gone. */
const ASK_LOST_MS = 200;
const ASK_LOST_MAX_MS = 2_000;
/** ms that another reaches a page and this one does not: behind an outage the first sign of life comes to one first. */
const SURE_MS = 300;
/** ms: an answer is no longer true. */
const ANSWER_MS = 1_500;
/** A way is better where packets wait for less than this share of the own wait. */
const BETTER = 1 / 3;
/** ms that make no difference between two heirs: of waiting, and of round trip. */
const AS_FREE_MS = 3;
const AS_NEAR_MS = 30;

type Able = OwnWord & { readonly id: MemberId; readonly page: PageNumber };

/** [N58] [N59] A sequencer with a thin way, or none to a member, looks for one that has a better way. */
export class WayWatch {
  readonly #way: OwnWay;
  readonly #page: PageNumber;
  #thinSinceMs: number | null = null;
  #lost: Members = NO_MEMBERS;
  #lostSinceMs = 0;
  #foundMs: number | null = null;
  #askedMs = Number.NEGATIVE_INFINITY;
  #askAgainMs = ASK_LOST_MS;

  /** @param page the own one */
  constructor(way: OwnWay, page: PageNumber) {
    this.#way = way;
    this.#page = page;
  }

  /** Once an advance of the sequencer: those to whom the part had better go; null while it is well here. */
  advance(room: RoomState, remotes: Remotes, nowMs: number): ReadonlySet<MemberId> | null {
    const isThin = this.#noteThin(nowMs);
    const lost = this.#noteLost(room, remotes, nowMs);
    if (!isThin && lost === NO_MEMBERS) return null;
    this.#ask(remotes, isThin ? ASK_EVERY_MS : this.#askAgainMs, nowMs);
    const able = findAble(room, remotes, nowMs);
    if (lost !== NO_MEMBERS) {
      const better = nearestOf(able.filter((one) => this.#reachesMore(one, lost)));
      if (better === null) this.#foundMs = null;
      else if (nowMs - (this.#foundMs ??= nowMs) >= SURE_MS) return better;
    }
    return isThin ? freestOf(able, this.#way.waitMs * BETTER) : null;
  }

  #noteThin(nowMs: number): boolean {
    if (!this.#way.isThin) {
      this.#thinSinceMs = null;
      return false;
    }
    this.#thinSinceMs ??= nowMs;
    return nowMs - this.#thinSinceMs >= this.#way.patience.waitMs(nowMs);
  }

  /** Members that are out of reach from here, for long enough. */
  #noteLost(room: RoomState, remotes: Remotes, nowMs: number): Members {
    let lost = NO_MEMBERS;
    for (const { peer, page, hasLeft } of remotes.values()) {
      if (!hasLeft && findMemberOf(room, peer)) lost |= only(page);
    }
    lost &= ~this.#way.reached;
    if (lost !== this.#lost) {
      this.#lost = lost;
      this.#lostSinceMs = nowMs;
      this.#foundMs = null;
      this.#askAgainMs = ASK_LOST_MS;
    }
    return nowMs - this.#lostSinceMs < this.#way.patience.lostMs(nowMs) ? NO_MEMBERS : lost;
  }

  #ask(remotes: Remotes, everyMs: number, nowMs: number): void {
    if (nowMs - this.#askedMs < everyMs) return;
    this.#askedMs = nowMs;
    this.#askAgainMs = Math.min(2 * everyMs, ASK_LOST_MAX_MS);
    for (const { channel } of remotes.values()) {
      if (channel.isReady) channel.offerControl({ type: 'way', answer: null });
    }
  }

  /** [N59] All that are reached from here, and one that is not: so the part goes round in no circle. */
  #reachesMore({ page, reached }: Able, lost: Members): boolean {
    const needed = (this.#way.reached | only(this.#page)) & ~only(page);
    return (needed & ~reached) === 0 && (lost & reached) !== 0;
  }
}

function findAble(room: RoomState, remotes: Remotes, nowMs: number): Able[] {
  return [...remotes.values()].flatMap(({ peer, page, way }) => {
    const member = findMemberOf(room, peer);
    const isFresh = way !== null && nowMs - way.atMs < ANSWER_MS;
    return member && isFresh ? [{ ...way, id: member.id, page }] : [];
  });
}

function freestOf(able: readonly Able[], waitMaxMs: number): ReadonlySet<MemberId> | null {
  const leastMs = Math.min(...able.map(({ waitMs }) => waitMs));
  if (leastMs >= waitMaxMs) return null;
  return nearestOf(able.filter(({ waitMs }) => waitMs - leastMs <= AS_FREE_MS));
}

function nearestOf(able: readonly Able[]): ReadonlySet<MemberId> | null {
  if (able.length === 0) return null;
  const nearestMs = Math.min(...able.map(({ rttMs }) => rttMs));
  return new Set(able.filter(({ rttMs }) => rttMs - nearestMs < AS_NEAR_MS).map(({ id }) => id));
}
