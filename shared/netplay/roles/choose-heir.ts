import { newestMark } from '../../consensus/log.ts';
import { includes } from '../../consensus/members.ts';
import type { MemberId } from '../../room/command.ts';
import { type RoomState, findMemberOf } from '../../room/room-state.ts';
import type { RemotePeer, Remotes } from '../replication/remote-peer.ts';
import type { Agreement } from '../agreement/agreement.ts';

/** A peer that was silent for longer is not trusted with a term. */
const HEARD_MS = 500;

/**
 * [N21] The member that would go on at once: in the configuration, seen, heard; players before
 * spectators.
 *
 * @param among only these; everybody when it is left out
 */
export function chooseHeir(
  remotes: Remotes,
  agreement: Agreement,
  room: RoomState,
  nowMs: number,
  among?: ReadonlySet<MemberId>,
): RemotePeer | null {
  let best: RemotePeer | null = null;
  let bestRank = Number.POSITIVE_INFINITY;
  for (const remote of remotes.values()) {
    const member = findMemberOf(room, remote.peer);
    const { page, isHidden, hasLeft, channel, needsSnapshot, feed } = remote;
    if (!member || member.absent || (among && !among.has(member.id))) continue;
    const isThere = channel.isReady && nowMs - channel.meter.lastHeardMs < HEARD_MS;
    const isWhole = !needsSnapshot && !feed.isLoading;
    if (isHidden || hasLeft || !isThere || !isWhole) continue;
    if (!includes(newestMark(agreement.log).members, page)) continue;
    const rank = member.id + (member.seat === null ? 1_000 : 0);
    if (rank < bestRank) [best, bestRank] = [remote, rank];
  }
  return best;
}
