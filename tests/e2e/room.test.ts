import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PHASE } from '../../shared/sim/match-state.ts';
import { TEAM_NONE } from '../../shared/sim/team.ts';
import { launchChromium, openPerson, type Person } from '../browser/browser.ts';
import { type RunningLobby, startLobby } from '../browser/lobby.ts';
import { objections } from '../page/axe.ts';
import { look } from '../page/play.ts';
import {
  agree,
  errorNotice,
  joinByCode,
  makeRoom,
  member,
  nameOneself,
  untilInRoom,
} from '../page/rooms.ts';

let lobby: RunningLobby;
let browser: Browser;
let ana: Person;
let bob: Person;
let carla: Person;
let code: string;

beforeAll(async () => {
  [lobby, browser] = await Promise.all([startLobby(), launchChromium()]);
  ana = await openPerson(browser, lobby.url);
  bob = await openPerson(browser, lobby.url);
  carla = await openPerson(browser, lobby.url);
  await nameOneself(ana.page, 'Ana');
  await nameOneself(bob.page, 'Bob');
  await nameOneself(carla.page, 'Carla');
  code = await makeRoom(ana.page);
  await joinByCode(bob.page, code);
  await untilInRoom(ana.page, 2);
  await joinByCode(carla.page, code);
  for (const { page } of [ana, bob, carla]) await untilInRoom(page, 3);
});

afterAll(async () => {
  await browser.close();
  await lobby.stop();
});

test('the host moves people between teams and bench, and everybody sees it', async () => {
  await member(ana.page, 'Bob').getByTestId('manage-member').click();
  await ana.page.getByTestId('move-bench').click();
  await bob.page.getByTestId('take-wave').waitFor();
  await member(carla.page, 'Bob').filter({ hasNotText: 'ready' }).waitFor();
  expect(await bob.page.getByTestId('manage-member').count()).toBe(0);
});

test('the host hands the room over by keyboard alone, and is given it back', async () => {
  const { keyboard } = ana.page;
  await member(ana.page, 'Bob').getByTestId('manage-member').focus();
  await keyboard.press('Enter');
  // Once the dialog is open: as it opens, it takes the focus itself.
  await ana.page.locator('dialog[open]').getByTestId('make-host').press('Enter');
  await ana.page.getByTestId('hand-over-dialog').waitFor();
  // The harmless answer has the focus.
  await keyboard.press('Tab');
  await keyboard.press('Enter');
  await member(bob.page, 'Ana').getByTestId('manage-member').waitFor();
  await ana.page.getByTestId('manage-member').first().waitFor({ state: 'detached' });
  expect(await ana.page.getByTestId('start').count()).toBe(0);
  await bob.page.getByTestId('start').waitFor();
  await member(carla.page, 'Bob').getByText('host').waitFor();

  await member(bob.page, 'Ana').getByTestId('manage-member').click();
  await bob.page.getByTestId('make-host').click();
  await bob.page.getByTestId('hand-over-confirm').click();
  await member(ana.page, 'Bob').getByTestId('manage-member').waitFor();
  await bob.page.getByTestId('manage-member').first().waitFor({ state: 'detached' });
});

test('somebody on the bench takes a free place by itself', async () => {
  await bob.page.getByTestId('take-wave').click();
  await ana.page.getByTestId('team-wave').getByText('Bob').waitFor();
});

test('the host sends somebody away, once it is sure, and who was sent away stays away', async () => {
  await member(ana.page, 'Carla').getByTestId('manage-member').click();
  await ana.page.getByTestId('remove-member').click();
  await ana.page.getByTestId('remove-cancel').click();
  expect(await ana.page.getByTestId('member').count()).toBe(3);

  await member(ana.page, 'Carla').getByTestId('manage-member').click();
  await ana.page.getByTestId('remove-member').click();
  await ana.page.getByTestId('remove-confirm').click();

  await errorNotice(carla.page).waitFor();
  expect(await errorNotice(carla.page).getAttribute('data-error')).toBe('removed');
  await untilInRoom(ana.page, 2);
  await joinByCode(carla.page, code);
  await carla.page.locator('[data-testid="error"][data-error="removed"]').waitFor();

  // A page that was loaded anew remembers nothing: now it is the lobby that refuses.
  await carla.page.reload();
  await carla.page.getByTestId('join-code').waitFor();
  expect(await errorNotice(carla.page).count()).toBe(0);
  await joinByCode(carla.page, code);
  await errorNotice(carla.page).getByText('You were sent away from the room').waitFor();
  expect(await ana.page.getByTestId('member').count()).toBe(2);
});

test('[V77] in the midst of a match a player goes to watch, steers the camera, and comes back to play', async () => {
  await Promise.all([agree(ana.page, 'ready'), agree(bob.page, 'ready')]);
  // [R15] A start would be off with the only player of a team.
  await bob.page.waitForFunction((phase) => window.__peerball?.phase === phase, PHASE.kickOff);
  await bob.page.getByTestId('menu').click();
  await bob.page.getByTestId('menu-watch').click();
  await expect.poll(teamOfBob).toBe(TEAM_NONE);
  await steerCamera(bob.page);
  await bob.page.getByTestId('menu').click();
  await bob.page.getByTestId('menu-play-wave').click();
  await expect.poll(teamOfBob).not.toBe(TEAM_NONE);
  expect([...ana.complaints, ...bob.complaints, ...carla.complaints]).toEqual([]);
});

/** As Ana's page has it. */
async function teamOfBob(): Promise<number | undefined> {
  const { members } = await look(ana.page);
  return members.find(({ name }) => name === 'Bob')?.team;
}

/** [V77] By keys and by a pointer: the ball, Ana, nothing, and the ball again. */
async function steerCamera(page: Page): Promise<void> {
  const aim = page.getByTestId('spectate-aim');
  await aim.getByText('Camera: the ball').waitFor();
  await page.keyboard.down('KeyD');
  await aim.getByText('Camera: Ana').waitFor();
  await page.keyboard.up('KeyD');
  await page.keyboard.down('Space');
  await aim.getByText('Camera: free').waitFor();
  await page.keyboard.up('Space');
  await page.getByTestId('spectate-steer').first().click();
  expect(await objections(page)).toEqual([]);
  await page.getByTestId('spectate-before').click();
  await aim.getByText('Camera: Ana').waitFor();
  await aim.click();
  await aim.click();
  await aim.getByText('Camera: the ball').waitFor();
}
