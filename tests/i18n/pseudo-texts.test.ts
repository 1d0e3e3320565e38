import { expect, test } from 'vitest';
import { loadTexts } from './load-texts.ts';
import { pseudoTexts } from './pseudo-texts.ts';
import { saidTexts } from './said-texts.ts';

test('the language that nobody speaks is a third longer, and keeps names and numbers', async () => {
  const english = await loadTexts('en');
  const pseudo = pseudoTexts(english);
  const length = (texts: unknown) => [...saidTexts(texts).values()].join('').length;
  expect(length(pseudo) / length(english)).toBeGreaterThan(1.3);
  expect(pseudo.menu.room.manage('Ana')).toBe('Måâñåâğéê Ana');
  expect(pseudo.menu.maps.size(420, 200)).toBe('420 × 200');
  expect(pseudo.menu.maps.refused('')).toMatch(/^Thïîš ïîš/);
});

test('it leaves nothing as it is in English that has a letter of it', async () => {
  const english = saidTexts(await loadTexts('en'));
  for (const [path, text] of saidTexts(pseudoTexts(await loadTexts('en')))) {
    if (/[aeioucglnsz]/.test(text)) expect(text, path).not.toBe(english.get(path));
  }
});
