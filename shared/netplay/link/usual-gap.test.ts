import { expect, test } from 'vitest';
import { UsualGap } from './usual-gap.ts';

/** Hears a packet after each of these gaps, in milliseconds. */
function hear(gap: UsualGap, gapsMs: readonly number[], fromMs = 0): number {
  let nowMs = fromMs;
  gap.note(nowMs);
  for (const ms of gapsMs) {
    nowMs += ms;
    gap.note(nowMs);
  }
  return nowMs;
}

test('[N30] one long silence may be chance, two are a habit', () => {
  const gap = new UsualGap();
  const nowMs = hear(gap, [50, 50, 700, 50, 50]);
  expect(gap.ms).toBe(50);
  hear(gap, [600, 50], nowMs);
  expect(gap.ms).toBe(600);
});

test('[N30] a habit is forgotten once it has not shown for ten seconds', () => {
  const gap = new UsualGap();
  let nowMs = hear(gap, [600, 700, 50]);
  nowMs = hear(gap, Array<number>(60).fill(50), nowMs);
  expect(gap.ms).toBe(600);
  hear(gap, Array<number>(220).fill(50), nowMs);
  expect(gap.ms).toBe(50);
});

test('[N30] who was away for long has no habit of it, and packets out of order make no gap', () => {
  const gap = new UsualGap();
  const nowMs = hear(gap, [50, 9_000, 50, 9_000, 50, 50]);
  expect(gap.ms).toBe(50);
  hear(gap, [-40, 60, -10], nowMs);
  expect(gap.ms).toBeLessThanOrEqual(60);
});
