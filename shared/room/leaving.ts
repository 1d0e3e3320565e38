import type { PeerId } from '../base/peer-id.ts';
import { placePlayer } from '../sim/match/match-commands.ts';
import { TEAM_NONE } from '../sim/team.ts';
import type { MemberId } from './command.ts';
import { findMember, findPerson, peopleIn } from './room-state.ts';
import type { World } from './world.ts';

/** [R26] So many peers that were sent away are known; the oldest are forgotten first. */
export const SENT_AWAY_MAX = 16;

/**
 * [R3] When the host leaves, the person who has been here for longest is the host: of those present, if
 * any. [R8] A goodbye gives the room to that one; who was away for too long only lends it.
 */
export function leave(world: World, id: MemberId): void {
  const member = findMember(world.room, id);
  if (!member) return;
  if (member.seat !== null) placePlayer(world.arena, world.match, member.seat, TEAM_NONE);
  const members = world.room.members.filter((other) => other.id !== id);
  const votes = world.room.votes.filter(({ by, against }) => by !== id && against !== id);
  const queue = world.room.queue.filter((other) => other !== id);
  const people = peopleIn({ members });
  const next = people.find(({ absent, script }) => !absent && !script) ?? people[0];
  const host = world.room.host === id ? (next?.id ?? id) : world.room.host;
  const isGivenUp = world.room.owner === member.peer && !member.absent;
  const owner = isGivenUp ? (next?.peer ?? null) : world.room.owner;
  world.room = { ...world.room, members, votes, queue, host, owner };
}

/** [R26] A member goes because others want it to. A bot may come again. */
export function sendAway(world: World, id: MemberId): void {
  const person = findPerson(world.room, id);
  leave(world, id);
  if (!person) return;
  const { room } = world;
  const sentAway: readonly PeerId[] = [...room.sentAway, person.peer].slice(-SENT_AWAY_MAX);
  // One that is away does not keep what it was sent away from.
  const next = findPerson(room, room.host)?.peer ?? null;
  world.room = { ...room, sentAway, owner: room.owner === person.peer ? next : room.owner };
}
