import { expect, test } from 'vitest';
import { LANGUAGE_CODES, LANGUAGE_NAMES } from '../../game/i18n/language.ts';
import { charactersOf, FONT_RANGES } from '../../tools/fonts/font-ranges.ts';
import { readProjectFile } from '../../tools/project/source-files.ts';
import { loadTexts } from './load-texts.ts';
import { saidTexts } from './said-texts.ts';

/** Languages whose own letters are not in the fonts of western Europe. */
const EXTENDED: ReadonlySet<string> = new Set(['pl', 'tr']);

const RANGES = new Map(FONT_RANGES.map((range) => [range.name, new Set(charactersOf(range))]));

/** Those of the texts that only the file with this range has. */
async function charactersIn(name: string, code: (typeof LANGUAGE_CODES)[number]): Promise<string> {
  const said = [...saidTexts(await loadTexts(code)).values()].join('');
  return [...new Set(said)].filter((character) => RANGES.get(name)!.has(character)).join('');
}

test('the style sheet of the fonts is the one that their ranges make', () => {
  const { text } = readProjectFile('game/ui/fonts/fonts.css');
  const stated = Array.from(text.matchAll(/unicode-range:\s*([^;]+);/g), ([, range]) => range);
  const ranges = FONT_RANGES.map((range) => range.ranges.join(', '));
  expect(stated.map((range) => range!.replaceAll(/\s+/g, ' '))).toEqual([...ranges, ...ranges]);
});

test('no character is in two files of a font', () => {
  const all = FONT_RANGES.map(charactersOf).join('');
  expect([...all].length).toBeGreaterThan(500);
  expect(new Set(all).size).toBe([...all].length);
});

test('English needs one file of each font', async () => {
  expect(await charactersIn('latin', 'en')).toBe('');
  // The menu lists them in every language, and a browser asks for the letters of a whole list.
  const plain = RANGES.get('plain')!;
  const others = [...Object.values(LANGUAGE_NAMES).join('')].filter((one) => !plain.has(one));
  expect(others).toEqual([]);
});

test.each(LANGUAGE_CODES)(
  'only who reads letters beyond western Europe loads them (%s)',
  async (code) => {
    const needsMore = (await charactersIn('latin-ext', code)) !== '';
    expect(needsMore).toBe(EXTENDED.has(code));
  },
);
