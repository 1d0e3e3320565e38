import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PHASE } from '../../shared/sim/match-state.ts';
import { launchChromium, openPerson, type Person } from '../browser/browser.ts';
import { type RunningLobby, startLobby } from '../browser/lobby.ts';
import { look, playUntil } from '../page/play.ts';
import { agree, meet, setGoalLimit } from '../page/rooms.ts';
import { expectSameMatch } from '../page/same-match.ts';

const SMALL = { viewport: { width: 480, height: 320 } };
const PATIENCE_MS = 60_000;
const CHECKPOINTS = 2;

let lobby: RunningLobby;
let browser: Browser;
let ana: Person;
let ben: Person;

beforeAll(async () => {
  [lobby, browser] = await Promise.all([startLobby(), launchChromium()]);
  ana = await openPerson(browser, lobby.url, SMALL);
  ben = await openPerson(browser, lobby.url, SMALL);
});

afterAll(async () => {
  await browser.close();
  await lobby.stop();
});

test('[N31] when both load their page anew at once the match goes on with its score', async () => {
  await meet(ana.page, ben.page);
  await setGoalLimit(ana.page, 3);
  await agree(ana.page, 'ready');
  await agree(ben.page, 'ready');
  for (const { page } of [ana, ben]) await page.getByTestId('match').waitFor();
  await ben.page.keyboard.down('KeyW');
  const scored = await playUntil(ana.page, ({ score }) => score[0] + score[1] > 0);

  await Promise.all([ana.page.reload(), ben.page.reload()]);

  for (const { page } of [ana, ben]) {
    await page.getByTestId('match').waitFor({ timeout: PATIENCE_MS });
    await expect
      .poll(async () => (await look(page)).score, { timeout: PATIENCE_MS })
      .toEqual(scored.score);
  }
  const { tick, phase } = await look(ana.page);
  expect(tick).toBeGreaterThanOrEqual(scored.tick - 60);
  expect(phase).not.toBe(PHASE.warmUp);
  await expectSameMatch([ana.page, ben.page], CHECKPOINTS, PATIENCE_MS);
  expect([...ana.complaints, ...ben.complaints]).toEqual([]);
});
