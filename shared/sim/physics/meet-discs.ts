import type { Arena } from './arena.ts';
import { APPROACH, boundChange, boundDisc, CHANGE, contact, DRIVE } from './contact.ts';
import { DISC_STRIDE, DISC_VX, DISC_VY, DISC_X, DISC_Y } from '../match-state.ts';

/**
 * [S21] Pushes two overlapping discs apart, each by its share of the inverse mass, and reflects
 * their speed of approach. False when they do not touch.
 */
export function meetDiscs(
  arena: Arena,
  discs: Float64Array,
  first: number,
  second: number,
): boolean {
  const a = first * DISC_STRIDE;
  const b = second * DISC_STRIDE;
  const { radius } = arena.discs;
  const dx = discs[a + DISC_X]! - discs[b + DISC_X]!;
  const dy = discs[a + DISC_Y]! - discs[b + DISC_Y]!;
  const reach = radius[first]! + radius[second]!;
  const square = dx * dx + dy * dy;
  // A gap of nothing is a touch. A negative radius may leave no reach at all. Two centres in one
  // place have no direction to part in: they wait until one of them moves.
  if (square > reach * reach || reach < 0 || square === 0) return false;
  const { invMass, bCoef } = arena.discs;
  const inverseSum = invMass[first]! + invMass[second]!;
  if (inverseSum === 0) return false;

  const share0 = invMass[first]! / inverseSum;
  const share1 = 1 - share0;
  const distance = Math.sqrt(square);
  const nx = dx / distance;
  const ny = dy / distance;
  const depth = reach - distance;
  discs[a + DISC_X]! += nx * depth * share0;
  discs[a + DISC_Y]! += ny * depth * share0;
  discs[b + DISC_X]! -= nx * depth * share1;
  discs[b + DISC_Y]! -= ny * depth * share1;

  const dvx = discs[a + DISC_VX]! - discs[b + DISC_VX]!;
  const dvy = discs[a + DISC_VY]! - discs[b + DISC_VY]!;
  const approach = -(dvx * nx + dvy * ny);
  contact[APPROACH] = 0;
  contact[DRIVE] = nx * discs[b + DISC_VX]! + ny * discs[b + DISC_VY]!;
  if (approach > 0) {
    contact[CHANGE] = approach * (1 + bCoef[first]! * bCoef[second]!);
    boundChange();
    const change = contact[CHANGE]!;
    discs[a + DISC_VX]! += nx * change * share0;
    discs[a + DISC_VY]! += ny * change * share0;
    discs[b + DISC_VX]! -= nx * change * share1;
    discs[b + DISC_VY]! -= ny * change * share1;
    contact[APPROACH] = approach;
  }
  boundDisc(discs, a);
  boundDisc(discs, b);
  return true;
}
