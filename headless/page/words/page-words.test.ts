import { expect, test } from 'vitest';
import { en, type PageWords } from './en.ts';
import { PAGE_WORDS } from './page-words.ts';

function flat({ state, ...words }: PageWords): readonly string[] {
  return [...Object.values(words), ...Object.values(state)];
}

test('no text of another language is empty or left in English', () => {
  const english = new Set(flat(en));
  for (const [language, words] of Object.entries(PAGE_WORDS)) {
    const left = flat(words).filter((text) => text === '' || english.has(text));
    expect([language, left]).toEqual([language, language === 'en' ? flat(en) : []]);
  }
});
