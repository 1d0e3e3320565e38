import type { PeerId } from '../../shared/base/peer-id.ts';
import type { RoomCode } from '../../shared/lobby/ids.ts';
import type { RoomSession } from '../../shared/netplay/room-session.ts';
import type { MemberId } from '../../shared/sim/command.ts';
import { findMember } from '../../shared/sim/room-state.ts';

/** What sending somebody away needs of the lobby. `LobbyClient` is one. */
export interface RemovalChannel {
  removeMember(code: RoomCode, peer: PeerId): Promise<unknown>;
}

/**
 * Sends a member away, in the timeline and in the lobby. The timeline puts it out of the match; only
 * the lobby can keep it out, since whoever comes again is another peer. What the lobby answers
 * changes nothing here: where it takes somebody else for the host, the timeline's word is all there is.
 */
export function removeMember(
  session: Pick<RoomSession, 'world' | 'request'>,
  lobby: RemovalChannel,
  code: RoomCode,
  member: MemberId,
): void {
  const peer = findMember(session.world.room, member)?.peer;
  if (peer === undefined) return;
  session.request({ type: 'leave', member });
  void lobby.removeMember(code, peer);
}
