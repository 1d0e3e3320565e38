import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import { ROOM_CODE_SYMBOLS } from '../../shared/lobby/ids.ts';
import { de } from './de.ts';
import { en, type Messages } from './en.ts';
import { es } from './es.ts';
import { chooseLanguage, createTexts, type Language, LANGUAGE_CODES } from './language.ts';

const MESSAGES: Readonly<Record<Language, Messages>> = { en, de, es };
const FOREVER = new Promise<void>(() => {});

async function loadMessages(language: Language): Promise<Messages | null> {
  return MESSAGES[language];
}

/** Every text by its path; functions are called with sample arguments. */
function texts(value: unknown, path = ''): Map<string, string> {
  if (typeof value === 'string') return new Map([[path, value]]);
  if (typeof value === 'function') {
    const sample = Array.from({ length: value.length }, (_, index) => `<${index}>`);
    return new Map([[path, String(value(...sample))]]);
  }
  const all = new Map<string, string>();
  for (const [key, child] of Object.entries(value as object)) {
    for (const [childPath, text] of texts(child, `${path}.${key}`)) all.set(childPath, text);
  }
  return all;
}

test('all languages have all texts and none is empty', () => {
  const expected = [...texts(en).keys()].sort();
  expect(expected.length).toBeGreaterThan(100);
  for (const code of LANGUAGE_CODES) {
    const found = texts(MESSAGES[code]);
    expect([...found.keys()].sort(), code).toEqual(expected);
    for (const [path, text] of found) expect(text.trim(), `${code}${path}`).not.toBe('');
  }
});

test('a text with parameters shows all of them in every language', () => {
  for (const code of LANGUAGE_CODES) {
    const messages = MESSAGES[code];
    expect(messages.goal.announce('SUN', 'Ana', 2, 1)).toMatch(/SUN.*Ana.*2.*1/);
    expect(messages.room.isFull(10)).toMatch(/10/);
    expect(messages.room.manage('Ana')).toMatch(/Ana/);
    expect(messages.match.score(4, 7)).toMatch(/4.*7/);
  }
});

test('[L83] what is said of a code that is none names all symbols of a code', () => {
  for (const code of LANGUAGE_CODES) {
    const said = MESSAGES[code].errors['bad-code'].text.replaceAll(' ', '');
    expect(said).toContain(ROOM_CODE_SYMBOLS);
  }
});

test('the chosen language wins over the browser, and an unknown one is English', () => {
  expect(chooseLanguage('es', ['de-AT', 'en'])).toBe('es');
  expect(chooseLanguage('', ['fr-FR', 'de-AT', 'en'])).toBe('de');
  expect(chooseLanguage('', ['tlh'])).toBe('en');
  expect(chooseLanguage('__proto__', ['toString'])).toBe('en');
});

test('switching the language switches the texts once they are there', async () => {
  const chosen = signal('de');
  const { language, messages } = await createTexts(chosen, ['en'], loadMessages, FOREVER);
  expect(messages.value.teams.sun).toBe('Sonne');
  chosen.value = 'es';
  await expect.poll(() => language.value).toBe('es');
  expect(messages.value.teams.sun).toBe('Sol');
});

test('the menu does not wait for a language beyond its patience, and has it once it comes', async () => {
  let bring = (_messages: Messages): void => {};
  const load = () =>
    new Promise<Messages>((resolve) => {
      bring = resolve;
    });
  const { language } = await createTexts(signal('de'), ['en'], load, Promise.resolve());
  expect(language.value).toBe('en');
  bring(de);
  await expect.poll(() => language.value).toBe('de');
});

test('a language that does not come leaves the one before, until it is asked for again', async () => {
  let isLost = true;
  let askAgain = (): void => {};
  let loads = 0;
  const load = async (code: Language, retry: () => void): Promise<Messages | null> => {
    loads += 1;
    askAgain = retry;
    return isLost ? null : MESSAGES[code];
  };
  const { language } = await createTexts(signal('es'), ['en'], load, FOREVER);
  expect(language.value).toBe('en');
  expect(loads).toBe(1);
  isLost = false;
  askAgain();
  await expect.poll(() => language.value).toBe('es');
});
