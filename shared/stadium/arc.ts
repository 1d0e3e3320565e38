import { radians, tan } from '../sim/trig.ts';
import type { Point } from './stadium.ts';

/** Arcs of fewer degrees, or of this close to a full turn, are straight. */
const MIN_CURVE = 10;
const MAX_CURVE = 340;

export type Arc = Point & { readonly radius: number };

/** [F30] `curveF` of an arc of so many degrees, null when it counts as straight. Not negative. */
export function curveFactor(degrees: number): number | null {
  if (degrees < MIN_CURVE || degrees >= MAX_CURVE) return null;
  return 1 / tan(radians(degrees) / 2);
}

/** [F31] Centre and radius of the arc from `from` to `to`. */
export function arcOf(from: Point, to: Point, curveF: number): Arc {
  const halfX = (to.x - from.x) / 2;
  const halfY = (to.y - from.y) / 2;
  const x = from.x + halfX - halfY * curveF;
  const y = from.y + halfY + halfX * curveF;
  const dx = from.x - x;
  const dy = from.y - y;
  return { x, y, radius: Math.sqrt(dx * dx + dy * dy) };
}
