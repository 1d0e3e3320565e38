import type { PeerId } from '../../../shared/base/peer-id.ts';
import type { MemberId, RoomRequest } from '../../../shared/room/command.ts';
import { hasPlace, peopleOf, smallerTeam, teamSize } from '../../../shared/room/places.ts';
import {
  findPerson,
  isAway,
  isPerson,
  peopleIn,
  type Member,
  type Person,
  type RoomState,
} from '../../../shared/room/room-state.ts';
import { isStopped, type World } from '../../../shared/room/world.ts';
import { MATCH, PHASE } from '../../../shared/sim/match-state.ts';
import { TEAM_NONE, TEAM_SUN, TEAM_WAVE, type Team, otherTeam } from '../../../shared/sim/team.ts';
import { TICK_RATE } from '../../../shared/sim/tick.ts';

/** After a result the next match begins by itself so much later, in s. */
export const NEXT_MATCH_S = 10;

/** Against strangers of any skill. */
const BOT_LEVEL = 'regular';

/** What a page knows of its person beside the room. */
export type QuickSelf = {
  readonly id: MemberId;
  /** It played before: who is on the bench after that wants to watch. */
  readonly hadTeam: boolean;
  /** [L116] The teams that the lobby would make; null: none, or they are made. */
  readonly split: QuickSplit | null;
  /** Those that this page put on the bench to make them. */
  readonly benched: ReadonlySet<MemberId>;
};

/** Two teams by their peers. */
export type QuickSplit = { readonly sun: readonly PeerId[]; readonly wave: readonly PeerId[] };

/**
 * [R25] What this page asks of a quick room by itself: a place in a team for its person, to be ready, and
 * as the host's page even teams. Nothing that is so already.
 */
export function nextRequests(world: World, self: QuickSelf): readonly RoomRequest[] {
  const me = findPerson(world.room, self.id);
  // [R20] Whatever a page asks says that its person is there.
  if (!me || me.idle) return [];
  const isOn = !isStopped(world);
  if (me.team === TEAM_NONE) {
    const team = self.hadTeam ? TEAM_NONE : placeFor(world.room, me);
    return team === TEAM_NONE ? [] : [{ type: 'team', member: me.id, team }];
  }
  const isHost = world.room.host === me.id;
  const evened = isHost ? arrangeTeams(world.room, isOn, self) : [];
  if (evened.length > 0 || isOn) return evened;
  const isDue = restS(world) === null || restS(world) === 0;
  return isDue && !me.ready && hasBothTeams(world.room) ? [{ type: 'ready', ready: true }] : [];
}

/** [R25] Whole seconds until the next match begins by itself; null where no result shows. */
export function restS({ match: { ints } }: World): number | null {
  if (ints[MATCH.phase] !== PHASE.end) return null;
  return Math.max(0, Math.ceil(NEXT_MATCH_S - ints[MATCH.phaseTicks]! / TICK_RATE));
}

/** [L116] True once nobody that the lobby named is in another team than it would be, or on the way to it. */
export function isSplit(
  room: RoomState,
  split: QuickSplit,
  benched: QuickSelf['benched'],
): boolean {
  return peopleIn(room).every((one) => {
    const isWatching = one.team === TEAM_NONE && !benched.has(one.id);
    return isWatching || one.team === wantedTeam(split, one);
  });
}

/** Where the lobby would put a person; where it is, for one that it did not name. */
function wantedTeam({ sun, wave }: QuickSplit, { peer, team }: Person): Team {
  if (sun.includes(peer)) return TEAM_SUN;
  return wave.includes(peer) ? TEAM_WAVE : team;
}

/** Of the host's page. */
function arrangeTeams(room: RoomState, isOn: boolean, self: QuickSelf): readonly RoomRequest[] {
  const split = isOn || self.split === null ? [] : splitTeams(room, self);
  return split.length > 0 ? split : evenTeams(room, isOn);
}

/**
 * One move towards the lobby's teams. Where both teams are full of people one of them goes over the bench;
 * whoever is there by its own wish stays there.
 */
function splitTeams(room: RoomState, { split, benched }: QuickSelf): readonly RoomRequest[] {
  const wrong = peopleIn(room).filter((one) => {
    const isHere = one.team !== TEAM_NONE || benched.has(one.id);
    return isHere && !isAway(one) && one.team !== wantedTeam(split!, one);
  });
  const free = wrong.find((one) => hasPlace(room, one, wantedTeam(split!, one)));
  if (free) return [{ type: 'team', member: free.id, team: wantedTeam(split!, free) }];
  const stuck = wrong.find(({ team }) => team !== TEAM_NONE);
  return stuck ? [{ type: 'team', member: stuck.id, team: TEAM_NONE }] : [];
}

/** Each team has a person that is there. */
function hasBothTeams(room: RoomState): boolean {
  const isThere = (team: Team) => peopleIn(room).some((one) => one.team === team && !isAway(one));
  return isThere(TEAM_SUN) && isThere(TEAM_WAVE);
}

/** The team with fewer people; where they are even those on the bench go to one and the other in turn. */
function placeFor(room: RoomState, me: Member): Team {
  const [sun, wave] = [peopleOf(room, TEAM_SUN), peopleOf(room, TEAM_WAVE)];
  if (sun !== wave) return smallerTeam(room, peopleOf);
  const bench = room.members.filter((one) => one.team === TEAM_NONE && !isAway(one));
  return bench.indexOf(me) % 2 === 0 ? TEAM_SUN : TEAM_WAVE;
}

/** Of the host's page: people as even as they can be, then bots for the rest; a match against nobody ends. */
function evenTeams(room: RoomState, isOn: boolean): readonly RoomRequest[] {
  const [sun, wave] = [peopleOf(room, TEAM_SUN), peopleOf(room, TEAM_WAVE)];
  if (isOn && (sun === 0 || wave === 0)) return [{ type: 'stop' }];
  if (!isOn && Math.abs(sun - wave) > 1) {
    const team = smallerTeam(room, peopleOf);
    const last = peopleIn(room).findLast((one) => one.team === otherTeam(team))!;
    return [{ type: 'team', member: last.id, team }];
  }
  const size = Math.max(1, sun, wave);
  return ([TEAM_SUN, TEAM_WAVE] as const).flatMap((team) => fill(room, team, size));
}

function fill(room: RoomState, team: Team, size: number): readonly RoomRequest[] {
  const now = teamSize(room, team);
  if (now < size) return [{ type: 'bot', team, level: BOT_LEVEL }];
  const bot = room.members.findLast((one) => !isPerson(one) && one.team === team);
  return now > size && bot ? [{ type: 'leave', member: bot.id }] : [];
}
