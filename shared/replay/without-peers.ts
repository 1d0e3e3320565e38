import type { PeerId } from '../base/peer-id.ts';
import type { Command, MemberId } from '../sim/command.ts';
import type { RoomState } from '../sim/room-state.ts';

/**
 * [P7] A replay is handed around: it names members as they named themselves, and not by what the
 * lobby knows their machines as. No rule of the game looks at a peer id, so it plays the same.
 */
export function roomWithoutPeers(room: RoomState): RoomState {
  const members = room.members.map((member) => ({ ...member, peer: placeOf(member.id) }));
  return { ...room, members };
}

export function commandWithoutPeers(command: Command): Command {
  return command.type === 'join' ? { ...command, peer: placeOf(command.member) } : command;
}

function placeOf(member: MemberId): PeerId {
  return `member-${member}` as PeerId;
}
