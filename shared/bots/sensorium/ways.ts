import { DISC_VX, DISC_VY, DISC_X, DISC_Y } from '../../sim/match-state.ts';
import { type Pitch, WAY_TICKS } from './pitch.ts';

/** A place on the pitch that is written anew, so that nothing is allocated. */
export type Place = { x: number; y: number };

/** Where the ball is in so many ticks when nobody touches it: damped, and off the walls once. */
export function ballAfter(pitch: Pitch, discs: Float64Array, ticks: number, out: Place): Place {
  const way = pitch.roll[ticks]!;
  const y = discs[DISC_Y]! + discs[DISC_VY]! * way;
  out.y = y < pitch.top ? fold(y, pitch.top) : y > pitch.bottom ? fold(y, pitch.bottom) : y;
  const x = discs[DISC_X]! + discs[DISC_VX]! * way;
  const { y0, y1 } = pitch.homes[1];
  const isInGoal = out.y > Math.min(y0, y1) && out.y < Math.max(y0, y1);
  if (isInGoal) out.x = x;
  else out.x = x < pitch.left ? fold(x, pitch.left) : x > pitch.right ? fold(x, pitch.right) : x;
  return out;
}

/** Back from a wall that takes half of the speed. */
function fold(value: number, wall: number): number {
  return wall - (value - wall) / 2;
}

/** Could a player at `at` be at a place within so many ticks, running straight? */
export function canReach(
  pitch: Pitch,
  discs: Float64Array,
  at: number,
  place: Place,
  ticks: number,
): boolean {
  const glide = pitch.glide[ticks]!;
  const dx = place.x - discs[at + DISC_X]! - discs[at + DISC_VX]! * glide;
  const dy = place.y - discs[at + DISC_Y]! - discs[at + DISC_VY]! * glide;
  const run = pitch.run[ticks]! + pitch.playerRadius + pitch.ballRadius;
  return dx * dx + dy * dy <= run * run;
}

/**
 * Could a player at `at` and the ball come within `reach` map units of each other, edge to edge, in so many
 * ticks? By bounds and without a root: false is certain, true is not.
 */
export function mayMeet(
  pitch: Pitch,
  discs: Float64Array,
  at: number,
  ticks: number,
  reach: number,
): boolean {
  const dx = discs[DISC_X]! - discs[at + DISC_X]!;
  const dy = discs[DISC_Y]! - discs[at + DISC_Y]!;
  const rolls = Math.abs(discs[DISC_VX]!) + Math.abs(discs[DISC_VY]!);
  const touch = pitch.ballRadius + pitch.playerRadius + reach;
  const near = touch + ticks * (pitch.topSpeed + rolls);
  return dx * dx + dy * dy <= near * near;
}

const scratch: Place = { x: 0, y: 0 };

/** Ticks between two looks along the way of the ball. */
const LOOK_TICKS = 3;

/** Ticks until a player touches the rolling ball; `WAY_TICKS` when it never does. */
export function ticksToBall(pitch: Pitch, discs: Float64Array, at: number): number {
  for (let ticks = 0; ticks < WAY_TICKS; ticks += LOOK_TICKS) {
    if (canReach(pitch, discs, at, ballAfter(pitch, discs, ticks, scratch), ticks)) return ticks;
  }
  return WAY_TICKS;
}
