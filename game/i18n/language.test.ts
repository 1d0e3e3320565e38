import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import { TEXT_SOURCE } from '../../tests/i18n/load-texts.ts';
import { de } from './de/de.ts';
import { chooseLanguage, createTexts, type TextSource } from './language.ts';

const FOREVER = new Promise<void>(() => {});

/** Texts that come when the test lets them, or not at all. */
function makeSource() {
  const world = {
    isLost: false,
    lostPart: '',
    loads: 0,
    problem: null as 'lost' | null,
    retry: (): void => {},
    gate: Promise.resolve(),
  };
  const source: TextSource<'lost'> = {
    loadMenu: async (language) => {
      world.loads += 1;
      await world.gate;
      return world.isLost ? { ok: false, error: 'lost' } : TEXT_SOURCE.loadMenu(language);
    },
    loadLate: async (language, name) => {
      await world.gate;
      const isLost = world.isLost || world.lostPart === name;
      return isLost ? { ok: false, error: 'lost' } : TEXT_SOURCE.loadLate(language, name);
    },
    tell: (problem, retry) => {
      world.problem = problem;
      world.retry = retry;
    },
  };
  return { world, source };
}

/** Closes what texts come through; opened by the returned function. */
function close(world: { gate: Promise<void> }): () => void {
  let open = (): void => {};
  world.gate = new Promise((resolve) => {
    open = resolve;
  });
  return open;
}

test('the chosen language wins over the browser, and an unknown one is English', () => {
  expect(chooseLanguage('es', ['de-AT', 'en'])).toBe('es');
  expect(chooseLanguage('', ['tlh-FR', 'de-AT', 'en'])).toBe('de');
  expect(chooseLanguage('', ['tlh'])).toBe('en');
  expect(chooseLanguage('__proto__', ['toString'])).toBe('en');
});

test('switching the language switches the texts once they are there', async () => {
  const chosen = signal('de');
  const { texts } = await createTexts(chosen, ['en'], TEXT_SOURCE, FOREVER);
  expect(texts.messages.value.teams.sun).toBe('Sonne');
  chosen.value = 'es';
  await expect.poll(() => texts.language.value).toBe('es');
  expect(texts.messages.value.teams.sun).toBe('Sol');
});

test('the menu does not wait for a language beyond its patience, and has it once it comes', async () => {
  const { world, source } = makeSource();
  const open = close(world);
  const { texts } = await createTexts(signal('de'), ['en'], source, Promise.resolve());
  expect(texts.language.value).toBe('en');
  open();
  await expect.poll(() => texts.language.value).toBe('de');
  expect(texts.messages.value).toBe(de);
});

test('a language that does not come leaves the one before, until it is asked for again', async () => {
  const { world, source } = makeSource();
  world.isLost = true;
  const { texts } = await createTexts(signal('es'), ['en'], source, FOREVER);
  expect([texts.language.value, world.loads, world.problem]).toEqual(['en', 1, 'lost']);
  world.isLost = false;
  world.retry();
  await expect.poll(() => texts.language.value).toBe('es');
  expect(world.problem).toBeNull();
});

test('the texts of a part come in the language of the page, and follow it', async () => {
  const chosen = signal('de');
  const { texts, bring } = await createTexts(chosen, ['en'], TEXT_SOURCE, FOREVER);
  expect(texts.late.value).toEqual({});
  expect(await bring('play')).toBeNull();
  expect(texts.late.value.play?.bots.bot).toBe('Bot');
  chosen.value = 'es';
  await expect.poll(() => texts.language.value).toBe('es');
  expect(texts.late.value.play?.bots.bot).toBe('bot');
});

test('texts of a part that do not come are named as the reason, and may come later', async () => {
  const { world, source } = makeSource();
  const { texts, bring } = await createTexts(signal('de'), ['en'], source, FOREVER);
  world.isLost = true;
  expect(await bring('rooms')).toBe('lost');
  expect(texts.late.value).toEqual({});
  world.isLost = false;
  expect(await bring('rooms')).toBeNull();
  expect(texts.late.value.rooms?.back).toBe('Zurück');
});

test('a part that is brought while the language changes speaks the new one', async () => {
  const { world, source } = makeSource();
  const chosen = signal('de');
  const { texts, bring } = await createTexts(chosen, ['en'], source, FOREVER);
  const openOld = close(world);
  const bringing = bring('replays');
  const openNew = close(world);
  chosen.value = 'es';
  openNew();
  await expect.poll(() => texts.language.value).toBe('es');
  openOld();
  expect(await bringing).toBeNull();
  expect(texts.late.value.replays?.back).toBe('Volver');
});

test('a language is not shown before the parts that came meanwhile have it too', async () => {
  const { world, source } = makeSource();
  const chosen = signal('de');
  const { texts, bring } = await createTexts(chosen, ['en'], source, FOREVER);
  const open = close(world);
  chosen.value = 'es';
  world.gate = Promise.resolve();
  await bring('debug');
  expect(texts.language.value).toBe('de');
  open();
  await expect.poll(() => texts.language.value).toBe('es');
  expect(texts.late.value.debug?.close).toBe('Cerrar estadísticas');
});

test('a language that lacks one part is not shown in half: it is told, and may be had later', async () => {
  const { world, source } = makeSource();
  const chosen = signal('de');
  const { texts, bring } = await createTexts(chosen, ['en'], source, FOREVER);
  await bring('replays');
  world.lostPart = 'replays';
  chosen.value = 'es';
  await expect.poll(() => world.problem).toBe('lost');
  expect([texts.language.value, texts.late.value.replays?.back]).toEqual(['de', 'Zurück']);
  world.lostPart = '';
  world.retry();
  await expect.poll(() => texts.late.value.replays?.back).toBe('Volver');
  expect(world.problem).toBeNull();
});
