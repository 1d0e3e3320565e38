import type { Arena, WallGrid } from './arena.ts';
import { APPROACH, bounceOff, contact, DEPTH, FACTOR, NORMAL_X, NORMAL_Y } from './contact.ts';
import { DISC_STRIDE, DISC_X, DISC_Y } from '../match-state.ts';

/**
 * [S22] Lets a disc meet the planes, then the segments, then the vertexes of its grid, in file
 * order, each at once. False when it touched nothing; else `contact` has the hardest approach.
 *
 * The grid only leaves out what cannot touch at the present place, so a push into another cell
 * goes on there, behind the last item that was tried.
 */
export function meetWalls(
  arena: Arena,
  discs: Float64Array,
  disc: number,
  grid: WallGrid,
): boolean {
  const { planes, starts, items } = grid;
  let hardest = -1;
  for (let index = 0; index < planes.length; index += 1) {
    if (!meetPlane(arena, discs, disc, planes[index]!)) continue;
    if (contact[APPROACH]! > hardest) hardest = contact[APPROACH]!;
  }
  let cell = cellOf(grid, discs, disc);
  let index = starts[cell]!;
  let end = starts[cell + 1]!;
  while (index < end) {
    const item = items[index]!;
    index += 1;
    if (!meetItem(arena, discs, disc, item)) continue;
    if (contact[APPROACH]! > hardest) hardest = contact[APPROACH]!;
    const cellNow = cellOf(grid, discs, disc);
    if (cellNow === cell) continue;
    cell = cellNow;
    index = starts[cell]!;
    end = starts[cell + 1]!;
    while (index < end && items[index]! <= item) index += 1;
  }
  contact[APPROACH] = hardest;
  return hardest >= 0;
}

/** The cell that a disc's centre is in; the last one stands for everything outside of the grid. */
export function cellOf(grid: WallGrid, discs: Float64Array, disc: number): number {
  const at = disc * DISC_STRIDE;
  const column = Math.floor((discs[at + DISC_X]! - grid.originX) * grid.cellsPerUnit);
  const row = Math.floor((discs[at + DISC_Y]! - grid.originY) * grid.cellsPerUnit);
  if (column < 0 || row < 0 || column >= grid.columns || row >= grid.rows) {
    return grid.columns * grid.rows;
  }
  return row * grid.columns + column;
}

/** True when a disc is over a plane; writes the normal and the depth into `contact`. */
export function meetPlane(arena: Arena, discs: Float64Array, disc: number, plane: number): boolean {
  const { planes } = arena;
  const at = disc * DISC_STRIDE;
  const nx = planes.normalX[plane]!;
  const ny = planes.normalY[plane]!;
  const distance = nx * discs[at + DISC_X]! + ny * discs[at + DISC_Y]! - planes.dist[plane]!;
  const depth = arena.discs.radius[disc]! - distance;
  if (depth <= 0) return false;
  contact[NORMAL_X] = nx;
  contact[NORMAL_Y] = ny;
  contact[DEPTH] = depth;
  contact[FACTOR] = 1 + arena.discs.bCoef[disc]! * planes.bCoef[plane]!;
  bounceOff(discs, at);
  return true;
}

/** A segment by its index, a vertex by the number of segments plus its index. */
export function meetItem(arena: Arena, discs: Float64Array, disc: number, item: number): boolean {
  const { segments } = arena;
  if (item >= segments.count) return meetVertex(arena, discs, disc, item - segments.count);
  return segments.shape[item] === 0
    ? meetStraight(arena, discs, disc, item)
    : meetArc(arena, discs, disc, item);
}

