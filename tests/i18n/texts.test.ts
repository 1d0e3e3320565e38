import { expect, test } from 'vitest';
import { LANGUAGE_CODES } from '../../game/i18n/language.ts';
import { BOT_LEVEL_NAMES } from '../../shared/room/bots.ts';
import { ROOM_CODE_SYMBOLS } from '../../shared/lobby/ids.ts';
import { loadTexts } from './load-texts.ts';
import { SAME_AS_ENGLISH } from './same-as-english.ts';
import { saidTexts } from './said-texts.ts';

const ENGLISH = saidTexts(await loadTexts('en'));
const LANGUAGES = await Promise.all(
  LANGUAGE_CODES.map(async (code) => ({ code, texts: await loadTexts(code) })),
);

test.each(LANGUAGES)('$code has all texts and none is empty', ({ texts }) => {
  const said = saidTexts(texts);
  expect(said.size).toBeGreaterThan(400);
  expect([...said.keys()].toSorted()).toEqual([...ENGLISH.keys()].toSorted());
  for (const [path, text] of said) expect(text.trim(), path).not.toBe('');
});

test.each(LANGUAGES)('$code says in a text all that English says in it', ({ texts }) => {
  for (const [path, text] of saidTexts(texts)) {
    const values = ENGLISH.get(path)!.match(/7\d7/g) ?? [];
    for (const value of values) expect(text, path).toContain(value);
  }
});

test.each(LANGUAGES)('$code tells the levels of bots apart', ({ texts }) => {
  const { levels } = texts.play.bots;
  expect(new Set(BOT_LEVEL_NAMES.map((name) => levels[name])).size).toBe(BOT_LEVEL_NAMES.length);
});

test.each(LANGUAGES)('[L83] $code names all symbols of a code', ({ texts }) => {
  const said = texts.menu.errors['bad-code'].text.replaceAll(' ', '');
  expect(said).toContain(ROOM_CODE_SYMBOLS);
});

test('what is not translated is on the list of what need not be, and all of that is', () => {
  const found = LANGUAGES.filter(({ code }) => code !== 'en').flatMap(({ code, texts }) =>
    [...saidTexts(texts)]
      .filter(([path, text]) => ENGLISH.get(path) === text)
      .map(([path]) => `${path} ${code}`),
  );
  const listed = SAME_AS_ENGLISH.flatMap(({ texts }) =>
    Object.entries(texts).flatMap(([path, codes]) => codes.map((code) => `${path} ${code}`)),
  );
  expect(found.toSorted()).toEqual(listed.toSorted());
});

test('counted words have the forms of their language', async () => {
  const [pl, fr, pt] = await Promise.all([loadTexts('pl'), loadTexts('fr'), loadTexts('pt')]);
  const discs = [1, 2, 5, 12, 22].map((count) => pl.menu.maps.discs(count).split(' ')[1]);
  expect(discs).toEqual(['krążek', 'krążki', 'krążków', 'krążków', 'krążki']);
  expect([0, 1, 2].map((count) => fr.rooms.watching(count))).toEqual([
    '0 regarde',
    '1 regarde',
    '2 regardent',
  ]);
  expect([1, 2].map((count) => pt.menu.quick.searching(count))).toEqual([
    '1 pessoa procurando',
    '2 pessoas procurando',
  ]);
});
