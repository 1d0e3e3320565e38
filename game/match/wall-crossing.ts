import { type Arena, FLAG } from '../../shared/sim/physics/arena.ts';

/** A way between two places: x and y of its beginning, then of its end. */
export type Way = Float64Array;

/** Players are met as of either team: which walls are for one of them only, few stadiums say. */
const EITHER_TEAM = FLAG.red | FLAG.blue;

/** Whether a wall that stops `disc` lies across the straight way. For the picture only. */
export function crossesWall(arena: Arena, disc: number, way: Way): boolean {
  const mask = arena.discs.cMask[disc]!;
  const isPlayer = disc >= arena.firstPlayerDisc;
  const group = arena.discs.cGroup[disc]! | (isPlayer ? EITHER_TEAM : 0);
  const { segments, planes } = arena;
  for (let index = 0; index < segments.count; index += 1) {
    if ((segments.cGroup[index]! & mask) === 0 || (segments.cMask[index]! & group) === 0) continue;
    const isCrossed =
      segments.shape[index] === 0
        ? crossesStraight(arena, index, way)
        : crossesArc(arena, index, way);
    if (isCrossed) return true;
  }
  for (let index = 0; index < planes.count; index += 1) {
    if ((planes.cGroup[index]! & mask) === 0 || (planes.cMask[index]! & group) === 0) continue;
    if (crossesPlane(arena, index, way)) return true;
  }
  return false;
}

function crossesStraight({ segments }: Arena, index: number, way: Way): boolean {
  const x0 = segments.x0[index]!;
  const y0 = segments.y0[index]!;
  const alongX = segments.x1[index]! - x0;
  const alongY = segments.y1[index]! - y0;
  const before = alongX * (way[1]! - y0) - alongY * (way[0]! - x0);
  const after = alongX * (way[3]! - y0) - alongY * (way[2]! - x0);
  if (before * after >= 0) return false;
  const wayX = way[2]! - way[0]!;
  const wayY = way[3]! - way[1]!;
  const end0 = wayX * (y0 - way[1]!) - wayY * (x0 - way[0]!);
  const end1 = end0 + wayX * alongY - wayY * alongX;
  return end0 * end1 <= 0;
}

/** Where the way meets the arc's circle, at most twice, is it on the arc? */
function crossesArc(arena: Arena, index: number, way: Way): boolean {
  const { segments } = arena;
  const fromX = way[0]! - segments.centreX[index]!;
  const fromY = way[1]! - segments.centreY[index]!;
  const wayX = way[2]! - way[0]!;
  const wayY = way[3]! - way[1]!;
  const radius = segments.arcRadius[index]!;
  const square = wayX * wayX + wayY * wayY;
  const half = fromX * wayX + fromY * wayY;
  const root = half * half - square * (fromX * fromX + fromY * fromY - radius * radius);
  if (square === 0 || root < 0) return false;
  const spread = Math.sqrt(root);
  for (let sign = -1; sign <= 1; sign += 2) {
    const share = (-half + sign * spread) / square;
    if (share <= 0 || share >= 1) continue;
    if (isOnArc(arena, index, fromX + wayX * share, fromY + wayY * share)) return true;
  }
  return false;
}

/** @param dx and dy: a place on the circle, from its centre */
function isOnArc({ segments }: Arena, index: number, dx: number, dy: number): boolean {
  const cx = segments.centreX[index]!;
  const cy = segments.centreY[index]!;
  const side0 = (segments.x0[index]! - cx) * dy - (segments.y0[index]! - cy) * dx;
  const side1 = dx * (segments.y1[index]! - cy) - dy * (segments.x1[index]! - cx);
  return segments.shape[index] === 1 ? side0 > 0 && side1 > 0 : side0 > 0 || side1 > 0;
}

function crossesPlane({ planes }: Arena, index: number, way: Way): boolean {
  const nx = planes.normalX[index]!;
  const ny = planes.normalY[index]!;
  const dist = planes.dist[index]!;
  const before = nx * way[0]! + ny * way[1]! - dist;
  const after = nx * way[2]! + ny * way[3]! - dist;
  return before * after < 0;
}
