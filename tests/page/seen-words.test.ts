import { expect, test } from 'vitest';
import { untrueAmong } from './seen-words.ts';

const SILENT = 'No word from Ben — moving the match…';
const OF_SILENCE = [/^No word from Ben/];

test('what no list allows is untrue, each line once', () => {
  const seen = [
    { atMs: 1000, text: 'GO' },
    { atMs: 1100, text: 'Host left' },
    { atMs: 1200, text: 'Host left' },
  ];
  expect(untrueAmong(seen, [/^GO$/])).toEqual(['Host left']);
});

test('that somebody is silent is true while its machine has no time, and for a moment after', () => {
  const said = (atMs: number) =>
    untrueAmong([{ atMs, text: SILENT }], [], OF_SILENCE, [[1000, 2000]]);
  expect(said(900)).toEqual([SILENT]);
  expect(said(1500)).toEqual([]);
  expect(said(4900)).toEqual([]);
  expect(said(5100)).toEqual([SILENT]);
});

test('a machine without time makes nothing else true', () => {
  const seen = [{ atMs: 1500, text: 'Host left' }];
  expect(untrueAmong(seen, [], OF_SILENCE, [[1000, 2000]])).toEqual(['Host left']);
});
