import type { Stadium, StadiumDisc, StadiumGoal } from '../../shared/stadium/format/stadium.ts';
import { isFixed, isVisible } from './pitch-style.ts';

/** Larger discs beside a goal are floors and roofs, no posts. */
const POST_RADIUS_MAX = 20;
/** A team with more goal lines than this uses them to find out where the ball is. */
const GOALS_A_TEAM = 2;

/** [V22] The goal lines that are a goal to the eye; of many for a team only those between posts. */
export function paintedGoals(stadium: Stadium): readonly StadiumGoal[] {
  return stadium.goals.filter(
    (goal) =>
      stadium.goals.filter(({ team }) => team === goal.team).length <= GOALS_A_TEAM ||
      stadium.discs.slice(1).some((disc) => isPost(disc) && standsAt(disc, goal)),
  );
}

/** The team of the goal whose post a disc is; null for none. */
export function teamOfPost(disc: StadiumDisc, goals: readonly StadiumGoal[]): 1 | 2 | null {
  if (!isPost(disc)) return null;
  return goals.find((goal) => standsAt(disc, goal))?.team ?? null;
}

function isPost(disc: StadiumDisc): boolean {
  return isFixed(disc) && isVisible(disc) && disc.radius <= POST_RADIUS_MAX;
}

function standsAt({ pos, radius }: StadiumDisc, { p0, p1 }: StadiumGoal): boolean {
  return [p0, p1].some((end) => Math.hypot(end.x - pos.x, end.y - pos.y) < 2 * radius);
}
