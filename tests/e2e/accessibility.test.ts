import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PHASE } from '../../shared/sim/match-state.ts';
import { launchChromium, openPerson, type Person } from '../browser/browser.ts';
import { objections } from '../page/axe.ts';
import { faintWhenHovered } from '../page/contrast.ts';
import { type RunningLobby, startLobby } from '../browser/lobby.ts';
import { playUntil } from '../page/play.ts';
import { agree, joinByCode, makeRoom, setGoalLimit, untilInRoom } from '../page/rooms.ts';

let lobby: RunningLobby;
let browser: Browser;
let ana: Person;

beforeAll(async () => {
  [lobby, browser] = await Promise.all([startLobby(), launchChromium()]);
  ana = await openPerson(browser, lobby.url);
});

afterAll(async () => {
  await browser.close();
  await lobby.stop();
});

test('the home page has nothing that axe objects to', async () => {
  await ana.page.getByTestId('make-room').waitFor();
  expect(await objections(ana.page)).toEqual([]);
  expect(await faintWhenHovered(ana.page)).toEqual([]);
});

test('nor do the settings', async () => {
  await ana.page.getByTestId('open-settings').click();
  for (const tab of ['keyboard', 'controls', 'sound', 'chat', 'privacy', 'look']) {
    await ana.page.getByTestId(`tab-${tab}`).click();
    await ana.page.locator(`[data-group="${tab}"]`).waitFor();
    expect([tab, await objections(ana.page)]).toEqual([tab, []]);
  }
  expect(await faintWhenHovered(ana.page)).toEqual([]);
  await ana.page.keyboard.press('Escape');
});

test('nor does the choice of what stands on the disc', async () => {
  await ana.page.getByTestId('badge-open').click();
  await ana.page.getByTestId('badge-text').fill('too long');
  await ana.page.getByTestId('badge-problem').waitFor();
  expect(await objections(ana.page)).toEqual([]);
  await ana.page.keyboard.press('Escape');
});

test('nor does an invitation', async () => {
  const ben = await openPerson(browser, `${lobby.url}/j/XXXXXX`);
  await ben.page.getByTestId('invited').waitFor();
  expect(await objections(ben.page)).toEqual([]);
  await ben.leave();
});

test('nor does a room, alone or with somebody else, nor the match, its numbers, its result', async () => {
  const code = await makeRoom(ana.page);
  expect(await objections(ana.page)).toEqual([]);
  const ben = await openPerson(browser, lobby.url);
  await joinByCode(ben.page, code);
  await untilInRoom(ana.page, 2);
  await untilInRoom(ben.page, 2);
  expect(await objections(ana.page)).toEqual([]);
  expect(await faintWhenHovered(ana.page)).toEqual([]);
  expect(await objections(ben.page)).toEqual([]);
  await ben.page.getByTestId('chat-field').fill('hello');
  await ben.page.getByTestId('chat-field').press('Enter');
  await ana.page.getByTestId('chat-line').waitFor();
  await ana.page.getByTestId('quick-chat').click();
  expect(await objections(ana.page)).toEqual([]);
  await ana.page.getByTestId('quick-chat').click();

  await setGoalLimit(ana.page, 1);
  await agree(ana.page, 'ready');
  await agree(ben.page, 'ready');
  await ana.page.getByTestId('match').waitFor();
  expect(await objections(ana.page)).toEqual([]);
  await ana.page.getByTestId('scoreboard').click();
  await ana.page.getByTestId('standings').waitFor();
  expect(await objections(ana.page)).toEqual([]);
  await ana.page.getByTestId('scoreboard').click();
  await ana.page.keyboard.press('Enter');
  await ana.page.getByTestId('chat-field').waitFor();
  expect(await objections(ana.page)).toEqual([]);
  await ana.page.getByTestId('chat-field').press('Escape');
  await ana.page.getByTestId('quick-chat').click();
  expect(await objections(ana.page)).toEqual([]);
  await ana.page.getByTestId('quick-chat').click();
  await ana.page.keyboard.press('F3');
  await ana.page.getByTestId('stats-overlay').waitFor();
  expect(await objections(ana.page)).toEqual([]);
  await ana.page.keyboard.press('F3');
  await ben.page.keyboard.down('KeyW');
  await playUntil(ana.page, ({ phase }) => phase === PHASE.goal || phase === PHASE.end);
  await ana.page.getByTestId('result').waitFor();
  expect(await objections(ana.page)).toEqual([]);
  expect(await faintWhenHovered(ana.page)).toEqual([]);
  await ana.page.getByTestId('open-settings').click();
  await ana.page.getByTestId('settings-group').waitFor();
});
