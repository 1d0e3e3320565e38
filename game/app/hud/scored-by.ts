import type { World } from '../../../shared/room/world.ts';
import { BALL_DISC, DISC_STRIDE, DISC_X, MATCH, PHASE } from '../../../shared/sim/match-state.ts';
import { otherTeam, TEAM_NONE, TEAM_SUN, TEAM_WAVE, type Team } from '../../../shared/sim/team.ts';

/** The team whose goal is there to be seen just now, before a match too, where it counts nothing ([S58]). */
export function scoredBy({ match, arena }: Pick<World, 'match' | 'arena'>): Team {
  const { ints, discs } = match;
  // The team that conceded kicks off next.
  if (ints[MATCH.phase] === PHASE.goal) return otherTeam(ints[MATCH.kickOffTeam] as Team);
  if (ints[MATCH.phase] !== PHASE.warmUp || ints[MATCH.ballBack] === 0) return TEAM_NONE;
  const isAtSun = discs[BALL_DISC * DISC_STRIDE + DISC_X]! * arena.spawn.sunSide > 0;
  return isAtSun ? TEAM_WAVE : TEAM_SUN;
}
