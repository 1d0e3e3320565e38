import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import { ok } from '../../../shared/base/result.ts';
import { ManualTimers } from '../../../tests/lobby/manual-timers.ts';
import type { Screen } from '../../ui/model/view-model.ts';
import { keepForOffline, type OfflineWindow } from './keep-for-offline.ts';

const BUILD = '0123456789abcdef';
const LOCKS = { request: () => new Promise(() => {}), query: async () => ({ held: [] }) };

/** A page that is at home, and a browser that can keep it. */
function makePage(navigator: object = {}, isSecure = true) {
  const timers = new ManualTimers();
  const screen = signal<Screen>({ screen: 'home', error: null, code: null });
  const isPlayingAtHome = signal(false);
  const kept: string[] = [];
  const window = {
    navigator: { ...(isSecure && { serviceWorker: {}, locks: LOCKS }), ...navigator },
    ...(isSecure && { caches: {} }),
    fetch,
  } as unknown as OfflineWindow;
  const keepOffline = async (build: string) => {
    kept.push(build);
    return ok(null);
  };
  const wind = async (ms: number): Promise<void> => {
    for (let left = ms; left > 0; left -= 250) {
      timers.advance(250);
      await Promise.resolve();
    }
  };
  const model = { screen, isPlayingAtHome };
  const begin = (build: string | null = BUILD) => {
    const page = { window, build, model, language: () => 'en', timers };
    return keepForOffline(page, keepOffline);
  };
  return { screen, isPlayingAtHome, kept, begin, wind };
}

test('the game is kept once its page has been quiet for three seconds', async () => {
  const { kept, begin, wind } = makePage();
  const outcome = begin();
  await wind(2500);
  expect(kept).toEqual([]);
  await wind(1000);
  expect(await outcome).toBe('kept');
  expect(kept).toEqual([BUILD]);
});

test('nothing is kept in a match, in a room, among public rooms or while somebody plays at home', async () => {
  const { screen, isPlayingAtHome, kept, begin, wind } = makePage();
  const outcome = begin();
  for (const name of ['match', 'room', 'rooms', 'replay'] as const) {
    screen.value = { screen: name };
    await wind(10_000);
  }
  screen.value = { screen: 'home', error: null, code: null };
  isPlayingAtHome.value = true;
  await wind(10_000);
  expect(kept).toEqual([]);
  isPlayingAtHome.value = false;
  await wind(5000);
  expect(await outcome).toBe('kept');
});

test('on plain http, in development and where each byte costs nothing is kept, and nothing said', async () => {
  expect(await makePage({}, false).begin()).toBe('unable');
  expect(await makePage().begin(null)).toBe('unable');
  expect(await makePage({ connection: { saveData: true } }).begin()).toBe('unable');
});
