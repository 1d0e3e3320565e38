import { expect, test } from 'vitest';
import { CLIP_MAX_TICKS, CLIP_MIN_TICKS, markRange } from './clip-range.ts';

const LENGTH = 36_000;

test.each([
  ['a first beginning has eight seconds behind it', null, 'from', 600, [600, 1080]],
  ['a first end has eight seconds in front of it', null, 'to', 600, [120, 600]],
  ['an end beside a beginning is the end of that', [600, 1080], 'to', 2000, [600, 2000]],
  ['a beginning beside an end keeps it', [600, 2000], 'from', 1500, [1500, 2000]],
  ['an end before the beginning has eight seconds', [6000, 6480], 'to', 5000, [4520, 5000]],
  ['a beginning behind the end has eight seconds', [600, 1080], 'from', 5000, [5000, 5480]],
  ['less than a second is no range', [600, 1080], 'to', 630, [150, 630]],
  [
    'at most a minute: the beginning gives way',
    [0, 480],
    'to',
    9000,
    [9000 - CLIP_MAX_TICKS, 9000],
  ],
  ['at most a minute: the end gives way', [8000, 9000], 'from', 10, [10, 10 + CLIP_MAX_TICKS]],
  [
    'the end of the replay is the last end',
    null,
    'from',
    LENGTH,
    [LENGTH - CLIP_MIN_TICKS, LENGTH],
  ],
  ['its beginning is the first beginning', null, 'to', 0, [0, CLIP_MIN_TICKS]],
] as const)('[V70] %s', (_rule, before, edge, position, [from, to]) => {
  const range = before && { from: before[0], to: before[1] };
  expect(markRange(range, edge, position, LENGTH)).toEqual({ from, to });
});

test('[V70] wherever both ends are put it is a range of the replay', () => {
  for (const length of [1, 30, 59, 60, 61, 479, 480, 481, 5000]) {
    let range = null;
    for (let step = 0; step < 200; step += 1) {
      const edge = (step * 7) % 3 === 0 ? 'from' : 'to';
      range = markRange(range, edge, (step * 7919) % (length + 1), length);
      expect(range.from).toBeGreaterThanOrEqual(0);
      expect(range.to).toBeLessThanOrEqual(length);
      expect(range.to - range.from).toBeGreaterThanOrEqual(Math.min(length, CLIP_MIN_TICKS));
      expect(range.to - range.from).toBeLessThanOrEqual(CLIP_MAX_TICKS);
    }
  }
});
