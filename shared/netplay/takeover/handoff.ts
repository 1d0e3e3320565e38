import type { MemberId } from '../../room/command.ts';
import { type RoomState, findMemberOf } from '../../room/room-state.ts';
import { type Tick, toTick } from '../../sim/tick.ts';
import type { ControlMessage } from '../../wire/control-packet.ts';
import type { RemotePeer, Remotes } from '../replication/remote-peer.ts';

/** Whoever was silent for longer is not trusted with a reign. */
const HEARD_MS = 500;
/** The same for somebody who lags further behind the timeline. */
const BEHIND_MAX_TICKS = 60;
/** After this the old sequencer goes on itself, in a later term than the one it gave away. */
const GIVE_UP_MS = 1_100;
/** An heir that cannot begin within this time leaves it: well before the old one goes on. */
export const INHERIT_WITHIN_MS = 500;
/** The word goes out so often at first, faster than the lane would send it again. */
const URGES_MAX = 4;
const URGE_EVERY_MS = 25;
/** Until the next try after one that failed. */
const AGAIN_AFTER_MS = 10_000;

export type SuccessorWish = {
  readonly room: RoomState;
  /** First tick that is not final. */
  readonly end: number;
  readonly nowMs: number;
  /** Only these; everybody when it is left out. */
  readonly among?: ReadonlySet<MemberId>;
};

/** [N21] Who would go on at once: present, seen, up to date; players before spectators. */
export function chooseSuccessor(remotes: Remotes, wish: SuccessorWish): RemotePeer | null {
  let best: RemotePeer | null = null;
  let bestRank = Number.POSITIVE_INFINITY;
  for (const remote of remotes.values()) {
    const member = findMemberOf(wish.room, remote.peer);
    if (!member || member.absent || (wish.among && !wish.among.has(member.id))) continue;
    if (!isAble(remote, wish)) continue;
    const rank = member.id + (member.seat === null ? 1_000 : 0);
    if (rank < bestRank) [best, bestRank] = [remote, rank];
  }
  return best;
}

/** What it is believed to hold does not count: it may be about to ask for the world anew. */
function isAble(remote: RemotePeer, { end, nowMs }: SuccessorWish): boolean {
  const { channel, feed, isHidden, hasLeft } = remote;
  const isFed = remote.isFed && !remote.needsSnapshot && !feed.isLoading;
  if (isHidden || hasLeft || !isFed || !channel.isReady) return false;
  return end - feed.heldEnd < BEHIND_MAX_TICKS && nowMs - channel.meter.lastHeardMs < HEARD_MS;
}

/** Until when no other handoff is tried: it outlives the reign in which one failed. */
export type HandoffPatience = { notBeforeMs: number };

/** [N21] A reign on its way to somebody else: until it begins there, nothing becomes final here. */
export class Handoff {
  #heir: RemotePeer | null = null;
  #sinceMs = 0;
  #word: ControlMessage = { type: 'abdicate', term: 0, end: toTick(0) };
  #urges = 0;
  #urgedMs = Number.NEGATIVE_INFINITY;
  readonly #patience: HandoffPatience;

  constructor(patience: HandoffPatience) {
    this.#patience = patience;
  }

  get isUnderway(): boolean {
    return this.#heir !== null;
  }

  isTo(remote: RemotePeer): boolean {
    return this.#heir === remote;
  }

  mayBegin(nowMs: number): boolean {
    return this.#heir === null && nowMs >= this.#patience.notBeforeMs;
  }

  /** @param end the heir begins once it holds all ticks before this one */
  begin(heir: RemotePeer, term: number, end: Tick, nowMs: number): void {
    this.#heir = heir;
    this.#sinceMs = nowMs;
    this.#word = { type: 'abdicate', term, end };
    this.#urges = 0;
    this.urge(nowMs);
  }

  /** While the heir does not answer: a hidden tab has no time for a lost packet. */
  urge(nowMs: number): void {
    if (!this.#heir || this.#urges >= URGES_MAX || nowMs - this.#urgedMs < URGE_EVERY_MS) return;
    this.#urges += 1;
    this.#urgedMs = nowMs;
    this.#heir.channel.sendControl(this.#word);
  }

  /** True when the heir did not begin: it is over. */
  hasFailed(nowMs: number): boolean {
    if (this.#heir === null || nowMs - this.#sinceMs < GIVE_UP_MS) return false;
    this.#heir = null;
    this.#patience.notBeforeMs = nowMs + AGAIN_AFTER_MS;
    return true;
  }
}
