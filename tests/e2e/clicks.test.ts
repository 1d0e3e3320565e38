import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium, openPerson, type Person } from '../browser/browser.ts';
import { type RunningLobby, startLobby } from '../browser/lobby.ts';
import { look } from '../page/play.ts';
import { invitePath } from '../page/rooms.ts';

declare global {
  interface Window {
    __clicks?: number;
  }
}

const NAMED = JSON.stringify({ nick: 'Ben', isNamed: true });

let lobby: RunningLobby;
let browser: Browser;
let code: string;

beforeAll(async () => {
  [lobby, browser] = await Promise.all([startLobby(), launchChromium()]);
});

afterAll(async () => {
  await browser.close();
  await lobby.stop();
});

/** A page that counts the clicks that its person needs. */
async function open(path = '/', settings: string | null = null): Promise<Person> {
  return openPerson(
    browser,
    `${lobby.url}${path}`,
    { permissions: ['clipboard-write'] },
    async (page) => {
      await page.addInitScript((stored) => {
        if (stored !== null) localStorage.setItem('peerball.settings', stored);
        window.__clicks = 0;
        const count = ({ isTrusted }: Event): void => void (isTrusted && (window.__clicks! += 1));
        window.addEventListener('click', count, true);
      }, settings);
    },
  );
}

function clicks(page: Page): Promise<number | undefined> {
  return page.evaluate(() => window.__clicks);
}

/** Until this person has a disc among others. */
async function untilPlaying(page: Page): Promise<void> {
  await expect
    .poll(async () => {
      const { self, members } = await look(page);
      return members.find(({ id }) => id === self)?.seat ?? null;
    })
    .not.toBeNull();
}

test('no click to play with bots: a key at home', async () => {
  const { page, leave } = await open();
  await page.waitForFunction(() => window.__peerball !== undefined);
  expect((await look(page)).self).toBeNull();
  await page.keyboard.down('d');
  await untilPlaying(page);
  await page.keyboard.up('d');
  expect(await clicks(page)).toBe(0);
  await leave();
});

test('one click for a practice match', async () => {
  const { page, leave } = await open();
  await page.getByTestId('practice').click();
  await page.getByTestId('match').waitFor();
  await untilPlaying(page);
  expect(await clicks(page)).toBe(1);
  await leave();
});

test('one click for a match against strangers', async () => {
  const { page, leave } = await open();
  await page.getByTestId('play').click();
  await page.getByTestId('match').waitFor();
  await untilPlaying(page);
  expect(await clicks(page)).toBe(1);
  await leave();
});

test('two clicks for a room whose link is copied', async () => {
  const { page } = await open();
  await page.getByTestId('make-room').click();
  await page.getByTestId('copy-link').click();
  await page.getByTestId('copy-link').getByText('Copied').waitFor();
  await untilPlaying(page);
  expect(await clicks(page)).toBe(2);
  code = (await page.getByTestId('room-code').textContent()) ?? '';
});

test('no click from a link to the pitch for somebody whose name is known', async () => {
  const { page, leave } = await open(invitePath(code), NAMED);
  await page.getByTestId('room').waitFor();
  await untilPlaying(page);
  expect(await clicks(page)).toBe(0);
  await leave();
});

test('one click from a link to the pitch for a new guest', async () => {
  const { page, leave } = await open(invitePath(code));
  await page.getByTestId('join-invited').click();
  await page.getByTestId('room').waitFor();
  await untilPlaying(page);
  expect(await clicks(page)).toBe(1);
  await leave();
});
