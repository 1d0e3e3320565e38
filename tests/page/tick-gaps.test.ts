import { expect, test } from 'vitest';
import { measureTicks, type TickSample } from './tick-gaps.ts';

const TICK_MS = 1000 / 60;
const SAMPLE_MS = 5;

/** A page that looks every 5 ms from `fromMs` to `toMs`, where the clock shows `tickAt`. */
function watch(fromMs: number, toMs: number, tickAt: (ms: number) => number): TickSample[] {
  const count = Math.round((toMs - fromMs) / SAMPLE_MS);
  return Array.from({ length: count }, (_, at) => {
    const atMs = fromMs + at * SAMPLE_MS;
    return [atMs, Math.floor(tickAt(atMs)), 0, 0] as const;
  });
}

const steady = (ms: number): number => ms / TICK_MS;

test('a steady page has no gap longer than a tick and a look', () => {
  const figures = measureTicks(watch(0, 5000, steady));
  expect(figures.longest.ms).toBeLessThanOrEqual(TICK_MS + SAMPLE_MS);
  expect(figures.ticksPerSecond).toBeCloseTo(60, 0);
  expect(figures.retreats).toBe(0);
});

test('a tick that stands still while the page runs is an awake gap', () => {
  const figures = measureTicks(watch(0, 5000, (ms) => steady(ms < 2000 || ms > 3000 ? ms : 2000)));
  expect(figures.longest.ms).toBeGreaterThan(980);
  expect(figures.longestAwakeMs).toBeGreaterThan(980);
});

test('a page that stands still altogether is starved, not stalled', () => {
  const figures = measureTicks([...watch(0, 2000, steady), ...watch(2500, 5000, steady)]);
  expect(figures.longest.ms).toBeGreaterThan(490);
  expect(figures.longest.starvedMs).toBeGreaterThan(480);
  expect(figures.longestStarvedMs).toBe(figures.longest.starvedMs);
  expect(figures.longestAwakeMs).toBeLessThanOrEqual(2 * (TICK_MS + SAMPLE_MS));
});

test('a tick that stands still up to the end counts', () => {
  const figures = measureTicks(watch(0, 3000, (ms) => steady(Math.min(ms, 1000))));
  expect(figures.longestAwakeMs).toBeGreaterThan(1900);
});

test('ticks that go back, stalls since the first look, and the deepest rollback are told', () => {
  const figures = measureTicks([
    [0, 10, 0, 3],
    [5, 11, 4, 3],
    [10, 9, 9, 5],
    [15, 10, 0, 5],
  ]);
  expect(figures).toMatchObject({ retreats: 1, deepestRollback: 9, stalledTicks: 2 });
  expect(figures.stalledAtS).toEqual([0.01]);
});

test('nothing cannot be measured', () => {
  expect(() => measureTicks([])).toThrow('too few samples');
});
