import { beforeEach, expect, test } from 'vitest';
import { ASLEEP_MS, PageClock } from './page-clock.ts';

const TEN_MINUTES_MS = 600_000;
let steadyMs: number;
let dayMs: number;
let clock: PageClock;

beforeEach(() => {
  steadyMs = 1000;
  dayMs = 1_700_000_000_000;
  clock = new PageClock({ steadyMs: () => steadyMs, dayMs: () => dayMs });
});

function awake(ms: number): void {
  for (let left = ms; left > 0; left -= 10) {
    steadyMs += 10;
    dayMs += 10;
    clock.now();
  }
}

test('[L71] it goes with the page while that is awake', () => {
  awake(60_000);
  expect(clock.now()).toBe(61_000);
  expect(clock.takeSleep()).toBe(0);
});

test.each([
  ['goes on', TEN_MINUTES_MS],
  ['stands still', 0],
])('[L71] what is slept does not pass, on a machine whose steady clock %s', (_kind, gapMs) => {
  awake(1000);
  const before = clock.now();
  steadyMs += gapMs;
  dayMs += TEN_MINUTES_MS;
  expect(clock.now()).toBe(before);
  awake(1000);
  expect(clock.now()).toBe(before + 1000);
  expect(clock.takeSleep()).toBe(TEN_MINUTES_MS);
  expect(clock.takeSleep()).toBe(0);
});

test('[L71] a page that is only slow was not asleep', () => {
  for (let turn = 0; turn < 5; turn++) {
    steadyMs += ASLEEP_MS - 1;
    dayMs += ASLEEP_MS - 1;
    clock.now();
  }
  expect(clock.takeSleep()).toBe(0);
  expect(clock.now()).toBe(1000 + 5 * (ASLEEP_MS - 1));
});

test('[L71] somebody who sets the time of day back changes nothing', () => {
  awake(100);
  dayMs -= 3_600_000;
  awake(100);
  expect(clock.takeSleep()).toBe(0);
  expect(clock.now()).toBe(1200);
});

test('[L71] while it is held no time passes, and then it goes on from there', () => {
  awake(500);
  clock.hold(true);
  awake(3000);
  expect(clock.now()).toBe(1500);
  clock.hold(false);
  awake(200);
  expect(clock.now()).toBe(1700);
});
