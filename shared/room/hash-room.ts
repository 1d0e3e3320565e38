import { finishHash, hashText, mixHash, startHash } from '../base/hash.ts';
import { BOT_LEVEL_NAMES } from './bots.ts';
import { DISC_TRAITS } from './disc-values.ts';
import {
  type Bot,
  type ChangedDisc,
  isPerson,
  type Person,
  type PlaysOn,
  type RoomState,
} from './room-state.ts';

/** Scratch: a number of 32 bits, and its bits. */
const asNumber = new Float32Array(1);
const asBits = new Int32Array(asNumber.buffer);

/** Hash of a room, field by field: the order of an object's keys does not count. */
export function hashRoom(room: RoomState): number {
  let hash = hashScripted(hashAgreed(hashMembers(startHash(), room), room), room);
  for (const { by, against, until } of room.votes) {
    hash = mixHash(mixHash(mixHash(hash, by), against ?? -1), until);
  }
  for (const peer of room.sentAway) hash = mixHash(hash, hashText(peer));
  for (const id of room.queue) hash = mixHash(hash, id);
  if (room.playsOn !== null) hash = hashPlaysOn(hash, room.playsOn);
  const { deserted } = room;
  if (deserted !== null) hash = mixHash(mixHash(hash, deserted.team), deserted.since);
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

/** Of the bits of its numbers, as they travel. */
function hashDisc(before: number, { disc, holder, traits }: ChangedDisc): number {
  let hash = mixHash(mixHash(before, disc), holder === null ? -1 : holder.member);
  if (holder !== null) hash = mixHash(hash, holder.team);
  for (const name of DISC_TRAITS) {
    const value = traits[name];
    hash = mixHash(hash, value === null ? 0 : 1);
    if (value === null) continue;
    asNumber[0] = value;
    // Flags and colours are whole numbers of 32 bits, which the other view would round.
    const isWhole = name === 'cMask' || name === 'cGroup' || name === 'color';
    hash = mixHash(hash, isWhole ? value : asBits[0]!);
  }
  return hash;
}

function hashScripted(
  before: number,
  { kits, areTeamsLocked, kickLimit, discs }: RoomState,
): number {
  let hash = mixHash(before, areTeamsLocked ? 1 : 0);
  for (const kit of [kits.sun, kits.wave]) {
    hash = mixHash(hash, kit?.stripes.length ?? 0);
    if (kit === null) continue;
    for (const part of [kit.angle, kit.text, ...kit.stripes]) hash = mixHash(hash, part);
  }
  for (const changed of discs) hash = hashDisc(hash, changed);
  for (const part of [kickLimit.interval, kickLimit.rate, kickLimit.burst]) {
    hash = mixHash(hash, part);
  }
  return hash;
}

function hashPlaysOn(before: number, playsOn: PlaysOn): number {
  const { moment, by, from, bots, moved, stadium, rules } = playsOn;
  let hash = mixHash(mixHash(mixHash(before, hashText(moment)), by), from);
  for (const id of bots) hash = mixHash(hash, id);
  for (const { member, before: team, to } of moved) {
    hash = mixHash(mixHash(mixHash(hash, member), team), to);
  }
  hash = mixHash(hash, hashText(stadium));
  return mixHash(mixHash(hash, rules.timeLimitMinutes), rules.scoreLimit);
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
  return mixHash(mixHash(hash, room.auto), room.rotates ? 1 : 0);
}

function levelNumber({ level }: Bot): number {
  return BOT_LEVEL_NAMES.indexOf(level);
}
