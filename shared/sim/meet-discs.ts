import type { Arena } from './arena.ts';
import { bounded } from './integrate.ts';
import { DISC_STRIDE, DISC_VX, DISC_VY, DISC_X, DISC_Y } from './match-state.ts';
import { SPEED_LIMIT, WORLD_LIMIT } from './tuning.ts';

/**
 * [S21] Pushes two overlapping discs apart, each by its share of the inverse mass, and reflects
 * their speed of approach. Returns that speed, 0 when they part already, -1 when they do not touch.
 */
export function meetDiscs(
  arena: Arena,
  discs: Float64Array,
  first: number,
  second: number,
): number {
  const a = first * DISC_STRIDE;
  const b = second * DISC_STRIDE;
  const dx = discs[a + DISC_X]! - discs[b + DISC_X]!;
  const dy = discs[a + DISC_Y]! - discs[b + DISC_Y]!;
  const reach = arena.discs.radius[first]! + arena.discs.radius[second]!;
  const square = dx * dx + dy * dy;
  // Two centres in one place have no direction to part in: they wait until one of them moves.
  if (square >= reach * reach || square === 0) return -1;
  const inverse = arena.discs.invMass[first]!;
  const inverseSum = inverse + arena.discs.invMass[second]!;
  if (inverseSum === 0) return -1;
  return part(arena, discs, first, second, inverse / inverseSum);
}

/** `share` is the part of everything that the first disc takes. */
function part(
  arena: Arena,
  discs: Float64Array,
  first: number,
  second: number,
  share: number,
): number {
  const a = first * DISC_STRIDE;
  const b = second * DISC_STRIDE;
  const dx = discs[a + DISC_X]! - discs[b + DISC_X]!;
  const dy = discs[a + DISC_Y]! - discs[b + DISC_Y]!;
  const distance = Math.sqrt(dx * dx + dy * dy);
  const nx = dx / distance;
  const ny = dy / distance;
  const depth = arena.discs.radius[first]! + arena.discs.radius[second]! - distance;
  move(discs, a, nx * depth * share, ny * depth * share);
  move(discs, b, -(nx * depth * (1 - share)), -(ny * depth * (1 - share)));

  const dvx = discs[a + DISC_VX]! - discs[b + DISC_VX]!;
  const dvy = discs[a + DISC_VY]! - discs[b + DISC_VY]!;
  const approach = -(dvx * nx + dvy * ny);
  if (approach <= 0) return 0;
  const bounce = approach * (1 + arena.discs.bCoef[first]! * arena.discs.bCoef[second]!);
  accelerate(discs, a, nx * bounce * share, ny * bounce * share);
  accelerate(discs, b, -(nx * bounce * (1 - share)), -(ny * bounce * (1 - share)));
  return approach;
}

/** Shifts a disc, within the world. */
export function move(discs: Float64Array, at: number, x: number, y: number): void {
  discs[at + DISC_X] = bounded(discs[at + DISC_X]! + x, WORLD_LIMIT);
  discs[at + DISC_Y] = bounded(discs[at + DISC_Y]! + y, WORLD_LIMIT);
}

/** Adds to a disc's speed, within the speed limit. */
export function accelerate(discs: Float64Array, at: number, x: number, y: number): void {
  discs[at + DISC_VX] = bounded(discs[at + DISC_VX]! + x, SPEED_LIMIT);
  discs[at + DISC_VY] = bounded(discs[at + DISC_VY]! + y, SPEED_LIMIT);
}
