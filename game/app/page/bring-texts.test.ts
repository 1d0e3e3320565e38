import { expect, test } from 'vitest';
import { fail, ok } from '../../../shared/base/result.ts';
import { SettingsStore } from '../../settings/settings-store.ts';
import type { Timers } from '../../time/timers.ts';
import { de } from '../../i18n/de/de.ts';
import { bringTexts } from './bring-texts.ts';
import type { PageParts } from './page-parts.ts';
import { PartsDesk } from './parts-desk.ts';

/** Patience ends when the test says so. */
function makeTimers(): Timers & { runAll(): void } {
  const due: (() => void)[] = [];
  return {
    now: () => 0,
    after: (_ms, run) => {
      due.push(run);
      return () => {};
    },
    runAll: () => due.splice(0).forEach((run) => run()),
  };
}

function bring(load: () => Promise<unknown>) {
  const desk = new PartsDesk();
  const loader = { load } as unknown as PageParts['loader'];
  const settings = new SettingsStore({ getItem: () => null, setItem: () => {} });
  const timers = makeTimers();
  const texts = bringTexts({ loader, desk }, settings, ['de-AT'], timers);
  return { desk, timers, texts };
}

test('the menu is in the language of the browser, as soon as that is here', async () => {
  const { texts } = bring(() => Promise.resolve(ok(de)));
  expect((await texts).texts.language.value).toBe('de');
});

test('a language that takes too long is not waited for', async () => {
  const { timers, texts } = bring(() => new Promise(() => {}));
  timers.runAll();
  expect((await texts).texts.language.value).toBe('en');
});

test('a language that does not come is missing, and the menu is in English', async () => {
  const { desk, texts } = bring(() => Promise.resolve(fail('offline')));
  expect((await texts).texts.language.value).toBe('en');
  expect(desk.missing.value).toEqual({ part: 'language', problem: 'offline' });
});
