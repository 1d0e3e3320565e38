import { expect, test } from 'vitest';
import { checkName } from './check-name.ts';

test.each([
  ['Ada', 'Ada'],
  ['  Ada \u00A0 Lovelace', 'Ada Lovelace'],
  ['ﬁne', 'fine'],
  ['Åsa', 'Åsa'],
  ['1234567890123456', '1234567890123456'],
  ['❤️⚽️', '❤️⚽️'],
  ['नमस्ते', 'नमस्ते'],
])('[L4] %j becomes %j', (typed, name) => {
  expect(checkName(typed)).toEqual({ ok: true, value: name });
});

test.each([
  ['', 'empty'],
  ['   ', 'empty'],
  ['12345678901234567', 'too-long'],
  ['x'.repeat(100_000), 'too-long'],
  ['ﷺ', 'too-long'],
  [`a${'\u0301'.repeat(60)}`, 'too-long'],
  ['a\u0000', 'forbidden-character'],
  ['a\u202Eb', 'forbidden-character'],
  ['a\u200Bb', 'forbidden-character'],
  ['a\u200Db', 'forbidden-character'],
  ['\u3164', 'forbidden-character'],
  ['a\uD800', 'forbidden-character'],
  ['a\u2028b', 'forbidden-character'],
])('[L4] %j is refused: %s', (typed, problem) => {
  expect(checkName(typed)).toEqual({ ok: false, error: problem });
});

test('[L4] a checked name stays as it is when checked again', () => {
  for (const typed of ['  ﬁ ne ', 'Åsa', '⚽️ ⚽️']) {
    const once = checkName(typed);
    expect(once.ok && checkName(once.value)).toEqual(once);
  }
});
