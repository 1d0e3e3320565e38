import { expect, test } from 'vitest';
import { TICK_MS } from '../../shared/sim/tick.ts';
import { KickTaps } from './kick-taps.ts';

type Finger = { readonly downMs: number; readonly upMs: number };

/**
 * Fingers as the ticks of a match see them: it is looked twice a tick, and a tick takes what was
 * held at the last look before it.
 *
 * @returns how often the kick came down
 */
function countKicks(fingers: readonly Finger[], lookEveryMs = TICK_MS / 2, offsetMs = 0): number {
  const taps = new KickTaps();
  let kicks = 0;
  let wasDown = false;
  let ticks = 0;
  for (let nowMs = offsetMs; nowMs < 2000; nowMs += lookEveryMs) {
    const presses = fingers.filter(({ downMs }) => downMs <= nowMs).length;
    const isHeld = fingers.some(({ downMs, upMs }) => downMs <= nowMs && nowMs < upMs);
    const isDown = taps.read(isHeld, presses, nowMs);
    if (Math.floor(nowMs / TICK_MS) === ticks) continue;
    ticks = Math.floor(nowMs / TICK_MS);
    if (isDown && !wasDown) kicks += 1;
    wasDown = isDown;
  }
  return kicks;
}

const OFFSETS_MS = [0, 1, 3, 5, 7, 8];

test.each(OFFSETS_MS)('a tap between two looks kicks once (looks from %i ms)', (offsetMs) => {
  expect(countKicks([{ downMs: 100.1, upMs: 100.2 }], TICK_MS / 2, offsetMs)).toBe(1);
});

test.each(OFFSETS_MS)('two fingers in turn kick as often as they come down', (offsetMs) => {
  const fingers = Array.from({ length: 8 }, (_, index) => ({
    downMs: 100 + 80 * index,
    upMs: 100 + 80 * index + 100,
  }));
  expect(countKicks(fingers, TICK_MS / 2, offsetMs)).toBe(8);
});

test('on slow frames a tap is still a kick', () => {
  expect(countKicks([{ downMs: 410, upMs: 440 }], 200)).toBe(1);
});

test('a kick that is held is one kick and is held at once', () => {
  expect(countKicks([{ downMs: 100, upMs: 900 }])).toBe(1);
  const taps = new KickTaps();
  expect(taps.read(true, 1, 500)).toBe(true);
  expect(taps.read(true, 1, 900)).toBe(true);
  expect(taps.read(false, 1, 908)).toBe(false);
});

test('presses that nobody means any more are no kicks', () => {
  const taps = new KickTaps();
  taps.read(true, 9, 0);
  taps.forget(9);
  expect(taps.read(false, 9, 100)).toBe(false);
  expect(taps.read(false, 9, 200)).toBe(false);
});
