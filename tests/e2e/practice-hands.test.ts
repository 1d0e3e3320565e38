import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium, openPerson, type Person } from '../browser/browser.ts';
import { type RunningLobby, startLobby } from '../browser/lobby.ts';
import { knowControls } from '../page/controls.ts';
import { notByPad, operate, plugInPad } from '../page/fake-pad.ts';
import { look } from '../page/play.ts';

/** As few pixels as the page bears: drawing costs time without a graphics card. */
const SMALL = { viewport: { width: 480, height: 480 } };
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const PATIENCE = { timeout: 30_000 };

let lobby: RunningLobby;
let browser: Browser;

beforeAll(async () => {
  [lobby, browser] = await Promise.all([startLobby(), launchChromium()]);
});

afterAll(async () => {
  await browser.close();
  await lobby.stop();
});

test('by gamepad: two against two with bots that match the player', async () => {
  const ana = await openPerson(browser, lobby.url, SMALL, async (page) => {
    await knowControls(page);
    await plugInPad(page);
  });
  const { page } = ana;
  await operate(page, 'practice-choice');
  await page.getByTestId('practice-box').waitFor();
  expect(await notByPad(page)).toEqual([]);
  await operate(page, 'practice-size-2');
  await operate(page, 'practice-level-match');
  await operate(page, 'practice-start');
  await expectTwoAgainstTwo(page);
  await leave(ana);
});

test('by touch: two against two with bots that match the player', async () => {
  const ana = await openPerson(browser, lobby.url, PHONE);
  const { page } = ana;
  await page.getByTestId('practice-choice').tap();
  await page.getByTestId('practice-size-2').tap();
  await page.getByTestId('practice-level-match').tap();
  await page.getByTestId('practice-start').tap();
  await expectTwoAgainstTwo(page);
  await leave(ana);
});

async function expectTwoAgainstTwo(page: Page): Promise<void> {
  await page.getByTestId('match').waitFor();
  await expect.poll(async () => (await teams(page)).toSorted(), PATIENCE).toEqual([1, 1, 2, 2]);
}

/** The team of each player. */
async function teams(page: Page): Promise<readonly number[]> {
  return (await look(page)).members.map(({ team }) => team);
}

async function leave(person: Person): Promise<void> {
  expect(person.complaints).toEqual([]);
  await person.leave();
}
