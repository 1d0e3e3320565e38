import { finishHash, hashText, mixHash, startHash } from '../base/hash.ts';
import { BOT_LEVEL_NAMES } from './bots.ts';
import { type Bot, isPerson, type RoomState } from './room-state.ts';

/** Hash of a room, field by field: the order of an object's keys does not count. */
export function hashRoom(room: RoomState): number {
  let hash = hashAgreed(hashMembers(startHash(), room), room);
  for (const { by, against, until } of room.votes) {
    hash = mixHash(mixHash(mixHash(hash, by), against ?? -1), until);
  }
  for (const peer of room.sentAway) hash = mixHash(hash, hashText(peer));
  for (const id of room.queue) hash = mixHash(hash, id);
  return finishHash(hash, room.members.length);
}

function hashMembers(before: number, { members }: RoomState): number {
  let hash = before;
  for (const member of members) {
    hash = mixHash(hash, member.id);
    hash = mixHash(hash, isPerson(member) ? hashText(member.peer) : levelNumber(member));
    hash = mixHash(hash, hashText(member.name));
    hash = mixHash(hash, member.team);
    hash = mixHash(hash, member.seat ?? -1);
    const marks = (member.ready ? 1 : 0) + (member.absent ? 2 : 0) + (member.idle ? 4 : 0);
    hash = mixHash(hash, marks);
    hash = mixHash(hash, isPerson(member) ? member.waits : -1);
  }
  return hash;
}

function hashAgreed(before: number, room: RoomState): number {
  let hash = mixHash(before, room.host);
  if (room.owner !== null) hash = mixHash(hash, hashText(room.owner));
  hash = mixHash(hash, room.sequencer);
  hash = mixHash(hash, room.term);
  const { configuration } = room;
  if (configuration) hash = mixHash(mixHash(hash, configuration.pages), configuration.at);
  hash = mixHash(hash, room.rules.timeLimitMinutes);
  hash = mixHash(hash, room.rules.scoreLimit);
  hash = mixHash(hash, hashText(room.stadium));
  if (room.coming !== null) hash = mixHash(hash, hashText(room.coming));
  hash = mixHash(hash, room.isSwapped ? 1 : 0);
  if (room.rematchAt !== null) hash = mixHash(hash, room.rematchAt);
  hash = mixHash(mixHash(hash, room.wins.sun), room.wins.wave);
  return mixHash(hash, room.auto);
}

function levelNumber({ level }: Bot): number {
  return BOT_LEVEL_NAMES.indexOf(level);
}
