import { MATCH, PHASE } from '../sim/match-state.ts';
import { TEAM_SUN, type Team } from '../sim/team.ts';
import { WINS_MAX } from './room-state.ts';
import type { World } from './world.ts';

/** [R30] Once a tick, behind the match: the one that ended in this tick counts for its winner. */
export function countWin(world: World): void {
  const { ints } = world.match;
  if (ints[MATCH.phase] !== PHASE.end || ints[MATCH.phaseTicks] !== 0) return;
  // [R46] It began with goals of others.
  if (world.room.playsOn !== null) return;
  const winner = ints[MATCH.winner] as Team;
  const { sun, wave } = world.room.wins;
  const wins = winner === TEAM_SUN ? { sun: more(sun), wave } : { sun, wave: more(wave) };
  world.room = { ...world.room, wins };
}

function more(wins: number): number {
  return Math.min(WINS_MAX, wins + 1);
}
