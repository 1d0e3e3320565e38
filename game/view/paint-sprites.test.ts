import { expect, test } from 'vitest';
import {
  paintBall,
  paintDisc,
  paintKit,
  paintOwnRing,
  paintStone,
  paintVoice,
  stoneRing,
  VOICE_REACH,
} from './paint-sprites.ts';

type Painter = (paint: CanvasRenderingContext2D) => void;

/** How far from the middle a painter draws circles, with the width of their lines. */
function reachOf(painter: Painter): number {
  let reach = 0;
  let radius = 0;
  const nothing = (): void => undefined;
  const light = { addColorStop: nothing };
  const paint = {
    lineWidth: 1,
    arc: (_x: number, _y: number, r: number) => {
      // What a canvas throws at.
      if (r < 0) throw new RangeError(`a circle of radius ${r}`);
      radius = r;
    },
    stroke: () => {
      reach = Math.max(reach, radius + paint.lineWidth / 2);
    },
    fill: () => {
      reach = Math.max(reach, radius);
    },
    createLinearGradient: () => light,
    ...Object.fromEntries(
      ['beginPath', 'save', 'restore', 'clip', 'rotate', 'fillRect'].map((name) => [name, nothing]),
    ),
  };
  painter(paint as unknown as CanvasRenderingContext2D);
  return reach;
}

test('[V27] the own ring is inside of the disc, and inside its ink: no disc looks larger than it is', () => {
  for (const radius of [3, 6, 15, 40, 90]) {
    expect(reachOf((paint) => paintDisc(paint, radius, '#fff', true))).toBe(radius);
    expect(reachOf((paint) => paintOwnRing(paint, radius))).toBeLessThan(radius);
  }
});

test('[V61] a wider white ring reaches further in and no further out, and leaves room for what stands on the disc', () => {
  const widthOf = (radius: number, width: number): number => {
    let white = 0;
    reachOf((paint) => {
      paint.stroke = () => {
        white = Math.max(white, paint.lineWidth);
      };
      paintOwnRing(paint, radius, width);
    });
    return white;
  };
  for (const radius of [6, 15, 40]) {
    for (const width of [0.5, 1, 2]) {
      expect(reachOf((paint) => paintOwnRing(paint, radius, width))).toBeLessThan(radius);
      expect(widthOf(radius, width)).toBeLessThan(radius * 0.6);
    }
    expect(widthOf(radius, 2)).toBeGreaterThan(widthOf(radius, 0.5));
  }
  expect(widthOf(15, 2)).toBeCloseTo(2 * widthOf(15, 1));
});

test('[V32] a kit leaves the rim of its disc as it is, whatever the size', () => {
  for (const radius of [1e-9, 0.5, 3, 15, 90, 1e9]) {
    for (const stripes of [[1], [1, 2], [1, 2, 3]]) {
      const reach = reachOf((paint) => paintKit(paint, radius, { angle: 45, stripes }));
      expect(reach).toBeLessThan(radius * 0.75);
    }
  }
});

test('players and balls of any size can be painted, also those of which nothing is left', () => {
  for (const radius of [0, 1e-9, 0.001, 0.5, 1, 2, 3, 1e9]) {
    for (const painter of [paintOwnRing, paintBall]) {
      expect(reachOf((paint) => painter(paint, radius))).toBeLessThanOrEqual(radius);
    }
    expect(reachOf((paint) => paintDisc(paint, radius, '#fff', false))).toBe(radius);
  }
});

test('[V21] a disc of the map is as large as its radius, its ring within', () => {
  for (const radius of [1, 8, 79]) {
    const ring = stoneRing(radius);
    expect(reachOf((paint) => paintStone(paint, radius, { ring }))).toBe(radius);
    expect(ring).toBeLessThan(radius / 2);
  }
});

test.each([1, 15, 400])(
  '[V34] the mark of a voice fits its picture around a disc of %d',
  (radius) => {
    const reach = reachOf((paint) => paintVoice(paint, radius));
    expect(reach).toBeGreaterThan(radius * 1.5);
    expect(reach).toBeLessThanOrEqual(radius * VOICE_REACH);
  },
);
