import { radians, tan } from '../../sim/physics/trig.ts';
import type { Point } from './stadium.ts';

/** Arcs of so few degrees, or of this close to a full turn, are straight. */
const MIN_CURVE = 9.99;
const MAX_CURVE = 340;

export type Arc = Point & { readonly radius: number };

/** [F30] `curveF` of an arc of so many degrees, null when it counts as straight. Not negative. */
export function curveFactor(degrees: number): number | null {
  if (degrees <= MIN_CURVE || degrees >= MAX_CURVE) return null;
  // Quarter and half turns are what people draw: exact, so that their ends meet exactly.
  if (degrees === 90) return 1;
  if (degrees === 180) return 0;
  return 1 / tan(radians(degrees) / 2);
}

/** [F31] Centre and radius of the arc from `from` to `to`. */
export function arcOf(from: Point, to: Point, curveF: number): Arc {
  const halfX = (to.x - from.x) / 2;
  const halfY = (to.y - from.y) / 2;
  // From the middle and not from one end: walked from either end an arc is the same to the bit.
  return {
    x: (from.x + to.x) / 2 - halfY * curveF,
    y: (from.y + to.y) / 2 + halfX * curveF,
    radius: Math.sqrt((halfX * halfX + halfY * halfY) * (1 + curveF * curveF)),
  };
}
