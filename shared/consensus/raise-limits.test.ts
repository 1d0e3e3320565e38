import { expect, test } from 'vitest';
import { RaiseLimits } from './raise-limits.ts';
import { RAISE_FORGOTTEN_MS } from './timing.ts';

/** When a page that tries each 50 ms gets through, in ms. */
function timesOf(page: number, limits: RaiseLimits, untilMs: number): number[] {
  const times: number[] = [];
  for (let ms = 0; ms < untilMs; ms += 50) if (limits.take(page, ms)) times.push(ms);
  return times;
}

test('[C19] a page begins a term twice in short, and then ever more seldom', () => {
  expect(timesOf(3, new RaiseLimits(), 20_000)).toEqual([0, 200, 1_400, 3_800, 8_600, 18_200]);
});

test('[C19] each page is limited by itself, and begins anew once it was quiet', () => {
  const limits = new RaiseLimits();
  timesOf(3, limits, 3_000);
  expect(limits.take(4, 3_000)).toBe(true);
  expect(limits.take(3, 3_000)).toBe(false);
  expect(limits.take(3, 3_000 + RAISE_FORGOTTEN_MS)).toBe(true);
});
