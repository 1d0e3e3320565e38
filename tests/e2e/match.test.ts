import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PHASE } from '../../shared/sim/match-state.ts';
import { launchChromium, openPerson, type Person } from '../browser/browser.ts';
import { type RunningLobby, startLobby } from '../browser/lobby.ts';
import { discOf, look, playUntil } from '../page/play.ts';
import { agree, meet, setGoalLimit } from '../page/rooms.ts';
import { expectSameMatch } from '../page/same-match.ts';

/** Agreed hashes, one each second, before two matches count as the same. */
const CHECKPOINTS = 20;
/** Twice that: both matches may have been over soon. */
const CHECKPOINTS_MS = 40_000;

/** Ticks that a match goes on after somebody left, to be sure that it does. */
const ONWARD_TICKS = 120;

let lobby: RunningLobby;
let browser: Browser;
let ana: Person;
let ben: Person;

beforeAll(async () => {
  [lobby, browser] = await Promise.all([startLobby(), launchChromium()]);
  [ana, ben] = await Promise.all([openPerson(browser, lobby.url), openPerson(browser, lobby.url)]);
});

afterAll(async () => {
  await browser.close();
  await lobby.stop();
});

test('two people play a match from a room code to the result', async () => {
  await meet(ana.page, ben.page);
  await setGoalLimit(ana.page, 1);
  await startMatch();
  await untilPlaying();

  await expectFastChannel(ana.page);
  await expectFastChannel(ben.page);
  await expectToBeSeen(ben.page, ana.page);
  await playToResult();

  expect(await ana.page.getByTestId('result-score').textContent()).toContain('Sun 1, Wave 0');
  expect(await ben.page.getByTestId('result-score').textContent()).toContain('Sun 1, Wave 0');
});

test('both play on together after a rematch', async () => {
  await startRematch();
  await untilPlaying();
  const [first, second] = await Promise.all([look(ana.page), look(ben.page)]);
  expect(first.score).toEqual([0, 0]);
  expect(second.score).toEqual([0, 0]);
  await playToResult();
});

test('both machines computed the same match, tick for tick', async () => {
  await expectSameMatch([ana.page, ben.page], CHECKPOINTS, CHECKPOINTS_MS);
});

test('when a friend closes the tab in a match the other is told and the match goes on', async () => {
  await startRematch();
  await untilPlaying();
  await ben.leave();
  await ana.page.getByText(/Ben (left|has not come back|is reconnecting)/).waitFor();
  const { tick } = await look(ana.page);
  await expect.poll(async () => (await look(ana.page)).tick).toBeGreaterThan(tick + ONWARD_TICKS);
  expect(await ana.page.getByTestId('match').isVisible()).toBe(true);
});

test('nothing was complained of: no error, and nothing that the security policy refused', () => {
  expect([...ana.complaints, ...ben.complaints]).toEqual([]);
});

async function startMatch(): Promise<void> {
  await agree(ana.page, 'ready');
  await agree(ben.page, 'ready');
}

async function startRematch(): Promise<void> {
  await agree(ana.page, 'rematch');
  await agree(ben.page, 'rematch');
}

async function untilPlaying(): Promise<void> {
  for (const { page } of [ana, ben]) await page.getByTestId('match').waitFor();
}

/** The one who makes the room kicks off and scores; the other gets out of the way. */
async function playToResult(): Promise<void> {
  await ben.page.keyboard.down('KeyW');
  await playUntil(ana.page, ({ phase }) => phase === PHASE.goal || phase === PHASE.end);
  await ben.page.keyboard.up('KeyW');
  for (const { page } of [ana, ben]) await page.getByTestId('result').waitFor();
}

/** Old input is worthless: the channel must neither wait for order nor send again. */
async function expectFastChannel(page: Page): Promise<void> {
  const links = () => page.evaluate(() => window.__peerball?.links ?? []);
  const channel = { ordered: false, maxPacketLifeTimeMs: 30, maxRetransmits: null };
  await expect.poll(links).toMatchObject([{ state: 'open', ...channel }]);
}

async function expectToBeSeen(mover: Page, watcher: Page): Promise<void> {
  const { self } = await look(mover);
  const before = discOf(await look(watcher), self);
  await mover.keyboard.down('KeyW');
  await expect.poll(async () => discOf(await look(watcher), self).y).toBeLessThan(before.y - 20);
  await mover.keyboard.up('KeyW');
}
