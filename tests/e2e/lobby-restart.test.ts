import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium, openPerson, type Person } from '../browser/browser.ts';
import { freePort, type RunningLobby, startLobby } from '../browser/lobby.ts';
import { driveChromium } from '../page/driven-page.ts';
import { watchTicks } from '../page/page-watch.ts';
import { look } from '../page/play.ts';
import { expectPlayedOn, joinAsThird, SMALL, termOf } from '../page/played-on.ts';
import {
  acceptInvite,
  agree,
  invitePath,
  makeRoom,
  nameOneself,
  untilInRoom,
} from '../page/rooms.ts';
import { checkpointsAfter, expectSameMatch, untilFurther } from '../page/same-match.ts';

const PATIENCE_MS = 30_000;
/** Ticks made final while the lobby is away, and after each thing that happens. */
const ONWARD_TICKS = 120;
const CHECKPOINTS = 2;

let port: number;
let lobby: RunningLobby;
let browser: Browser;
let ana: Person;
let ben: Person;
let code: string;

beforeAll(async () => {
  port = await freePort();
  [lobby, browser] = await Promise.all([startLobby({}, { port }), launchChromium()]);
});

afterAll(async () => {
  await browser.close();
  await lobby.stop();
});

test('[L59] [L130] two who wait in a room are told that the lobby is updated, and stay', async () => {
  ana = await openPerson(browser, lobby.url, SMALL);
  await nameOneself(ana.page, 'Ana');
  code = await makeRoom(ana.page);
  ben = await openPerson(browser, lobby.url + invitePath(code), SMALL);
  await nameOneself(ben.page, 'Ben');
  await acceptInvite(ben.page);
  await untilInRoom(ben.page, 2);

  const told = Promise.all([ana, ben].map(({ page }) => notice(page, 'restarts').waitFor()));
  await lobby.stop('SIGTERM');
  await told;
  lobby = await startLobby({}, { port });
  for (const { page } of [ana, ben]) {
    await notice(page, 'restarts').waitFor({ state: 'detached' });
    await untilInRoom(page, 2);
    expect(await page.getByTestId('room-code').textContent()).toBe(code);
  }
});

test('[L130] [L131] a match plays on while its lobby is killed and started again', async () => {
  await agree(ana.page, 'ready');
  await agree(ben.page, 'ready');
  await ben.page.getByTestId('match').waitFor();
  await untilFurther(ben.page, ONWARD_TICKS, PATIENCE_MS);
  const term = await termOf(ben.page);

  await Promise.all([ana, ben].map(({ page }) => watchTicks(driveChromium(page))));
  // As `kill -9` does.
  await lobby.stop();
  await warning(ben.page).waitFor();
  await untilFurther(ben.page, ONWARD_TICKS, PATIENCE_MS);
  lobby = await startLobby({}, { port });
  for (const { page } of [ana, ben]) await warning(page).waitFor({ state: 'detached' });
  await untilFurther(ben.page, ONWARD_TICKS, PATIENCE_MS);

  for (const { page } of [ana, ben]) await expectPlayedOn(page);
  expect(await termOf(ben.page)).toBe(term);
});

test('[L131] a third comes by the old code, and sees the same match', async () => {
  const carla = await joinAsThird(browser, lobby.url + invitePath(code), [ana, ben]);

  // The machine that decides is gone, and the witness has no memory of before the restart.
  await ana.leave();
  await untilFurther(ben.page, ONWARD_TICKS, PATIENCE_MS);
  await untilFurther(carla.page, ONWARD_TICKS, PATIENCE_MS);
  const { tick: later } = await look(carla.page);
  const left = [ben.page, carla.page];
  await expectSameMatch(left, CHECKPOINTS, PATIENCE_MS, checkpointsAfter(later));
  expect(await uncleanOf(ben.page)).toBe(0);
  expect(carla.complaints).toEqual([]);
  // What the browser says of a server that is not there.
  expect(ben.complaints.filter((text) => !text.includes('ERR_CONNECTION_REFUSED'))).toEqual([]);
});

const notice = (page: Page, what: 'restarts' | 'lost') => page.getByTestId(`lobby-${what}`);
const warning = (page: Page) => page.getByTestId('warning-lobby');
const uncleanOf = (page: Page) => page.evaluate(() => window.__peerball?.stats?.counts.unclean);
