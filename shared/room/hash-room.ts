import { finishHash, hashText, mixHash, startHash } from '../base/hash.ts';
import { BOT_LEVEL_NAMES } from './bots.ts';
import { type Bot, isPerson, type Person, type RoomState } from './room-state.ts';

/** Hash of a room, field by field: the order of an object's keys does not count. */
export function hashRoom(room: RoomState): number {
  let hash = hashScripted(hashAgreed(hashMembers(startHash(), room), room), room);
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
    hash = isPerson(member) ? hashPerson(hash, member) : mixHash(hash, -1);
  }
  return hash;
}

function hashPerson(before: number, { waits, coHost, script, filters, badge }: Person): number {
  const marks = (coHost ? 1 : 0) + (script ? 2 : 0) + (filters ? 4 : 0);
  const hash = mixHash(mixHash(before, waits), marks);
  return badge === null ? hash : mixHash(hash, hashText(badge));
}

function hashScripted(before: number, { kits, areTeamsLocked, kickLimit }: RoomState): number {
  let hash = mixHash(before, areTeamsLocked ? 1 : 0);
  for (const kit of [kits.sun, kits.wave]) {
    hash = mixHash(hash, kit?.stripes.length ?? 0);
    if (kit === null) continue;
    for (const part of [kit.angle, kit.text, ...kit.stripes]) hash = mixHash(hash, part);
  }
  for (const part of [kickLimit.interval, kickLimit.rate, kickLimit.burst]) {
    hash = mixHash(hash, part);
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
