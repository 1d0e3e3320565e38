import { BALL_DISC } from '../sim/match-state.ts';
import type { Arena } from '../sim/physics/arena.ts';
import { TEAM_SUN, TEAM_WAVE, type Team } from '../sim/team.ts';

/**
 * How much of an arena bots understand:
 *
 * - `plays`: a ball that they can move and that scores, and a goal for each team;
 * - `follows`: such a ball without goals for both; they go to it, keep to their side of it and kick it
 *   to the other end;
 * - `nothing`: what decides the game is not the ball; they stand still.
 */
export type Understanding = 'plays' | 'follows' | 'nothing';

/** A ball that a kick gives less than this, in units a tick, is not kicked away. */
const LEAST_KICK = 0.05;
/** A ball with a smaller inverse mass is not pushed away by a player. */
const LEAST_INV_MASS = 1e-3;

/** What bots make of an arena, so that one who adds a bot can be told. */
export function understands(arena: Arena): Understanding {
  const { kickSpeed, invMass } = arena.discs;
  const isKicked = arena.kickable.includes(BALL_DISC) && kickSpeed[BALL_DISC]! >= LEAST_KICK;
  const isPushed =
    (arena.meetsPlayers[BALL_DISC] ?? 0) !== 0 && invMass[BALL_DISC]! >= LEAST_INV_MASS;
  if ((!isKicked && !isPushed) || !arena.scoring.includes(BALL_DISC)) return 'nothing';
  return hasGoal(arena, TEAM_SUN) && hasGoal(arena, TEAM_WAVE) ? 'plays' : 'follows';
}

function hasGoal(arena: Arena, team: Team): boolean {
  return arena.goals.team.subarray(0, arena.goals.count).includes(team);
}
