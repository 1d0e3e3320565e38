import type { World } from '../../shared/room/world.ts';
import {
  BALL_DISC,
  DISC_STRIDE,
  DISC_X,
  DISC_Y,
  MATCH,
  PHASE,
} from '../../shared/sim/match-state.ts';
import type { Arena } from '../../shared/sim/physics/arena.ts';

/** So far from a goal nobody is afraid, in halves of the pitch. */
const CALM_AT = 0.9;
/** Finer differences are not heard. */
const STEPS = 16;

/** How much a crowd fears or hopes, 0 … 1: the nearer the ball is to any goal, and 1 behind a goal. */
export function dangerOf({ match, arena }: Pick<World, 'match' | 'arena'>): number {
  const phase = match.ints[MATCH.phase];
  if (phase === PHASE.goal) return 1;
  if (phase !== PHASE.playing && phase !== PHASE.warmUp) return 0;
  const ball = BALL_DISC * DISC_STRIDE;
  const x = match.discs[ball + DISC_X]!;
  const y = match.discs[ball + DISC_Y]!;
  const fear = 1 - nearestGoal(arena, x, y) / (CALM_AT * arena.spawn.halfWidth);
  return Math.round(Math.max(0, fear) ** 2 * STEPS) / STEPS;
}

/** Units from a place to the middle of the nearest goal; without end where there is none. */
function nearestGoal({ goals }: Arena, x: number, y: number): number {
  let nearest = Number.POSITIVE_INFINITY;
  for (let goal = 0; goal < goals.count; goal += 1) {
    const dx = (goals.x0[goal]! + goals.x1[goal]!) / 2 - x;
    const dy = (goals.y0[goal]! + goals.y1[goal]!) / 2 - y;
    nearest = Math.min(nearest, Math.hypot(dx, dy));
  }
  return nearest;
}
