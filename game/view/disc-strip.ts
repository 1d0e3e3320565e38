const STEPS_MAX = 256;

/** The circle around the middle of the window that holds all of the window, in map units. */
export type Seen = { readonly x: number; readonly y: number; readonly reach: number };

/**
 * The part of a disc that a window can see, as a strip of triangles: any disc, also one whose
 * circle is ten thousand windows long, is exact where it is looked at.
 */
export class DiscStrip {
  /** Pairs of points, the outer one first: x, y, x, y. */
  readonly points = new Float64Array((STEPS_MAX + 1) * 4);
  /** Of pairs; 0 = nothing is seen. */
  count = 0;

  /** @param tolerance how far the polygon may be off the circle, in map units */
  fit(x: number, y: number, radius: number, seen: Seen, tolerance: number): void {
    const dx = seen.x - x;
    const dy = seen.y - y;
    const distance = Math.hypot(dx, dy);
    this.count = 0;
    if (radius <= 0 || distance - seen.reach > radius) return;
    if (distance + seen.reach < radius) return this.#fillWindow(seen);
    const isWhole = seen.reach >= radius;
    const half = isWhole ? Math.PI : Math.asin(seen.reach / radius);
    const middle = Math.atan2(dy, dx);
    const step = 2 * Math.sqrt((2 * tolerance) / radius);
    const steps = Math.min(STEPS_MAX, Math.max(8, Math.ceil((2 * half) / step)));
    // Deep enough that the rest of the disc is out of sight.
    const depth = 2 * seen.reach + radius * (1 - Math.cos(half));
    for (let index = 0; index <= steps; index += 1) {
      const angle = middle + half * ((2 * index) / steps - 1);
      const outerX = x + radius * Math.cos(angle);
      const outerY = y + radius * Math.sin(angle);
      const innerX = isWhole ? x : outerX - depth * Math.cos(middle);
      const innerY = isWhole ? y : outerY - depth * Math.sin(middle);
      this.#put(index, outerX, outerY);
      this.points[index * 4 + 2] = innerX;
      this.points[index * 4 + 3] = innerY;
    }
    this.count = steps + 1;
  }

  #fillWindow({ x, y, reach }: Seen): void {
    for (const [index, side] of [-1, 1].entries()) {
      this.#put(index, x + side * reach, y - reach);
      this.points[index * 4 + 2] = x + side * reach;
      this.points[index * 4 + 3] = y + reach;
    }
    this.count = 2;
  }

  #put(index: number, x: number, y: number): void {
    this.points[index * 4] = x;
    this.points[index * 4 + 1] = y;
  }
}
