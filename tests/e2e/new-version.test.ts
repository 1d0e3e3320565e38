import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PHASE } from '../../shared/sim/match-state.ts';
import { launchChromium, openPerson, type Person } from '../browser/browser.ts';
import { buildAnew, type Deployment } from '../browser/build-anew.ts';
import { type RunningLobby, startLobby } from '../browser/lobby.ts';
import { look, playUntil } from '../page/play.ts';
import {
  acceptInvite,
  agree,
  errorNotice,
  invitePath,
  joinByCode,
  meet,
  setGoalLimit,
  untilInRoom,
} from '../page/rooms.ts';
import { expectSameMatch } from '../page/same-match.ts';

/** Without a graphics card each pixel costs, and four pages draw at a time. */
const TINY = { viewport: { width: 240, height: 160 } };
/** A tab that nobody touches asks every half minute. */
const NOTICED_MS = 45_000;
const CHECKPOINTS = 5;
const PATIENCE_MS = 20_000;

let newer: Deployment;
let lobby: RunningLobby;
let browser: Browser;
let ana: Person;
let ben: Person;
let carla: Person;
let dan: Person;
let code: string;

beforeAll(async () => {
  [lobby, browser, newer] = await Promise.all([startLobby(), launchChromium(), buildAnew()]);
  const open = () => openPerson(browser, lobby.url, TINY);
  [ana, ben, carla] = await Promise.all([open(), open(), open()]);
});

afterAll(async () => {
  await browser.close();
  await lobby.stop();
  newer.remove();
});

function outdated(page: Page) {
  return page.getByTestId('outdated');
}

function buildOf(page: Page): Promise<string | null> {
  return page.locator('meta[name="peerball-build"]').getAttribute('content');
}

/** The browser itself logs that a file or the lobby is not there; nothing else may be complained of. */
function complaintsOf(...people: Person[]): string[] {
  const usual = /^console: (?:Failed to load resource|WebSocket connection to)/;
  return people.flatMap(({ complaints }) => complaints.filter((line) => !usual.test(line)));
}

async function untilDeployed(page: Page): Promise<void> {
  await page.route('**/assets/game-*', (route) => route.abort());
}

test('a new version comes out while two play, one is at home and one reads an invitation', async () => {
  await meet(ana.page, ben.page);
  await setGoalLimit(ana.page, 1);
  code = (await ana.page.getByTestId('room-code').textContent()) ?? '';
  // The file that a click on Join needs does not come before the old version is gone.
  dan = await openPerson(browser, lobby.url + invitePath(code), TINY, untilDeployed);
  await dan.page.getByTestId('invited').waitFor();
  for (const { page } of [ana, ben]) await agree(page, 'ready');
  for (const { page } of [ana, ben]) await page.getByTestId('match').waitFor();
  const { tick } = await look(ana.page);

  const port = Number(new URL(lobby.url).port);
  await lobby.stop();
  lobby = await startLobby({}, { folder: newer.folder, port });
  await dan.page.unroute('**/assets/game-*');

  await expect.poll(async () => (await look(ana.page)).tick).toBeGreaterThan(tick);
});

test('whoever reads an invitation is told to reload, and has the code in the address', async () => {
  const invitation = dan.page.url();
  await acceptInvite(dan.page);
  await errorNotice(dan.page).waitFor();
  expect(await errorNotice(dan.page).getAttribute('data-error')).toBe('newer-version');
  expect(dan.page.url()).toBe(invitation);
  expect(complaintsOf(dan)).toEqual([]);
  await dan.leave();
});

test('the match ends as a match, and its players are told after it', async () => {
  await ben.page.keyboard.down('KeyW');
  await playUntil(ana.page, ({ phase }) => phase === PHASE.goal || phase === PHASE.end);
  await ben.page.keyboard.up('KeyW');
  for (const { page } of [ana, ben]) {
    // Still in the match, where nothing is said of versions.
    if (await page.getByTestId('match').isVisible()) expect(await outdated(page).count()).toBe(0);
    await page.getByTestId('result').waitFor();
    expect(await page.getByTestId('result-score').textContent()).toContain('Sun 1, Wave 0');
    await outdated(page).waitFor({ timeout: PATIENCE_MS });
  }
  await expectSameMatch([ana.page, ben.page], CHECKPOINTS, PATIENCE_MS);
});

test('the tab at home offers a reload by itself, after which it is the newer version', async () => {
  await outdated(carla.page).waitFor({ timeout: NOTICED_MS });
  const older = await buildOf(carla.page);
  await carla.page.getByTestId('outdated-reload').click();
  await carla.page.waitForFunction(() => '__version' in globalThis);
  expect(await buildOf(carla.page)).not.toBe(older);
  expect(await outdated(carla.page).count()).toBe(0);
});

test('[L131] after the reload all meet in the newer version, in the room that outlived the update', async () => {
  for (const { page } of [ana, ben]) {
    await outdated(page).getByTestId('outdated-reload').click();
    await page.waitForFunction(() => '__version' in globalThis);
    await page.getByTestId('room').waitFor();
  }
  await joinByCode(carla.page, code);
  for (const { page } of [ana, ben, carla]) await untilInRoom(page, 3);
  expect(complaintsOf(ana, ben, carla)).toEqual([]);
});
