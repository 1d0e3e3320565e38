import { expect, test } from 'vitest';
import { cleanText } from '../../shared/base/clean-text.ts';
import { readBadge } from './badge.ts';
import { BADGE_PICTURES } from './badge-pictures.ts';

test('[R35] a person chooses a number, one or two letters, or a picture', () => {
  for (const badge of ['7', '10', 'A', 'Zé', 'ñ', 'Łż', '文', '⚽', '❄️']) {
    expect(readBadge(badge)).toBe(badge.normalize('NFKC'));
  }
  expect(readBadge(' 10 ')).toBe('10');
  expect(readBadge('１０')).toBe('10');
});

test.each([
  ['three letters', 'ABC'],
  ['nothing', ''],
  ['a space', ' '],
  ['no text', 7],
  ['markup', '<b>'],
  ['what turns the direction', '\u202Ea'],
  ['what is drawn as nothing', 'a\u200B'],
  ['a filler', '\u3164'],
  ['a control', 'a\n\u0007'],
  ['marks on marks', 'b\u0301\u0301\u0301\u0301'],
  ['half of a pair', '\uD83D'],
  ['a flag', '🇫🇷'],
  ['a family', '👨‍👩‍👧'],
  ['a colour of skin', '👍🏽'],
  ['a text without end', 'A'.repeat(100_000)],
  ['what becomes longer', '\uFDFA'],
])('[R35] a badge is never %s', (_name, text) => {
  expect(readBadge(text)).toBe('');
});

test('[R35] each picture of the list passes all that looks at a badge', () => {
  expect(new Set(BADGE_PICTURES).size).toBe(96);
  for (const picture of BADGE_PICTURES) {
    expect(readBadge(picture)).toBe(picture);
    expect(cleanText(picture, { graphemes: 2, bytes: 32 })).toEqual({ ok: true, value: picture });
  }
});
