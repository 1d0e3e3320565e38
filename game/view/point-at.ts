import type { Insets, Size } from './camera-fit.ts';

export type Pointer = { readonly x: number; readonly y: number; readonly angle: number };

/** Whether nothing of a disc is in the window. Everything here is in CSS pixels and radians. */
export function isOutside(x: number, y: number, radius: number, { width, height }: Size): boolean {
  return x <= -radius || x >= width + radius || y <= -radius || y >= height + radius;
}

/**
 * Where a sign stands that points at a place out of sight, and where to.
 *
 * @param room that the sign takes on each side
 */
export function pointAt(
  place: { readonly x: number; readonly y: number },
  view: Size,
  insets: Insets,
  room: number,
): Pointer {
  const x = within(place.x, insets.left + room, view.width - insets.right - room);
  const y = within(place.y, insets.top + room, view.height - insets.bottom - room);
  return { x, y, angle: Math.atan2(place.y - y, place.x - x) };
}

function within(value: number, from: number, to: number): number {
  return Math.min(to, Math.max(from, value));
}
