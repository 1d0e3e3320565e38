import type { MenuStep } from './menu-navigation.ts';

/** As `DOMRect` has it. */
export type Edges = {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};

/** Something beside the way counts as this many times further off than something ahead. */
const SIDEWAYS_COST = 2.5;

/** Index of the nearest place in a direction, or -1. */
export function pickInDirection(from: Edges, places: readonly Edges[], step: MenuStep): number {
  let best = -1;
  let bestCost = Number.POSITIVE_INFINITY;
  for (const [index, place] of places.entries()) {
    const dx = (place.left + place.right - from.left - from.right) / 2;
    const dy = (place.top + place.bottom - from.top - from.bottom) / 2;
    const isVertical = step === 'up' || step === 'down';
    const sign = step === 'up' || step === 'left' ? -1 : 1;
    const ahead = sign * (isVertical ? dy : dx);
    if (ahead <= 1) continue;
    // What lies right ahead, however wide it is, comes before what lies beside the way.
    const beside = isVertical
      ? Math.max(0, place.left - from.right, from.left - place.right)
      : Math.max(0, place.top - from.bottom, from.top - place.bottom);
    const cost = ahead + SIDEWAYS_COST * beside + Math.abs(isVertical ? dx : dy) / 100;
    if (cost < bestCost) {
      best = index;
      bestCost = cost;
    }
  }
  return best;
}
