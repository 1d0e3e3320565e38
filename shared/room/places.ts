import { changeHands, placePlayer } from '../sim/match/match-commands.ts';
import { MATCH, PHASE } from '../sim/match-state.ts';
import { SEATS, type Seat } from '../sim/seat.ts';
import { TEAM_NONE, TEAM_SUN, TEAM_WAVE, type Team, otherTeam } from '../sim/team.ts';
import type { MemberId } from './command.ts';
import {
  type Bot,
  type Member,
  type Person,
  type RoomState,
  findMember,
  findMemberAt,
  isPerson,
  isScript,
  peopleIn,
} from './room-state.ts';
import { type World, isStopped } from './world.ts';

export const TEAM_SIZE_MAX = 4;

/**
 * [R4] A seat goes with a team: the lowest free one. A full team changes nothing. [R13] A bot makes place
 * for a person, and has no place but its seat.
 */
export function moveToTeam(world: World, id: MemberId, team: Team): void {
  const member = findMember(world.room, id);
  if (!member) return;
  if (member.team === team) return changePerson(world, id, { waits: TEAM_NONE });
  if (!mayPlayIn(member, team)) return;
  const seat = team === TEAM_NONE ? null : (member.seat ?? freeSeat(world.room));
  const isFull = seat === null || teamSize(world.room, team) >= teamLimit(world.room);
  if (team !== TEAM_NONE && isFull) {
    if (!isPerson(member) || !findBot(world.room, team)) return;
    return isStopped(world) ? takePlace(world, id, team) : changePerson(world, id, { waits: team });
  }
  if (member.seat !== null) placePlayer(world.arena, world.match, member.seat, TEAM_NONE);
  if (seat !== null) placePlayer(world.arena, world.match, seat, team);
  const members = world.room.members.map((one): Member => {
    if (one.id !== id) return one;
    if (isPerson(one)) return { ...one, team, seat, ready: false, waits: TEAM_NONE };
    return { ...one, team };
  });
  world.room = { ...world.room, members };
}

/** A bot has no place but its seat, and [R41] a script has none. */
function mayPlayIn(member: Member, team: Team): boolean {
  return team === TEAM_NONE ? isPerson(member) : !isScript(member);
}

/** [R11] Takes a bot's seat in a team, or a free one where it has no bot. */
export function takePlace(world: World, id: MemberId, team: Team): void {
  const bot = findBot(world.room, team);
  if (!bot) return moveToTeam(world, id, team);
  const { seat } = bot;
  const person = findMember(world.room, id);
  if (!person || isScript(person)) return;
  if (person.seat !== null) placePlayer(world.arena, world.match, person.seat, TEAM_NONE);
  const members = world.room.members.filter((other) => other !== bot);
  world.room = { ...world.room, members };
  changeHands(world.match, seat);
  changePerson(world, id, { team, seat, ready: false, waits: TEAM_NONE });
}

/**
 * [R12] Those who wait for a bot's seat get it: at a kick-off, or when no match is on. To be called once
 * a tick, behind its commands.
 */
export function seatThoseWhoWait(world: World): void {
  const { room } = world;
  const phase = world.match.ints[MATCH.phase];
  const isKickOff = phase === PHASE.countdown || phase === PHASE.kickOff;
  if (!isStopped(world) && !isKickOff) return;
  for (const member of room.members) {
    if (!isPerson(member) || member.waits === TEAM_NONE || member.absent) continue;
    takePlace(world, member.id, member.waits);
    changePerson(world, member.id, { waits: TEAM_NONE });
  }
}

/** Changes a person; a bot stays as it is. */
export function changePerson(
  world: World,
  id: MemberId,
  part: Partial<Omit<Person, 'type'>>,
): void {
  const members = world.room.members.map((member) =>
    member.id === id && isPerson(member) ? { ...member, ...part } : member,
  );
  world.room = { ...world.room, members };
}

/** [R13] A person that goes to this team gets a seat, now or at the next kick-off. */
export function hasPlace(room: RoomState, { seat, script }: Person, team: Team): boolean {
  if (script && team !== TEAM_NONE) return false;
  const hasSeat = seat !== null || freeSeat(room) !== null;
  const isFree = hasSeat && teamSize(room, team) < teamLimit(room);
  return team === TEAM_NONE || isFree || findBot(room, team) !== undefined;
}

/** [R4] [R31] Most members of a team. */
export function teamLimit({ auto }: RoomState): number {
  return auto === 0 ? TEAM_SIZE_MAX : auto;
}

/** Members of a team, people and bots. */
export function teamSize(room: RoomState, team: Team): number {
  return room.members.filter((member) => member.team === team).length;
}

/** People of a team. */
export function peopleOf(room: RoomState, team: Team): number {
  return peopleIn(room).filter((person) => person.team === team).length;
}

/** The team that has less by this measure; Sun when both are alike. */
export function smallerTeam(room: RoomState, size: typeof teamSize): Team {
  return size(room, TEAM_WAVE) < size(room, TEAM_SUN) ? TEAM_WAVE : TEAM_SUN;
}

/** The bot that came last to a team. */
function findBot(room: RoomState, team: Team): Bot | undefined {
  return room.members.findLast(
    (member): member is Bot => member.type === 'bot' && member.team === team,
  );
}

/** A team that has a bot: the one with fewer people, if both have one. */
export function teamWithBots(room: RoomState): Team {
  const first = smallerTeam(room, peopleOf);
  return [first, otherTeam(first)].find((team) => findBot(room, team)) ?? TEAM_NONE;
}

/** The lowest seat that no member has; null when all are taken. */
export function freeSeat(room: RoomState): Seat | null {
  return SEATS.find((seat) => !findMemberAt(room, seat)) ?? null;
}
