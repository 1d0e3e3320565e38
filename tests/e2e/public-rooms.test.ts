import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { launchChromium, openPerson, type Person } from '../browser/browser.ts';
import { type RunningLobby, startLobby } from '../browser/lobby.ts';
import { objections } from '../page/axe.ts';
import { errorNotice, makeRoom, member, nameOneself, untilInRoom } from '../page/rooms.ts';

/** axe looks at three screens. */
const SLOW = { timeout: 180_000 };

let lobby: RunningLobby;
let browser: Browser;
let ana: Person;
let eve: Person;

beforeAll(async () => {
  [lobby, browser] = await Promise.all([startLobby(), launchChromium()]);
});

afterAll(async () => {
  await browser.close();
  await lobby.stop();
});

beforeEach(async () => {
  [ana, eve] = await Promise.all([openPerson(browser, lobby.url), openPerson(browser, lobby.url)]);
  await nameOneself(ana.page, 'Ana');
  await nameOneself(eve.page, 'Eve');
  await makeRoom(ana.page);
  await ana.page.getByTestId('open-access').click();
});

afterEach(async () => {
  for (const { complaints, leave } of [ana, eve]) {
    expect(complaints).toEqual([]);
    await leave();
  }
});

async function publish(page: Page, title: string): Promise<void> {
  await page.getByTestId('room-title').fill(title);
  await page.getByTestId('save-title').click();
  await page.getByTestId('visibility-public').click();
  await page.locator('[data-testid="visibility-public"][aria-pressed="true"]').waitFor();
}

const line = (page: Page, title: string) =>
  page.getByTestId('room-line').filter({ hasText: title });

test(
  '[L96] [L99] a stranger finds a public room with its measured ping, and joins',
  SLOW,
  async () => {
    await eve.page.getByTestId('public-rooms-open').click();
    await eve.page.getByTestId('list-empty').waitFor();
    expect(await objections(eve.page)).toEqual([]);
    await publish(ana.page, 'Friday <i>kickabout</i>');
    expect(await objections(ana.page)).toEqual([]);
    const room = line(eve.page, 'Friday <i>kickabout</i>');
    await room.waitFor();
    const ping = room.getByTestId('room-ping').locator('.ping-ms');
    await ping.waitFor();
    const ms = Number.parseInt((await ping.textContent()) ?? '', 10);
    console.info(`the ping that was measured on one machine: ${ms} ms`);
    expect(ms).toBeGreaterThanOrEqual(0);
    // By keyboard alone.
    await room.focus();
    await eve.page.getByTestId('chosen-room').getByText('Host: Ana').waitFor();
    expect(await objections(eve.page)).toEqual([]);
    await room.press('Enter');
    await untilInRoom(eve.page, 2);
    await untilInRoom(ana.page, 2);
  },
);

test('[L97] [L188] a room whose host left is gone from the list without a click', async () => {
  await publish(ana.page, 'Short stay');
  await eve.page.getByTestId('public-rooms-open').click();
  await line(eve.page, 'Short stay').waitFor();
  await eve.page
    .getByTestId('list-people')
    .getByText(/^\d+ (person|people) in \d+ public room/)
    .waitFor();
  await ana.page.getByRole('button', { name: 'Leave room' }).click();
  await line(eve.page, 'Short stay').waitFor({ state: 'detached' });
});

test('[L93] a room with a password lets in who knows it', async () => {
  await publish(ana.page, 'With a word');
  await ana.page.getByTestId('room-password').fill('open sesame');
  await ana.page.getByTestId('save-password').click();
  await ana.page.getByTestId('has-password').waitFor();
  await eve.page.getByTestId('public-rooms-open').click();
  await line(eve.page, 'With a word').focus();
  await eve.page.getByTestId('list-join').click();
  expect(await objections(eve.page)).toEqual([]);
  await eve.page.getByTestId('password').fill('sesame');
  await eve.page.getByTestId('password-go').click();
  // Wrong, which is said, with a place to type it again.
  await errorNotice(eve.page).and(eve.page.locator('[data-error="bad-password"]')).waitFor();
  await eve.page.getByTestId('password').fill('open sesame');
  await eve.page.getByTestId('password-go').click();
  await untilInRoom(eve.page, 2);
});

test('[L92] a closed room cannot be joined from the list, and opens again', async () => {
  await publish(ana.page, 'Shut door');
  await ana.page.getByLabel('Closed: nobody new comes in').check();
  await eve.page.getByTestId('public-rooms-open').click();
  const room = line(eve.page, 'Shut door').filter({ hasText: 'closed' });
  await room.waitFor();
  await room.focus();
  expect(await eve.page.getByTestId('list-join').isDisabled()).toBe(true);
  await ana.page.getByLabel('Closed: nobody new comes in').uncheck();
  await eve.page.getByTestId('list-join').and(eve.page.locator(':enabled')).click();
  await untilInRoom(eve.page, 2);
});

test('[L94] who knocks is let in by the host, and comes to watch', async () => {
  await publish(ana.page, 'Knock first');
  await ana.page.getByLabel('Whoever comes knocks first').check();
  await eve.page.getByTestId('public-rooms-open').click();
  const room = line(eve.page, 'Knock first');
  await room.focus();
  await room.press('w');
  await eve.page.getByText('Asking the host to let you in').waitFor();
  await ana.page.getByTestId('knock').filter({ hasText: 'Eve' }).waitFor();
  expect(await objections(ana.page)).toEqual([]);
  await ana.page.getByTestId('knock-admit').click();
  await untilInRoom(eve.page, 2);
  await ana.page.locator('.bench').getByText('Eve').waitFor();
  await member(eve.page, 'Eve').waitFor();
});

test('[L94] who is refused reads so', async () => {
  await publish(ana.page, 'Not today');
  await ana.page.getByLabel('Whoever comes knocks first').check();
  await eve.page.getByTestId('public-rooms-open').click();
  await line(eve.page, 'Not today').focus();
  await eve.page.getByTestId('list-join').click();
  await ana.page.getByTestId('knock-refuse').click();
  await errorNotice(eve.page).and(eve.page.locator('[data-error="knock-refused"]')).waitFor();
});
