import { expect, test } from 'vitest';
import { FramePace, type PicturesWanted } from './frame-pace.ts';

function ask(pace: FramePace, ...wanted: PicturesWanted[]): boolean[] {
  return wanted.map((one) => pace.mayDraw(one));
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
