import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium, openPerson, type Person } from '../browser/browser.ts';
import { bundleScript } from '../browser/bundle.ts';
import { type RunningLobby, startLobby } from '../browser/lobby.ts';
import type { Opened } from '../page/set-look.ts';
import { chooseLook } from '../page/choose-look.ts';
import { playUntil } from '../page/play.ts';
import {
  agree,
  joinByCode,
  makeRoom,
  nameOneself,
  setGoalLimit,
  untilInRoom,
} from '../page/rooms.ts';

/** What the gallery cannot know: screens as the running game fills them, on one page that is resized. */

type Size = { readonly width: number; readonly height: number };

/** As wide as names get. */
const NAMES = ['WMWMWMWMWMWMWMWM', 'MWMWMWMWMWMWMWMW'] as const;
const WINDOWS: readonly Size[] = [
  { width: 320, height: 568 },
  { width: 800, height: 450 },
  { width: 1280, height: 720 },
];
const PHONES: readonly Size[] = [
  { width: 390, height: 844 },
  { width: 844, height: 390 },
];
/** Large text is the tighter one; as it is, the gallery has all languages. */
const LOOKS = [
  { language: 'en', textScale: 100 },
  { language: 'en', textScale: 150 },
  { language: 'de', textScale: 150 },
  { language: 'es', textScale: 150 },
] as const;
const TINY: Size = { width: 240, height: 160 };

/** A machine that is busy takes its time. */
const WALK = { timeout: 120_000 };

let lobby: RunningLobby;
let browser: Browser;
let layout: string;
/** At a desk, and runs the room. */
let ana: Person;
/** On a phone, and a guest. */
let ben: Person;
const faults: string[] = [];

beforeAll(async () => {
  [lobby, browser, layout] = await Promise.all([
    startLobby(),
    launchChromium(),
    bundleScript('tests/gallery/layout-faults.ts', 'layout'),
  ]);
  const still = { reducedMotion: 'reduce', viewport: TINY } as const;
  const phone = { ...still, isMobile: true, hasTouch: true };
  ana = await openPerson(browser, lobby.url, still);
  ben = await openPerson(browser, lobby.url, phone);
});

afterAll(async () => {
  await browser.close();
  await lobby.stop();
});

test('home and the settings fit', WALK, async () => {
  await nameOneself(ana.page, NAMES[0]);
  await nameOneself(ben.page, NAMES[1]);
  await lookAt('home', ana, 'screen');
  await ana.page.getByTestId('open-settings').click();
  await ana.page.getByTestId('tab-look').click();
  await lookAt('settings', ana, 'settings');
  await ana.page.keyboard.press('Escape');
  await ana.page.getByTestId('settings').waitFor({ state: 'detached' });
  expect(takeFaults()).toEqual([]);
});

test('the room fits for its host and for a guest', WALK, async () => {
  await joinByCode(ben.page, await makeRoom(ana.page));
  for (const { page } of [ana, ben]) await untilInRoom(page, 2);
  await setGoalLimit(ana.page, 1);
  for (const person of [ana, ben]) await lookAt('room', person, 'screen');
  expect(takeFaults()).toEqual([]);
});

test('the match and its menu fit', WALK, async () => {
  for (const { page } of [ana, ben]) await agree(page, 'ready');
  for (const { page } of [ana, ben]) await page.getByTestId('match').waitFor();
  for (const person of [ana, ben]) {
    await lookAt('match', person, 'match');
    await person.page.getByTestId('menu').click();
    await lookAt('menu', person, 'menu');
    await person.page.getByTestId('resume').click();
  }
  expect(takeFaults()).toEqual([]);
});

test('the result fits', WALK, async () => {
  await playUntil(ana.page, ({ score }) => score[0] + score[1] > 0);
  for (const { page } of [ana, ben]) await page.getByTestId('result').waitFor();
  for (const person of [ana, ben]) await lookAt('result', person, 'screen');
  expect(takeFaults()).toEqual([]);
  expect([...ana.complaints, ...ben.complaints]).toEqual([]);
});

/** Every size, language and size of text, and back to where drawing costs nothing. */
async function lookAt(what: string, { page }: Person, opened: Opened): Promise<void> {
  const isDesk = page === ana.page;
  for (const { language, textScale } of LOOKS) {
    await chooseLook(page, { opened, language, textScale });
    for (const size of isDesk ? WINDOWS : PHONES) {
      await page.setViewportSize(size);
      const who = isDesk ? 'host, desk' : 'guest, phone';
      const name = `${what} (${who}) ${size.width}×${size.height} ${language} ${textScale} %`;
      for (const fault of await faultsOn(page)) faults.push(`${name}: ${fault}`);
    }
  }
  // Where nothing is looked at, drawing costs nothing.
  await page.setViewportSize(TINY);
  await chooseLook(page, { opened, language: 'en', textScale: 100 });
}

function faultsOn(page: Page): Promise<string[]> {
  const look = 'layout.findLayoutFaults({ popup: ".quick-menu", under: ".room-panel" })';
  return page.evaluate(`(() => { ${layout}; return ${look}; })()`);
}

function takeFaults(): string[] {
  return faults.splice(0);
}
