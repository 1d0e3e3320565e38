import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { PHASE } from '../../shared/sim/match-state.ts';
import { launchChromium, openPerson } from '../browser/browser.ts';
import { type RunningLobby, startLobby } from '../browser/lobby.ts';
import { playUntil } from '../page/play.ts';

let browser: Browser;
let lobby: RunningLobby;

beforeAll(async () => {
  [browser, lobby] = await Promise.all([launchChromium(), startLobby()]);
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await lobby?.stop();
});

test('[V30] a goal is shown again before the next kick-off, and not where nobody wants that', async () => {
  const { page, complaints, leave } = await openPerson(browser, lobby.url);
  const choose = async (goalReplay: string): Promise<void> => {
    const practice = { stadium: 'classic', size: 1, level: 'rookie' };
    await page.evaluate(
      (kept) => localStorage.setItem('peerball.settings', kept),
      JSON.stringify({ nick: 'Ana', isNamed: true, lessons: 3, practice, goalReplay }),
    );
    await page.reload();
    await page.getByTestId('practice').click();
    await page.getByTestId('match').waitFor();
    await playUntil(page, ({ phase }) => phase === PHASE.goal);
  };
  const mark = page.getByTestId('goal-replay');
  await choose('friends');
  await mark.waitFor({ timeout: 2500 });
  expect(await page.getByTestId('goal-card').count()).toBe(0);
  await playUntil(
    page,
    ({ phase }) => phase === PHASE.kickOff,
    () => new Set(),
  );
  // Gone with the next picture that is drawn.
  await mark.waitFor({ state: 'detached', timeout: 2000 });
  await choose('never');
  // [V58] [V59] What is said of the goal and how it leads back; what lights it up came behind the first picture.
  expect(await page.getByTestId('goal-card').textContent()).toMatch(/ · \d+ km\/h/);
  expect(await page.locator('.wipe').getAttribute('data-way')).toBe('over');
  const files = await page.evaluate(() =>
    performance.getEntriesByType('resource').map(({ name }) => name),
  );
  expect(files.some((name) => name.includes('/lights-'))).toBe(true);
  await playUntil(
    page,
    ({ phase }) => phase === PHASE.countdown,
    () => new Set(),
  );
  expect(await mark.count()).toBe(0);
  expect(complaints).toEqual([]);
  await leave();
}, 180_000);
