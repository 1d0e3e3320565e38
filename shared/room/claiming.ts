import { awardMatch } from '../sim/match/match-commands.ts';
import { otherTeam, TEAM_NONE, TEAM_SUN, TEAM_WAVE, type Team } from '../sim/team.ts';
import { TICK_RATE } from '../sim/tick.ts';
import type { MemberId } from './command.ts';
import { findPerson, isPerson, isScriptHosted, type Person, type RoomState } from './room-state.ts';
import { isStopped, type World } from './world.ts';

/** [R47] So long nobody of a team was there before the other one may claim the match. */
export const CLAIM_TICKS = 20 * TICK_RATE;

/** [R47] Once a tick: the team of which nobody is there any more, and since when. */
export function followDeserted(world: World): void {
  const team = isStopped(world) ? TEAM_NONE : desertedTeam(world.room);
  const known = world.room.deserted?.team ?? TEAM_NONE;
  if (team === known) return;
  const deserted = team === TEAM_NONE ? null : { team, since: world.tick };
  world.room = { ...world.room, deserted };
}

/** [R47] Whether this member may end the match as the one that its team has won. */
export function mayClaim({ room, tick }: Pick<World, 'room' | 'tick'>, by: MemberId): boolean {
  const { deserted } = room;
  if (deserted === null || tick < deserted.since + CLAIM_TICKS || isScriptHosted(room))
    return false;
  return findPerson(room, by)?.team === otherTeam(deserted.team);
}

/** [R47] A person says that its team has won, since nobody is left on the other side. */
export function claim(world: World, by: MemberId): void {
  if (isStopped(world) || !mayClaim(world, by)) return;
  awardMatch(world.match, otherTeam(world.room.deserted!.team));
}

/** None where both teams have somebody, or neither has. */
function desertedTeam(room: RoomState): Team {
  const hasSun = hasSomebody(room, TEAM_SUN);
  if (hasSun === hasSomebody(room, TEAM_WAVE)) return TEAM_NONE;
  const left = hasSun ? TEAM_WAVE : TEAM_SUN;
  return isLeft(room, left) ? left : TEAM_NONE;
}

function hasSomebody({ members }: RoomState, team: Team): boolean {
  return members.some((one) => one.team === team && isPerson(one) && !one.absent);
}

/** Its persons are away, or it has no player at all any more. A team of bots alone is none that was left. */
function isLeft({ members }: RoomState, team: Team): boolean {
  const players = members.filter((one) => one.team === team);
  return players.length === 0 || players.some((one): one is Person => isPerson(one));
}
