/** A place of the map. */
export type Spot = { readonly x: number; readonly y: number };

/** Where the camera is, and how many times as large it sees as the person asked for. */
export type Shot = { x: number; y: number; zoom: number };

/** Around what has to be seen, in map units: a disc and what stands over it. */
const ROOM = 60;
/** Time in which the camera makes up two thirds of a distance. */
const TAU_MS = 160;

/**
 * [V40] From where all of some places are seen: in their middle, as large as the person asked for, or as much smaller
 * as they need.
 *
 * @param spots at least one
 * @param seen what the window shows at a zoom of 1, in map units
 */
export function shotOf(
  spots: readonly Spot[],
  seen: { readonly width: number; readonly height: number },
): Shot {
  const [left, right] = rangeOf(spots.map(({ x }) => x));
  const [top, bottom] = rangeOf(spots.map(({ y }) => y));
  const zoom = Math.min(
    1,
    seen.width / (right - left + 2 * ROOM),
    seen.height / (bottom - top + 2 * ROOM),
  );
  return { x: (left + right) / 2, y: (top + bottom) / 2, zoom };
}

/** Moves a camera towards a shot, as far as it comes in `deltaMs`. */
export function moveTowards(camera: Shot, shot: Shot, deltaMs: number): void {
  const share = 1 - Math.exp(-deltaMs / TAU_MS);
  camera.x += (shot.x - camera.x) * share;
  camera.y += (shot.y - camera.y) * share;
  camera.zoom += (shot.zoom - camera.zoom) * share;
}

function rangeOf(values: readonly number[]): readonly [number, number] {
  return [Math.min(...values), Math.max(...values)];
}
