import { expect, test } from 'vitest';
import { clipLine } from './clip-line.ts';
import { DiscStrip } from './disc-strip.ts';
import { layOnShelves } from './shelves.ts';
import { sharpRadius } from './stone-sheet.ts';

const SEEN = { x: 20, y: 0, reach: 500 };
const TOLERANCE = 0.1;

/** Whether a point is in one of the triangles of a strip. */
function covers({ points, count }: DiscStrip, x: number, y: number): boolean {
  const at = (index: number) => ({ x: points[index * 2]!, y: points[index * 2 + 1]! });
  for (let pair = 0; pair < count - 1; pair += 1) {
    const [a, b, c, d] = [0, 1, 2, 3].map((corner) => at(pair * 2 + corner)) as [P, P, P, P];
    if (isInside(a, b, c, { x, y }) || isInside(b, c, d, { x, y })) return true;
  }
  return false;
}

type P = { readonly x: number; readonly y: number };

function isInside(a: P, b: P, c: P, p: P): boolean {
  const side = (from: P, to: P) =>
    (to.x - from.x) * (p.y - from.y) - (to.y - from.y) * (p.x - from.x);
  // In a fan every other triangle has no area.
  if (Math.abs(side(a, b)) < 1e-6 && Math.abs(side(b, c)) < 1e-6) return false;
  const sides = [side(a, b), side(b, c), side(c, a)];
  return sides.every((value) => value >= 0) || sides.every((value) => value <= 0);
}

test.each([
  ['a disc in the window', 100, 50, 90],
  ['one as large as the window', 300, -200, 500],
  ['a floor', 0, 10_000_150, 10_000_000],
  ['a wall to the left', -1e9 - 30, 40, 1e9],
  ['one behind everything', 0, 0, 1e6],
])(
  '[V21] the strip of %s is the disc where the window looks, to a tenth of a unit',
  (_, x, y, r) => {
    const strip = new DiscStrip();
    strip.fit(x, y, r, SEEN, TOLERANCE);
    for (let px = SEEN.x - 340; px <= SEEN.x + 340; px += 17) {
      for (let py = SEEN.y - 340; py <= SEEN.y + 340; py += 17) {
        const depth = r - Math.hypot(px - x, py - y);
        if (depth > 2 * TOLERANCE) expect(covers(strip, px, py), `${px}, ${py}`).toBe(true);
        if (depth < -0.001) expect(covers(strip, px, py), `${px}, ${py}`).toBe(false);
      }
    }
  },
);

test('[V21] of a disc out of the window nothing is drawn', () => {
  const strip = new DiscStrip();
  strip.fit(0, 1e7 + 600, 1e7, SEEN, TOLERANCE);
  expect(strip.count).toBe(0);
  strip.fit(0, 0, 0, SEEN, TOLERANCE);
  expect(strip.count).toBe(0);
});

test('a line from the end of the world is cut to the window and stays the same line', () => {
  const ends = new Float64Array([100, -1e6, 100, 1e6]);
  expect(clipLine(ends, SEEN)).toBe(true);
  expect([...ends]).toEqual([100, -500, 100, 500]);
  const inside = new Float64Array([0, 0, 30, 40]);
  expect(clipLine(inside, SEEN)).toBe(true);
  expect([...inside]).toEqual([0, 0, 30, 40]);
  expect(clipLine(new Float64Array([900, -1, 900, 1]), SEEN)).toBe(false);
  expect(clipLine(new Float64Array([900, 0, 0, 900]), SEEN)).toBe(true);
  expect(clipLine(new Float64Array([2000, 0, 0, 2000]), SEEN)).toBe(false);
});

test('[V21] the picture of a disc is as large as the disc is drawn, or up to a fifth larger', () => {
  for (let radius = 3; radius < 400; radius += 0.7) {
    const painted = sharpRadius(radius) / radius;
    expect(painted).toBeGreaterThanOrEqual(1 - 1e-9);
    expect(painted).toBeLessThanOrEqual(1.2 + 1e-9);
  }
});

test('a sheet holds every picture, none over another, in its width', () => {
  const { cells, width, height } = layOnShelves([900, 900, 900, 300, 20, 20], 2048);
  for (const { x, y, size } of cells) {
    expect(x + size).toBeLessThanOrEqual(width);
    expect(y + size).toBeLessThanOrEqual(height);
  }
  const clash = cells.some((a, index) =>
    cells.slice(index + 1).some((b) => {
      const isBeside = a.x + a.size <= b.x || b.x + b.size <= a.x;
      return !isBeside && a.y + a.size > b.y && b.y + b.size > a.y;
    }),
  );
  expect(clash).toBe(false);
  expect(width).toBeLessThanOrEqual(2048);
});
