import { DISC_VX, DISC_VY, DISC_X, DISC_Y } from '../match-state.ts';
import { CHANGE_LIMIT, WORLD_LIMIT } from '../tuning.ts';

/**
 * Scratch for the contact at hand. Numbers with a fraction travel through here and not as
 * arguments or results: an engine may allocate those, and a tick allocates nothing.
 */
export const contact = new Float64Array(7);

/** Unit vector that the (first) disc is pushed along. */
export const NORMAL_X = 0;
export const NORMAL_Y = 1;
export const DEPTH = 2;
/** 1 + the product of both bounce coefficients. */
export const FACTOR = 3;
/** Out: speed of approach that was reflected, 0 if they part already. */
export const APPROACH = 4;
/** Out, of two discs: speed of the second towards the first, before they met. */
export const DRIVE = 5;
/** Change of speed along the normal; `boundChange` brings it below the limit. */
export const CHANGE = 6;

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
    contact[CHANGE] = approach * contact[FACTOR]!;
    boundChange();
    const change = contact[CHANGE]!;
    discs[at + DISC_VX]! += nx * change;
    discs[at + DISC_VY]! += ny * change;
    contact[APPROACH] = approach;
  }
  boundDisc(discs, at);
}

/** [S16] In place: a local that is either a product or a constant would be allocated. */
export function boundChange(): void {
  if (contact[CHANGE]! > CHANGE_LIMIT) contact[CHANGE] = CHANGE_LIMIT;
  else if (contact[CHANGE]! < -CHANGE_LIMIT) contact[CHANGE] = -CHANGE_LIMIT;
}

/** [S16] Brings a disc back into the world, and its speed below the limit. */
export function boundDisc(discs: Float64Array, at: number): void {
  boundNumber(discs, at + DISC_X);
  boundNumber(discs, at + DISC_Y);
  boundNumber(discs, at + DISC_VX);
  boundNumber(discs, at + DISC_VY);
}

function boundNumber(discs: Float64Array, index: number): void {
  const value = discs[index]!;
  if (value > WORLD_LIMIT) discs[index] = WORLD_LIMIT;
  else if (value < -WORLD_LIMIT) discs[index] = -WORLD_LIMIT;
}
