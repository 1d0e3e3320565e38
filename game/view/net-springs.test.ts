import { expect, test } from 'vitest';
import { NetSprings } from './net-springs.ts';

const FRAME_MS = 1000 / 60;

/** How far out a net is at its widest, for a second behind a push. */
function widest(
  at: number,
  speed: number,
  most = 12,
): { out: number; place: number; endMs: number } {
  const net = new NetSprings(most);
  net.push(at, speed);
  const found = { out: 0, place: 0, endMs: 0 };
  for (let ms = 0; ms < 3000 && net.isMoving; ms += FRAME_MS) {
    net.update(FRAME_MS);
    found.endMs = ms;
    for (let place = 0; place <= 1; place += 0.05) {
      const out = net.outAt(place);
      if (out > found.out) Object.assign(found, { out, place });
    }
  }
  return found;
}

test('[V55] a net goes out where the ball met it, and further for a harder ball', () => {
  const soft = widest(0.3, 100);
  const hard = widest(0.3, 250);
  expect(soft.out).toBeGreaterThan(1);
  expect(hard.out).toBeGreaterThan(2 * soft.out);
  expect(hard.place).toBeGreaterThan(0.15);
  expect(hard.place).toBeLessThan(0.5);
});

test('[V55] it hangs still again within two seconds, and never goes further out than it may', () => {
  const { out, endMs } = widest(0.5, 5000, 9);
  expect(out).toBe(9);
  expect(endMs).toBeLessThan(2500);
  expect(widest(0.5, 200).endMs).toBeLessThan(2000);
});

test('[V55] the posts hold it, it does not hang into the goal, and a page that stood still changes nothing', () => {
  const net = new NetSprings(12);
  net.push(0.5, 300);
  for (let frame = 0; frame < 100; frame += 1) {
    net.update(FRAME_MS);
    expect(net.outAt(0)).toBeLessThan(net.outAt(0.5) + 6);
    for (const at of [0, 0.25, 0.5, 1]) expect(net.outAt(at)).toBeGreaterThanOrEqual(0);
  }
  net.push(0.5, 300);
  net.update(100);
  expect(net.outAt(0.5)).toBeLessThanOrEqual(12);
  net.still();
  expect([net.isMoving, net.outAt(0.5)]).toEqual([false, 0]);
});
