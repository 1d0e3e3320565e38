import type { DiscTraits } from '../../shared/room/disc-values.ts';
import type { RoomState } from '../../shared/room/room-state.ts';

type Discs = Pick<RoomState, 'discs'>;

/** How a disc looks now: a radius in map units, above 0, and 0xRRGGBB. */
export type ShownDisc = { readonly radius: number; readonly color: number };

/** [R40] What a script made of a disc; null: nothing. */
export function changeOf({ discs }: Discs, disc: number): DiscTraits | null {
  return discs.find((one) => one.disc === disc)?.traits ?? null;
}

/**
 * [V33] How a disc of the map, or the ball, looks in this room; null: nothing to see.
 *
 * @param own what its file says; a colour of null: it is not drawn
 */
export function shownDisc(
  room: Discs,
  disc: number,
  own: { readonly radius: number; readonly color: number | null },
): ShownDisc | null {
  const change = changeOf(room, disc);
  const radius = change?.radius ?? own.radius;
  const color = change?.color ?? own.color;
  // A colour below 0 is one that is not drawn.
  return color === null || color < 0 || radius <= 0 ? null : { radius, color };
}
