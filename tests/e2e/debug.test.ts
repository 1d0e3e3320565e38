import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium, openPerson } from '../browser/browser.ts';
import { type RunningLobby, startLobby } from '../browser/lobby.ts';
import { makeRoom, untilInRoom } from '../page/rooms.ts';

let lobby: RunningLobby;
let browser: Browser;

beforeAll(async () => {
  [lobby, browser] = await Promise.all([startLobby(), launchChromium()]);
});

afterAll(async () => {
  await browser.close();
  await lobby.stop();
});

test.each([
  ['', 0],
  ['/?debug', 1],
])('F3 at "%s" offers to break determinism %i times', async (path, times) => {
  const ana = await openPerson(browser, lobby.url + path);
  const { page } = ana;
  await makeRoom(page);
  await untilInRoom(page, 1);
  await page.keyboard.press('F3');
  // The lag stands there only where a session is: the button would be there by now.
  await page.getByTestId('stats-overlay').getByTestId('lag-200').waitFor();
  expect(await page.getByTestId('break-determinism').count()).toBe(times);
  expect(ana.complaints).toEqual([]);
  await ana.leave();
});
