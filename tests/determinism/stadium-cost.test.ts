import { expect, test } from 'vitest';
import { parseStadium } from '../../shared/stadium/parse-stadium.ts';
import { arenaOfText } from './all-arenas.ts';

/** What fills the file, between a head and a tail. */
const HOSTILE: readonly (readonly [string, string, string, string])[] = [
  ['numbers', '{ a: [', '12.5,', ']}'],
  ['objects', '{ a: [', "{x:1,y:'a'},", ']}'],
  ['open lists', '', '[', ''],
  ['open objects', '', '{a:', ''],
  ['comments', '{', '/**/', '}'],
  ['commas and comments', '[1', ',/**/', ']'],
  ['quotes', '', "'", ''],
  ['escapes', '{ a: "', '\\"', ''],
  ['line breaks', "{ a: '", 'a\n', "' }"],
  ['keys', '{', 'a:1,', '}'],
  ['digits', '{ a: ', '9', '}'],
  ['blanks', '', ' ', ''],
];

test.each(HOSTILE)('[F1] a mebibyte of %s is answered at once', (_, head, unit, tail) => {
  const text = head + unit.repeat((1_048_576 - head.length - tail.length) / unit.length) + tail;
  const started = performance.now();
  expect(parseStadium(text).ok).toBe(false);
  // Tens of milliseconds on a free machine; the bound only tells that from seconds.
  expect(performance.now() - started).toBeLessThan(1000);
});

function list(make: (index: number) => string): string {
  return `[${Array.from({ length: 1024 }, (_, index) => make(index)).join()}]`;
}

test('[F40] a file with 1024 of every kind compiles in moderate time', () => {
  const text = `{ name: 'X', width: 100, height: 50,
    vertexes: ${list((index) => `{x:${(index * 37) % 900},y:${(index * 91) % 700}}`)},
    segments: ${list((index) => `{v0:${index},v1:${1023 - index},curve:${index % 300}}`)},
    discs: ${list((index) => `{pos:[${index},${index}],radius:${index / 2}}`)},
    planes: ${list((index) => `{normal:[${index},1],dist:-9000}`)} }`;
  const started = performance.now();
  expect(arenaOfText(text).grids.length).toBeGreaterThan(1000);
  expect(performance.now() - started).toBeLessThan(10_000);
});
