import type { Seen } from './disc-strip.ts';

/**
 * Cuts a line to the square that holds the window, in place: its ends may be further away than a
 * graphics card counts exactly.
 *
 * @param ends x, y, x, y in map units
 * @returns whether any of it is in there
 */
export function clipLine(ends: Float64Array, { x, y, reach }: Seen): boolean {
  const fromX = ends[0]!;
  const fromY = ends[1]!;
  const dx = ends[2]! - fromX;
  const dy = ends[3]! - fromY;
  let from = 0;
  let to = 1;
  for (let side = 0; side < 4; side += 1) {
    const isAcross = side < 2;
    const sign = side % 2 === 0 ? -1 : 1;
    const way = sign * (isAcross ? dx : dy);
    const room = reach - sign * (isAcross ? fromX - x : fromY - y);
    if (way === 0 && room < 0) return false;
    if (way < 0) from = Math.max(from, room / way);
    else if (way > 0) to = Math.min(to, room / way);
  }
  if (from > to) return false;
  ends[0] = fromX + dx * from;
  ends[1] = fromY + dy * from;
  ends[2] = fromX + dx * to;
  ends[3] = fromY + dy * to;
  return true;
}
