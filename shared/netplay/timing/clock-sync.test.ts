import { expect, test } from 'vitest';
import { TICK_MS } from '../../sim/tick.ts';
import { ClockSync } from './clock-sync.ts';
import { createRandom, nextNormal } from '../../base/seeded-random.ts';

/** Runs a clock for `ms` against a sequencer whose tick is `nowMs / TICK_MS + ahead`. */
function follow(clock: ClockSync, fromMs: number, ms: number, ahead: number, noiseMs: number) {
  const random = createRandom(3);
  let worstStep = 0;
  let before = clock.tickAt(fromMs) - 1;
  for (let nowMs = fromMs; nowMs < fromMs + ms; nowMs += TICK_MS) {
    clock.advance(nowMs);
    const tick = clock.tickAt(nowMs);
    worstStep = Math.max(worstStep, Math.abs(tick - before - 1));
    before = tick;
    clock.sample(nowMs / TICK_MS + ahead + (noiseMs * nextNormal(random)) / TICK_MS, nowMs);
  }
  return {
    offByMs: (clock.tickAt(fromMs + ms) - (fromMs + ms) / TICK_MS - ahead) * TICK_MS,
    worstStep,
  };
}

test('[N7] the first sample sets the clock at once', () => {
  const clock = new ClockSync(0, 0);
  clock.sample(500, 1000);
  expect(clock.tickAt(1000)).toBeCloseTo(500);
});

test('[N7] the clock comes within 4 ms of the sequencer in 3 s under jitter', () => {
  const clock = new ClockSync(0, 0);
  expect(Math.abs(follow(clock, 0, 3000, 700, 10).offByMs)).toBeLessThan(4);
});

test('[N7] a small error is bent away, never jumped: no tick is skipped or repeated', () => {
  const clock = new ClockSync(0, 0);
  follow(clock, 0, 2000, 100, 0);
  const { offByMs, worstStep } = follow(clock, 2000, 6000, 102, 0);
  expect(Math.abs(offByMs)).toBeLessThan(4);
  expect(worstStep).toBeLessThan(0.1);
});

test('[N7] what came late together when another peer began to count is not believed', () => {
  const clock = new ClockSync(0, 0);
  follow(clock, 0, 1000, 100, 0);
  clock.forget();
  for (let late = 0; late < 3; late++) clock.sample(1000 / TICK_MS + 100 - 30, 1000);
  const { offByMs, worstStep } = follow(clock, 1000, 3000, 100, 0);
  expect(worstStep).toBeLessThan(0.1);
  expect(Math.abs(offByMs)).toBeLessThan(4);
});

test('[N7] an error above a quarter of a second is jumped over', () => {
  const clock = new ClockSync(0, 0);
  follow(clock, 0, 1000, 100, 0);
  expect(Math.abs(follow(clock, 1000, 1000, 400, 0).offByMs)).toBeLessThan(4);
});

test("[N7] the clock that was the room's goes on under another sequencer, and is bent towards its clock", () => {
  const clock = new ClockSync(300, 0);
  expect(clock.isSynced).toBe(false);
  clock.lead();
  clock.forget();
  expect(clock.isSynced).toBe(true);
  const { offByMs, worstStep } = follow(clock, 0, 3000, 302, 0);
  expect(worstStep).toBeLessThan(0.1);
  expect(Math.abs(offByMs)).toBeLessThan(4);
});
