import { expect, test } from 'vitest';
import { TICK_MS } from '../../shared/sim/tick.ts';
import { FreezeWatch } from './freeze-watch.ts';

test('a picture that stands still is counted by the ticks that it missed', () => {
  const watch = new FreezeWatch(0, 0);
  expect(watch.take(TICK_MS, 1)).toBe(true);
  expect(watch.take(2 * TICK_MS, 1)).toBe(false);
  expect(watch.take(11 * TICK_MS, 2)).toBe(true);
  expect(watch.frozenTicks).toBe(9);
  expect(watch.frames).toBe(2);
});

test('a late timer is no freeze', () => {
  const watch = new FreezeWatch(0, 0);
  watch.take(2 * TICK_MS, 2);
  watch.take(4.4 * TICK_MS, 4);
  expect(watch.frozenTicks).toBe(0);
});
