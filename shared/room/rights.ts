import { BY_SEQUENCER, type Command, type MemberId } from './command.ts';
import { findPerson, type RoomState, runsRoom } from './room-state.ts';
import { TEAM_NONE } from '../sim/team.ts';

/**
 * [R1] Says whether a member may give a command. Checked by the sequencer before it puts a command into the timeline, and
 * by every peer as it folds it: a command without the right to be there changes nothing.
 */
export function isCommandAllowed(room: RoomState, command: Command): boolean {
  if (command.type === 'join' || command.type === 'absent' || command.type === 'mark') {
    return command.by === BY_SEQUENCER;
  }
  if (command.by === BY_SEQUENCER) return maySequencer(room, command);
  return findPerson(room, command.by) !== undefined && mayPerson(room, command);
}

/** What a person says of itself alone. */
const OF_ITSELF: readonly Command['type'][] = ['ready', 'here', 'wait', 'vote', 'claim', 'script'];

function mayPerson(room: RoomState, command: Command): boolean {
  const { by } = command;
  if (OF_ITSELF.some((type) => type === command.type)) return true;
  switch (command.type) {
    case 'team':
      return runsRoom(room, by) || (by === command.member && !room.areTeamsLocked);
    case 'badge':
      return by === command.member || runsRoom(room, by);
    case 'leave':
      return by === command.member || maySendAway(room, by, command.member);
    case 'coming':
      return runsRoom(room, by) && command.stadium !== null;
    case 'coHost':
    case 'host':
      return by === room.host;
    default:
      return runsRoom(room, by);
  }
}

/** [R34] A co-host has the host's rights over everybody but the host. */
function maySendAway(room: RoomState, by: MemberId, member: MemberId): boolean {
  return by === room.host || (runsRoom(room, by) && member !== room.host);
}

/** A stadium comes from the sequencer only when the host asked for it, in the timeline. */
function maySequencer(room: RoomState, command: Command): boolean {
  if (command.type === 'team') return command.team === TEAM_NONE;
  if (command.type === 'coming') return command.stadium === null;
  if (command.type === 'stadium') return command.stadium === room.coming;
  if (command.type === 'playOn') return command.moment === room.coming;
  return command.type === 'leave';
}
