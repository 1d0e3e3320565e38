import { DISC_VX, DISC_VY, DISC_X, DISC_Y } from './match-state.ts';
import { SPEED_LIMIT, WORLD_LIMIT } from './tuning.ts';

/**
 * Scratch for the contact at hand. Numbers with a fraction travel through here and not as
 * arguments or results: an engine may allocate those, and a tick allocates nothing.
 */
export const contact = new Float64Array(5);

/** Unit vector that the (first) disc is pushed along. */
export const NORMAL_X = 0;
export const NORMAL_Y = 1;
export const DEPTH = 2;
/** 1 + the product of both bounce coefficients. */
export const FACTOR = 3;
/** Out: speed of approach that was reflected, 0 if they part already. */
export const APPROACH = 4;

/** Pushes a disc out of something immovable and reflects its speed of approach. */
export function bounceOff(discs: Float64Array, at: number): void {
  const nx = contact[NORMAL_X]!;
  const ny = contact[NORMAL_Y]!;
  const depth = contact[DEPTH]!;
  discs[at + DISC_X]! += nx * depth;
  discs[at + DISC_Y]! += ny * depth;
  const approach = -(nx * discs[at + DISC_VX]! + ny * discs[at + DISC_VY]!);
  contact[APPROACH] = 0;
  if (approach > 0) {
    const change = approach * contact[FACTOR]!;
    discs[at + DISC_VX]! += nx * change;
    discs[at + DISC_VY]! += ny * change;
    contact[APPROACH] = approach;
  }
  boundDisc(discs, at);
}

/** [S16] Brings a disc back into the world and below the speed limit. */
export function boundDisc(discs: Float64Array, at: number): void {
  boundNumber(discs, at + DISC_X, WORLD_LIMIT);
  boundNumber(discs, at + DISC_Y, WORLD_LIMIT);
  boundNumber(discs, at + DISC_VX, SPEED_LIMIT);
  boundNumber(discs, at + DISC_VY, SPEED_LIMIT);
}

function boundNumber(discs: Float64Array, index: number, limit: number): void {
  const value = discs[index]!;
  if (value > limit) discs[index] = limit;
  else if (value < -limit) discs[index] = -limit;
}
