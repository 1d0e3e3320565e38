import { expect, test } from 'vitest';
import { SEAT_KEPT_MS } from '../../../shared/base/seat-kept.ts';
import { PageClock } from '../../time/page-clock.ts';
import { WakeUp } from './wake-up.ts';

function setUp() {
  let steadyMs = 0;
  const clock = new PageClock({ steadyMs: () => steadyMs, dayMs: () => steadyMs });
  const wakeUp = new WakeUp({ clock, steadyMs: () => steadyMs });
  const lobby = {
    isUnsure: false,
    asked: 0,
    wake() {
      this.asked += 1;
      this.isUnsure = true;
    },
  };
  const sleep = (ms: number): void => {
    steadyMs += ms;
    wakeUp.follow(lobby);
  };
  const pass = (ms: number): void => {
    for (let left = ms; left > 0; left -= 100) {
      steadyMs += 100;
      wakeUp.follow(lobby);
    }
  };
  return { clock, wakeUp, lobby, sleep, pass };
}

test('[L72] a page that was awake asks nothing and is not held', () => {
  const { wakeUp, lobby, pass } = setUp();
  pass(60_000);
  expect([lobby.asked, wakeUp.isHeld]).toEqual([0, false]);
});

test('[L72] after a sleep the lobby is asked once, and time stands still until it has answered', () => {
  const { clock, wakeUp, lobby, sleep, pass } = setUp();
  pass(1000);
  sleep(40_000);
  expect([lobby.asked, wakeUp.isHeld]).toEqual([1, true]);
  pass(2000);
  expect(clock.now()).toBe(1000);
  lobby.isUnsure = false;
  pass(100);
  expect([lobby.asked, wakeUp.isHeld]).toEqual([1, false]);
  pass(500);
  expect(clock.now()).toBeGreaterThan(1400);
});

test('[L72] after a short sleep play goes on where no lobby answers: links may be alive', () => {
  const { wakeUp, sleep, pass } = setUp();
  sleep(10_000);
  pass(3900);
  expect(wakeUp.isHeld).toBe(true);
  pass(200);
  expect(wakeUp.isHeld).toBe(false);
});

test('[L72] who was away for longer than the seat is kept goes on with a word of the lobby alone', () => {
  const { wakeUp, lobby, sleep, pass } = setUp();
  sleep(SEAT_KEPT_MS);
  pass(300_000);
  expect(wakeUp.isHeld).toBe(true);
  // Asleep once more before the network was there again.
  sleep(10_000);
  pass(10_000);
  expect(wakeUp.isHeld).toBe(true);
  lobby.isUnsure = false;
  pass(100);
  expect(wakeUp.isHeld).toBe(false);
});

test('[L75] it is coming back from when it wakes until it is among the others', () => {
  const { clock, wakeUp, lobby, sleep, pass } = setUp();
  const comingBackMs = (): number => wakeUp.comingBackMs(clock.now());
  pass(1000);
  expect(comingBackMs()).toBe(Number.POSITIVE_INFINITY);
  sleep(40_000);
  pass(1000);
  expect(comingBackMs()).toBe(0);
  lobby.isUnsure = false;
  pass(600);
  expect(comingBackMs()).toBe(500);
  // A sequencer that slept may be deposed a moment after it heard the others.
  for (const isAmong of [true, false, true]) {
    wakeUp.note(isAmong, clock.now());
    pass(2000);
  }
  expect(comingBackMs()).toBe(6500);
  wakeUp.note(true, clock.now());
  pass(1000);
  wakeUp.note(true, clock.now());
  expect(comingBackMs()).toBe(Number.POSITIVE_INFINITY);
});

test('[L72] with no room there is nothing to ask', () => {
  let steady = 0;
  const clock = new PageClock({ steadyMs: () => steady, dayMs: () => steady });
  const wakeUp = new WakeUp({ clock, steadyMs: () => steady });
  steady = 600_000;
  wakeUp.follow(null);
  expect(wakeUp.isHeld).toBe(false);
});
