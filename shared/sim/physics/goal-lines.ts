import { type Arena, FLAG } from './arena.ts';
import { DISC_STRIDE, DISC_X, DISC_Y, type MatchState, SEAT, seatInt } from '../match-state.ts';
import { MAX_SEATS } from '../../base/room-limits.ts';
import { TEAM_NONE, type Team } from '../team.ts';

/** Notes where the scoring discs are before they move: `before` holds x, y by disc. */
export function rememberScorers(arena: Arena, match: MatchState, before: Float64Array): void {
  const { discs } = match;
  for (let index = 0; index < arena.scoring.length; index += 1) {
    const disc = arena.scoring[index]!;
    before[disc * 2] = discs[disc * DISC_STRIDE + DISC_X]!;
    before[disc * 2 + 1] = discs[disc * DISC_STRIDE + DISC_Y]!;
  }
  if (!arena.playersScore) return;
  for (let disc = arena.firstPlayerDisc; disc < arena.discCount; disc += 1) {
    before[disc * 2] = discs[disc * DISC_STRIDE + DISC_X]!;
    before[disc * 2 + 1] = discs[disc * DISC_STRIDE + DISC_Y]!;
  }
}

/** [S50] The team that concedes because a scoring disc crossed its line in this tick, or none. */
export function findGoal(arena: Arena, match: MatchState, before: Float64Array): Team {
  for (let index = 0; index < arena.scoring.length; index += 1) {
    const goal = goalOf(arena, match, before, arena.scoring[index]!);
    if (goal >= 0) return arena.goals.team[goal] as Team;
  }
  if (!arena.playersScore) return TEAM_NONE;
  for (let seat = 0; seat < MAX_SEATS; seat += 1) {
    const disc = arena.firstPlayerDisc + seat;
    if (match.ints[seatInt(seat, SEAT.team)] === TEAM_NONE) continue;
    if ((arena.discs.cGroup[disc]! & FLAG.score) === 0) continue;
    const goal = goalOf(arena, match, before, disc);
    if (goal >= 0) return arena.goals.team[goal] as Team;
  }
  return TEAM_NONE;
}

/**
 * Index of the first goal whose line is crossed by the way from (way[0], way[1]) to (way[2],
 * way[3]), -1 if none. Both ends of the way and both ends of the line belong to them.
 */
export function crossedGoal(arena: Arena, way: Float64Array): number {
  const { goals } = arena;
  const fromX = way[0]!;
  const fromY = way[1]!;
  const wayX = way[2]! - fromX;
  const wayY = way[3]! - fromY;
  for (let goal = 0; goal < goals.count; goal += 1) {
    const x0 = goals.x0[goal]!;
    const y0 = goals.y0[goal]!;
    const x1 = goals.x1[goal]!;
    const y1 = goals.y1[goal]!;
    const before = (x1 - x0) * (fromY - y0) - (y1 - y0) * (fromX - x0);
    const after = (x1 - x0) * (way[3]! - y0) - (y1 - y0) * (way[2]! - x0);
    if (before * after > 0) continue;
    const post0 = wayX * (y0 - fromY) - wayY * (x0 - fromX);
    const post1 = wayX * (y1 - fromY) - wayY * (x1 - fromX);
    if (post0 * post1 > 0) continue;
    // A way along the line, or none at all, is on no side of anything: between the posts counts.
    if (Math.max(fromX, way[2]!) < Math.min(x0, x1)) continue;
    if (Math.min(fromX, way[2]!) > Math.max(x0, x1)) continue;
    if (Math.max(fromY, way[3]!) < Math.min(y0, y1)) continue;
    if (Math.min(fromY, way[3]!) > Math.max(y0, y1)) continue;
    return goal;
  }
  return -1;
}

/** Scratch of `goalOf`. */
const way = new Float64Array(4);

function goalOf(arena: Arena, match: MatchState, before: Float64Array, disc: number): number {
  const at = disc * DISC_STRIDE;
  way[0] = before[disc * 2]!;
  way[1] = before[disc * 2 + 1]!;
  way[2] = match.discs[at + DISC_X]!;
  way[3] = match.discs[at + DISC_Y]!;
  return crossedGoal(arena, way);
}
