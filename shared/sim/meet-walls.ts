import type { Arena, WallGrid } from './arena.ts';
import { DISC_STRIDE, DISC_VX, DISC_VY, DISC_X, DISC_Y } from './match-state.ts';
import { accelerate, move } from './meet-discs.ts';

/**
 * [S22] Lets a disc meet the planes, then the segments, then the vertexes of its grid, in file
 * order, each at once. Returns the greatest speed of approach, -1 when it touched nothing.
 *
 * The grid only leaves out what cannot touch at the present place, so a push into another cell
 * goes on there, behind the last item that was tried.
 */
export function meetWalls(arena: Arena, discs: Float64Array, disc: number, grid: WallGrid): number {
  const at = disc * DISC_STRIDE;
  const { planes, starts, items } = grid;
  let approach = -1;
  for (let index = 0; index < planes.length; index += 1) {
    const hit = meetPlane(arena, discs, disc, planes[index]!);
    if (hit > approach) approach = hit;
  }
  let cell = cellOf(grid, discs[at + DISC_X]!, discs[at + DISC_Y]!);
  let index = starts[cell]!;
  let end = starts[cell + 1]!;
  while (index < end) {
    const item = items[index]!;
    index += 1;
    const hit = meetItem(arena, discs, disc, item);
    if (hit < 0) continue;
    if (hit > approach) approach = hit;
    const cellNow = cellOf(grid, discs[at + DISC_X]!, discs[at + DISC_Y]!);
    if (cellNow === cell) continue;
    cell = cellNow;
    index = starts[cell]!;
    end = starts[cell + 1]!;
    while (index < end && items[index]! <= item) index += 1;
  }
  return approach;
}

/** Index of the cell of a place; the last one stands for everything outside of the grid. */
export function cellOf(grid: WallGrid, x: number, y: number): number {
  const column = Math.floor((x - grid.originX) * grid.cellsPerUnit);
  const row = Math.floor((y - grid.originY) * grid.cellsPerUnit);
  if (column < 0 || row < 0 || column >= grid.columns || row >= grid.rows) {
    return grid.columns * grid.rows;
  }
  return row * grid.columns + column;
}

export function meetPlane(arena: Arena, discs: Float64Array, disc: number, plane: number): number {
  const { planes } = arena;
  const at = disc * DISC_STRIDE;
  const nx = planes.normalX[plane]!;
  const ny = planes.normalY[plane]!;
  const distance = nx * discs[at + DISC_X]! + ny * discs[at + DISC_Y]! - planes.dist[plane]!;
  const depth = arena.discs.radius[disc]! - distance;
  if (depth <= 0) return -1;
  move(discs, at, nx * depth, ny * depth);
  return reflect(discs, at, nx, ny, 1 + arena.discs.bCoef[disc]! * planes.bCoef[plane]!);
}

/** A segment by its index, a vertex by the number of segments plus its index. */
export function meetItem(arena: Arena, discs: Float64Array, disc: number, item: number): number {
  const { segments } = arena;
  if (item >= segments.count) return meetVertex(arena, discs, disc, item - segments.count);
  return segments.shape[item] === 0
    ? meetStraight(arena, discs, disc, item)
    : meetArc(arena, discs, disc, item);
}

function meetStraight(arena: Arena, discs: Float64Array, disc: number, item: number): number {
  const { segments } = arena;
  const at = disc * DISC_STRIDE;
  const nx = segments.normalX[item]!;
  const ny = segments.normalY[item]!;
  const x = discs[at + DISC_X]!;
  const y = discs[at + DISC_Y]!;
  const fromX = x - segments.x0[item]!;
  const fromY = y - segments.y0[item]!;
  // (−ny, nx) points along the segment: a place beside it has one end before and one behind it.
  const along0 = nx * fromY - ny * fromX;
  const along1 = nx * (y - segments.y1[item]!) - ny * (x - segments.x1[item]!);
  if (along0 * along1 >= 0) return -1;
  const distance = nx * fromX + ny * fromY;
  const side = sideOf(distance, segments.bias[item]!);
  const depth = arena.discs.radius[disc]! - distance * side;
  if (side === 0 || depth <= 0) return -1;
  move(discs, at, nx * side * depth, ny * side * depth);
  const bounce = 1 + arena.discs.bCoef[disc]! * segments.bCoef[item]!;
  return reflect(discs, at, nx * side, ny * side, bounce);
}

function meetArc(arena: Arena, discs: Float64Array, disc: number, item: number): number {
  const { segments } = arena;
  const at = disc * DISC_STRIDE;
  const dx = discs[at + DISC_X]! - segments.centreX[item]!;
  const dy = discs[at + DISC_Y]! - segments.centreY[item]!;
  const fromCentre = Math.sqrt(dx * dx + dy * dy);
  if (fromCentre === 0 || !isOnArc(arena, item, dx, dy)) return -1;
  const outward = segments.normalX[item]!;
  const distance = (fromCentre - segments.arcRadius[item]!) * outward;
  const side = sideOf(distance, segments.bias[item]!);
  const depth = arena.discs.radius[disc]! - distance * side;
  if (side === 0 || depth <= 0) return -1;
  const nx = (dx / fromCentre) * outward * side;
  const ny = (dy / fromCentre) * outward * side;
  move(discs, at, nx * depth, ny * depth);
  return reflect(discs, at, nx, ny, 1 + arena.discs.bCoef[disc]! * segments.bCoef[item]!);
}

function meetVertex(arena: Arena, discs: Float64Array, disc: number, vertex: number): number {
  const { vertexes } = arena;
  const at = disc * DISC_STRIDE;
  const dx = discs[at + DISC_X]! - vertexes.x[vertex]!;
  const dy = discs[at + DISC_Y]! - vertexes.y[vertex]!;
  const square = dx * dx + dy * dy;
  const radius = arena.discs.radius[disc]!;
  if (square >= radius * radius || square === 0) return -1;
  const distance = Math.sqrt(square);
  const nx = dx / distance;
  const ny = dy / distance;
  move(discs, at, nx * (radius - distance), ny * (radius - distance));
  return reflect(discs, at, nx, ny, 1 + arena.discs.bCoef[disc]! * vertexes.bCoef[vertex]!);
}

/** [S23] Side that a disc is pushed to: the normal's (1), the other (-1), none (0, let through). */
function sideOf(distance: number, bias: number): number {
  if (bias === 0) return distance < 0 ? -1 : 1;
  return distance < -bias ? 0 : 1;
}

/** The half-plane tests at both ends of an arc, for a place given from its centre. */
function isOnArc(arena: Arena, item: number, dx: number, dy: number): boolean {
  const { segments } = arena;
  const cx = segments.centreX[item]!;
  const cy = segments.centreY[item]!;
  const side0 = (segments.x0[item]! - cx) * dy - (segments.y0[item]! - cy) * dx;
  const side1 = dx * (segments.y1[item]! - cy) - dy * (segments.x1[item]! - cx);
  return segments.shape[item] === 1 ? side0 > 0 && side1 > 0 : side0 > 0 || side1 > 0;
}

/** Turns a disc's speed of approach into `factor` − 1 times as much away; returns the approach. */
function reflect(discs: Float64Array, at: number, nx: number, ny: number, factor: number): number {
  const approach = -(nx * discs[at + DISC_VX]! + ny * discs[at + DISC_VY]!);
  if (approach <= 0) return 0;
  accelerate(discs, at, nx * approach * factor, ny * approach * factor);
  return approach;
}
