import { MATCH, PHASE } from '../sim/match-state.ts';
import { TEAM_SUN } from '../sim/team.ts';
import { WINS_MAX } from './room-state.ts';
import type { World } from './world.ts';

/** [R30] Once a tick, behind the match: the one that ended in this tick counts for its winner. */
export function countWin(world: World): void {
  const { ints } = world.match;
  // [R46] It began with goals of others.
  if (world.room.playsOn !== null) return;
  if (ints[MATCH.phase] !== PHASE.end || ints[MATCH.phaseTicks] !== 0) return;
  const { sun, wave } = world.room.wins;
  const isSun = ints[MATCH.winner] === TEAM_SUN;
  const wins = isSun ? { sun: more(sun), wave } : { sun, wave: more(wave) };
  world.room = { ...world.room, wins };
}

function more(wins: number): number {
  return Math.min(WINS_MAX, wins + 1);
}
