import { expect, test } from 'vitest';
import { moveTowards, shotOf } from './both-in-view.ts';

const SEEN = { width: 800, height: 400 };
const BALL = { x: 0, y: 0 };

test('[V40] what is near is seen as large as the person asked for, from its middle', () => {
  const shot = shotOf([BALL, { x: 100, y: 40 }, { x: -50, y: 20 }], SEEN);
  expect(shot).toEqual({ x: 25, y: 20, zoom: 1 });
});

test.each([
  ['wide', { x: 1500, y: 0 }],
  ['high', { x: 0, y: -900 }],
])(
  '[V40] where they are too far apart the camera sees as much more as they need: %s',
  (_n, far) => {
    const { x, y, zoom } = shotOf([BALL, far], SEEN);
    expect(zoom).toBeLessThan(1);
    for (const spot of [BALL, far]) {
      expect(Math.abs(spot.x - x)).toBeLessThan(SEEN.width / zoom / 2);
      expect(Math.abs(spot.y - y)).toBeLessThan(SEEN.height / zoom / 2);
    }
  },
);

test('[V40] the camera glides, and gets there', () => {
  const camera = { x: 0, y: 0, zoom: 1 };
  const shot = { x: 100, y: -40, zoom: 0.5 };
  moveTowards(camera, shot, 16);
  expect(camera.x).toBeGreaterThan(0);
  expect(camera.x).toBeLessThan(20);
  for (let picture = 0; picture < 200; picture += 1) moveTowards(camera, shot, 16);
  expect(camera.x).toBeCloseTo(100);
  expect(camera.y).toBeCloseTo(-40);
  expect(camera.zoom).toBeCloseTo(0.5);
});