function meetStraight(arena: Arena, discs: Float64Array, disc: number, item: number): boolean {
  const { segments } = arena;
  const at = disc * DISC_STRIDE;
  const nx = segments.normalX[item]!;
  const ny = segments.normalY[item]!;
  const x = discs[at + DISC_X]!;
  const y = discs[at + DISC_Y]!;
  const fromX = x - segments.x0[item]!;
  const fromY = y - segments.y0[item]!;
  const distance = nx * fromX + ny * fromY;
  // [S23] The normal's side (1), the other (-1), none (0, let through).
  const bias = segments.bias[item]!;
  let side = distance < 0 ? -1 : 1;
  if (bias !== 0) side = distance < -bias ? 0 : 1;
  const depth = arena.discs.radius[disc]! - distance * side;
  if (side === 0 || depth <= 0) return false;
  // (−ny, nx) points along the segment: a place beside it has one end before and one behind it.
  const along0 = nx * fromY - ny * fromX;
  const along1 = nx * (y - segments.y1[item]!) - ny * (x - segments.x1[item]!);
  if (along0 * along1 >= 0) return false;
  contact[NORMAL_X] = nx * side;
  contact[NORMAL_Y] = ny * side;
  contact[DEPTH] = depth;
  contact[FACTOR] = 1 + arena.discs.bCoef[disc]! * segments.bCoef[item]!;
  bounceOff(discs, at);
  return true;
}

function meetArc(arena: Arena, discs: Float64Array, disc: number, item: number): boolean {
  const { segments } = arena;
  const at = disc * DISC_STRIDE;
  const dx = discs[at + DISC_X]! - segments.centreX[item]!;
  const dy = discs[at + DISC_Y]! - segments.centreY[item]!;
  const fromCentre = Math.sqrt(dx * dx + dy * dy);
  if (fromCentre === 0) return false;
  const outward = segments.normalX[item]!;
  const distance = (fromCentre - segments.arcRadius[item]!) * outward;
  const bias = segments.bias[item]!;
  let side = distance < 0 ? -outward : outward;
  if (bias !== 0) side = distance < -bias ? 0 : outward;
  const depth = arena.discs.radius[disc]! - distance * side * outward;
  if (side === 0 || depth <= 0 || !isOnArc(arena, discs, disc, item)) return false;
  contact[NORMAL_X] = (dx / fromCentre) * side;
  contact[NORMAL_Y] = (dy / fromCentre) * side;
  contact[DEPTH] = depth;
  contact[FACTOR] = 1 + arena.discs.bCoef[disc]! * segments.bCoef[item]!;
  bounceOff(discs, at);
  return true;
}

function meetVertex(arena: Arena, discs: Float64Array, disc: number, vertex: number): boolean {
  const { vertexes } = arena;
  const at = disc * DISC_STRIDE;
  const dx = discs[at + DISC_X]! - vertexes.x[vertex]!;
  const dy = discs[at + DISC_Y]! - vertexes.y[vertex]!;
  const square = dx * dx + dy * dy;
  const radius = arena.discs.radius[disc]!;
  if (square > radius * radius || radius < 0 || square === 0) return false;
  const distance = Math.sqrt(square);
  contact[NORMAL_X] = dx / distance;
  contact[NORMAL_Y] = dy / distance;
  contact[DEPTH] = radius - distance;
  contact[FACTOR] = 1 + arena.discs.bCoef[disc]! * vertexes.bCoef[vertex]!;
  bounceOff(discs, at);
  return true;
}

/** The half-plane tests at both ends of an arc. */
function isOnArc(arena: Arena, discs: Float64Array, disc: number, item: number): boolean {
  const { segments } = arena;
  const at = disc * DISC_STRIDE;
  const cx = segments.centreX[item]!;
  const cy = segments.centreY[item]!;
  const dx = discs[at + DISC_X]! - cx;
  const dy = discs[at + DISC_Y]! - cy;
  const side0 = (segments.x0[item]! - cx) * dy - (segments.y0[item]! - cy) * dx;
  const side1 = dx * (segments.y1[item]! - cy) - dy * (segments.x1[item]! - cx);
  return segments.shape[item] === 1 ? side0 > 0 && side1 > 0 : side0 > 0 || side1 > 0;
}
