import JSON5 from 'json5';
import { expect, test } from 'vitest';
import { fixtureTexts } from '../../../tests/determinism/all-arenas.ts';
import { nextRandom, seedRandom } from '../../sim/match/random.ts';
import { readJson5 } from './read-json5.ts';

/** What the JSON5 package makes of a text: the judge of what this reader must say. */
function judge(text: string): { readonly ok: boolean; readonly value?: unknown } {
  try {
    return { ok: true, value: JSON5.parse(text) };
  } catch {
    return { ok: false };
  }
}

/** Without byte order mark and without line breaks, also in strings: JSON5 knows neither. */
function withoutLiberties(text: string): string {
  return text.replaceAll(/\/\/.*$/gm, '').replaceAll(/[\r\n\uFEFF]+/g, ' ');
}

function expectAgreement(text: string): boolean {
  const read = readJson5(text);
  const expected = judge(text);
  if (read.ok !== expected.ok) expect({ text, read }).toEqual({ text, expected });
  if (read.ok) expect(read.value).toEqual(expected.value);
  return read.ok;
}

test.each(fixtureTexts())('[F3] $name reads as by the JSON5 package', ({ text }) => {
  expect(expectAgreement(withoutLiberties(text))).toBe(true);
});

test.each([
  '[+1, -.5, 5., .5e3, 1E-2, 0x1F, -0xa, 0, -0, 1e999, 12345678901234567890]',
  '[Infinity, -Infinity, +NaN, true, false, null]',
  `{ a: 1, 'b': 2, "c": 3, $_9: 4, \\u0061b: 5, caf\u00e9: 6, \u{1d400}x: 7, a: 8, }`,
  `['\\b\\f\\n\\r\\t\\v\\0\\x41\\u0041\\'\\"\\\\\\q\\/', "it's", 'a\\\nb\\\r\nc\\\u2028d', '\u2028']`,
  '/**/[ // x\r 1, /* * / ] */ 2,\u00a0\u3000\uFEFF\v\f]//',
  '"\ud83d\ude00 \ud83d"',
  '{ "__proto__": { "a": 1 }, constructor: 2 }',
])('[F3] %j is read as by the JSON5 package', (text) => {
  expect(expectAgreement(text)).toBe(true);
});

test.each([
  '',
  ' ',
  '{',
  '[1',
  '[,]',
  '[1,,2]',
  '{,}',
  '{a}',
  '{a:}',
  '{a:1 b:2}',
  '{1:2}',
  '{a-b:1}',
  '[1 2]',
  '[01]',
  '[1e]',
  '[.]',
  '[0x]',
  '[+]',
  '[--1]',
  '[1a]',
  '[truex]',
  '[nul]',
  "'a",
  "'\\x4'",
  "'\\u00g0'",
  "'\\1'",
  "'\\01'",
  '{\\u0031: 1}',
  '{\\x61: 1}',
  '[1] 2',
  '/* ',
  '[1] /',
  '[1] /* ',
  '{"a": 1]',
  '[1}',
])('[F3] %j is refused as by the JSON5 package', (text) => {
  expect(expectAgreement(text)).toBe(false);
});

const PIECES = [...`{}[],:'"\\/*-+.0123456789eExnulltrueNaInfy$_ \n\t`, '\u2028', '\u00e9', '//'];

test('[F3] broken and patched fixtures are judged as by the JSON5 package', () => {
  const random = new Int32Array(4);
  seedRandom(random, 0, 3);
  // Raw line breaks in strings are our liberty: without them both must always agree.
  const texts = fixtureTexts().map(({ text }) =>
    text.replaceAll(/[\r\n\uFEFF]+/g, ' ').slice(0, 900),
  );
  let read = 0;
  for (let run = 0; run < 3000; run += 1) {
    const text = texts[nextRandom(random, 0) % texts.length]!;
    const at = nextRandom(random, 0) % text.length;
    const end = at + (nextRandom(random, 0) % 4);
    const piece = PIECES[nextRandom(random, 0) % PIECES.length]!;
    const tail = text.slice(end).replaceAll('//', ' ');
    const patched = text.slice(0, at) + (piece === '\n' ? ' ' : piece) + tail;
    read += expectAgreement(patched) ? 1 : 0;
  }
  expect(read).toBeLessThan(3000);
});

test('[F3] raw line breaks are part of a string, CRLF as LF', () => {
  expect(readJson5(`\uFEFF['a\nb', "c\r\nd", 'e\rf']`)).toEqual({
    ok: true,
    value: ['a\nb', 'c\nd', 'e\nf'],
  });
});

test('[F3] what is not wanted is checked and left out', () => {
  const wants = (key: string): boolean => key !== 'no';
  expect(readJson5(`{ no: [{ a: 1 }, 'x\\n', 0x1], a: { no: 1, b: 2 } }`, wants)).toEqual({
    ok: true,
    value: { a: { b: 2 } },
  });
  expect(readJson5(`{ no: [1 2] }`, wants).ok).toBe(false);
});

test('[F4] a message names line and column', () => {
  expect(readJson5('{\n a: 1,\n b 2 }')).toEqual({
    ok: false,
    error: '"2" in the place of a colon (line 3, column 4)',
  });
  expect(readJson5('[1,')).toMatchObject({ error: expect.stringMatching(/file ends/) });
});

test('[F4] an object of more than 1024 wanted keys is refused', () => {
  const keys = Array.from({ length: 1025 }, (_, index) => `k${index}:1`).join();
  expect(readJson5(`{${keys}}`)).toMatchObject({ error: expect.stringMatching(/1024 keys/) });
  expect(readJson5(`{${keys}}`, () => false).ok).toBe(true);
});

test('[F4] a hundred levels are read, more are refused', () => {
  expect(readJson5('['.repeat(100) + ']'.repeat(100)).ok).toBe(true);
  expect(readJson5('['.repeat(101) + ']'.repeat(101))).toMatchObject({
    error: expect.stringMatching(/100 levels/),
  });
});
