import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium, openPerson } from '../browser/browser.ts';
import { type RunningLobby, startLobby } from '../browser/lobby.ts';
import { acceptInvite, agree, invitePath, makeRoom, untilInRoom } from '../page/rooms.ts';

/** Ticks made final without the host, to be sure that somebody else decides now. */
const ONWARD_TICKS = 300;
const PATIENCE_MS = 30_000;

let lobby: RunningLobby;
let browser: Browser;

beforeAll(async () => {
  [lobby, browser] = await Promise.all([startLobby(), launchChromium()]);
});

afterAll(async () => {
  await browser.close();
  await lobby.stop();
});

test('when the host closes the tab in a match the friend plays on and others can still join', async () => {
  const ana = await openPerson(browser, lobby.url);
  const code = await makeRoom(ana.page);
  const ben = await openPerson(browser, lobby.url + invitePath(code));
  await acceptInvite(ben.page);
  await untilInRoom(ben.page, 2);
  await agree(ana.page, 'ready');
  await agree(ben.page, 'ready');
  await ben.page.getByTestId('match').waitFor();
  const before = await finalTick(ben.page);

  await ana.leave();

  await expect
    .poll(() => finalTick(ben.page), { timeout: PATIENCE_MS })
    .toBeGreaterThan(before + ONWARD_TICKS);
  expect(await ben.page.getByTestId('match').isVisible()).toBe(true);

  const carla = await openPerson(browser, lobby.url + invitePath(code));
  await acceptInvite(carla.page);
  await carla.page.getByTestId('match').waitFor();
  expect(ben.complaints).toEqual([]);
  expect(carla.complaints).toEqual([]);
});

function finalTick(page: Page): Promise<number> {
  return page.evaluate(() => window.__peerball?.finalTick ?? 0);
}
