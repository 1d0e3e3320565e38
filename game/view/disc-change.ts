import { traitsOf } from '../../shared/room/discs.ts';
import type { RoomState } from '../../shared/room/room-state.ts';

/** How a disc looks now: a radius in map units, above 0, and 0xRRGGBB. */
export type ShownDisc = { readonly radius: number; readonly color: number };

/**
 * [V33] How a disc of the map, or the ball, looks in this room; null: nothing to see.
 *
 * @param own what its file says; a colour of null: it is not drawn
 */
export function shownDisc(
  room: Pick<RoomState, 'discs'>,
  disc: number,
  own: { readonly radius: number; readonly color: number | null },
): ShownDisc | null {
  const change = traitsOf(room, disc);
  const radius = change?.radius ?? own.radius;
  const color = change?.color ?? own.color;
  // A colour below 0 is one that is not drawn.
  return color === null || color < 0 || radius <= 0 ? null : { radius, color };
}
