import { expect, test } from 'vitest';
import { FramePace, type PicturesWanted } from './frame-pace.ts';

function ask(pace: FramePace, ...wanted: PicturesWanted[]): boolean[] {
  return wanted.map((one) => pace.mayDraw(one, 0, 0));
}

test('while nothing moves one picture is drawn, and another one where that is not right any more', () => {
  const pace = new FramePace();
  expect(ask(pace, 'owed', 'owed', 'owed')).toEqual([true, false, false]);
  pace.owe();
  expect(ask(pace, 'owed', 'owed')).toEqual([true, false]);
});

test('while the page has more urgent work none is drawn, and what is owed comes behind it', () => {
  const pace = new FramePace();
  expect(ask(pace, 'none', 'none', 'owed', 'none', 'owed')).toEqual([
    false,
    false,
    true,
    false,
    false,
  ]);
});

test('as soon as something moves all pictures are drawn', () => {
  const pace = new FramePace();
  expect(ask(pace, 'all', 'owed', 'all', 'all')).toEqual([true, false, true, true]);
});

/** Pictures that are drawn in ten seconds, by the second of them. */
function drawnPerSecond(displayHz: number, perSecond: number): number {
  const pace = new FramePace();
  let drawn = 0;
  for (let at = 0; at < displayHz * 10; at += 1) {
    // As displays do it: now a millisecond sooner, now later.
    if (pace.mayDraw('all', (at * 1000) / displayHz + (at % 2), perSecond)) drawn += 1;
  }
  return drawn / 10;
}

test.each([
  [30, 60, 30],
  [60, 60, 60],
  [60, 30, 30],
  [144, 60, 60],
  [144, 30, 30],
  [240, 60, 60],
  [240, 0, 240],
])('[V39] a display of %i Hz with at most %i pictures a second draws %i', (hz, most, drawn) => {
  expect(Math.abs(drawnPerSecond(hz, most) - drawn)).toBeLessThanOrEqual(drawn * 0.02);
});
