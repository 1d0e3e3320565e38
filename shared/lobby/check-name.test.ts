import { expect, test } from 'vitest';
import { checkName } from './check-name.ts';

const ZWNJ = '\u200C';
const ZWJ = '\u200D';

test.each([
  ['Ada', 'Ada'],
  ['  Ada \u00A0 Lovelace', 'Ada Lovelace'],
  ['ﬁne', 'fine'],
  ['Åsa', 'Åsa'],
  ['1234567890123456', '1234567890123456'],
  ['❤️⚽️', '❤️⚽️'],
  ['नमस्ते', 'नमस्ते'],
  ['Ana 👨‍👩‍👧‍👦', 'Ana 👨‍👩‍👧‍👦'],
  [`علی${ZWNJ}رضا`, `علی${ZWNJ}رضا`],
  [`ශ්${ZWJ}රී`, `ශ්${ZWJ}රී`],
  ['Nguyễn Đức Thịnh', 'Nguyễn Đức Thịnh'],
  ['a\u200Bb', 'ab'],
  [`a${ZWJ}b${ZWNJ}`, 'ab'],
  ['a\u0000b\uD800', 'ab'],
  ['a\u2028b', 'a b'],
  [`e${'\u0323\u0301'}`, 'ẹ́'],
])('[L4] %j becomes %j', (typed, name) => {
  expect(checkName(typed)).toEqual({ ok: true, value: name });
});

test.each([
  ['', 'empty'],
  ['   ', 'empty'],
  ['\u3164', 'empty'],
  ['12345678901234567', 'too-long'],
  ['x'.repeat(100_000), 'too-long'],
  ['ﷺ', 'too-long'],
  ['👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦', 'too-big'],
  [`a${'\u0301'.repeat(28)}`, 'marks'],
  ['a\u202Eb', 'direction'],
])('[L4] %j is refused: %s', (typed, problem) => {
  expect(checkName(typed)).toEqual({ ok: false, error: problem });
});
