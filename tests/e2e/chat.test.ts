import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium, openPerson, type Person } from '../browser/browser.ts';
import { type RunningLobby, startLobby } from '../browser/lobby.ts';
import { type Disc, discOf, look } from '../page/play.ts';
import { agree, joinByCode, makeRoom, member, nameOneself, untilInRoom } from '../page/rooms.ts';
import { expectSameMatch } from '../page/same-match.ts';

/** Of the match, one each second. */
const CHECKPOINTS = 5;
const CHECKPOINTS_MS = 20_000;

/** In map units a tick. What rolls on from there is below a tenth of a map unit. */
const STANDING = 0.001;

/** Nothing here is about pictures: the less is drawn, the sooner the rest is done. */
const SMALL = { viewport: { width: 480, height: 320 } };

/** A name and a line that would change the page if either were taken for markup. */
const SLY_NAME = '<b>Ben</b>';
const SLY_LINE = '<img src=x onerror="document.title=\'taken\'">';

let lobby: RunningLobby;
let browser: Browser;
let ana: Person;
let ben: Person;

beforeAll(async () => {
  [lobby, browser] = await Promise.all([startLobby(), launchChromium()]);
  [ana, ben] = await Promise.all([
    openPerson(browser, lobby.url, SMALL),
    openPerson(browser, lobby.url, SMALL),
  ]);
});

afterAll(async () => {
  await browser.close();
  await lobby.stop();
});

test('what one writes in the room the other reads, as text and nothing else', async () => {
  await nameOneself(ana.page, 'Ana');
  await nameOneself(ben.page, SLY_NAME);
  await joinByCode(ben.page, await makeRoom(ana.page));
  await untilInRoom(ana.page, 2);
  await untilInRoom(ben.page, 2);
  await write(ana.page, 'one more?');
  await line(ben.page, 'one more?').waitFor();
  await write(ben.page, SLY_LINE);
  await line(ana.page, SLY_LINE).waitFor();
  expect(await line(ana.page, SLY_LINE).textContent()).toContain(SLY_NAME);
  expect(await ana.page.locator('img[src="x"], [data-testid="member"] bdi b').count()).toBe(0);
  expect(await ana.page.title()).toBe('Peerball');
  await expect.poll(() => ana.page.getByTestId('chat-announcer').textContent()).toContain(SLY_LINE);
});

test('[N87] somebody who is muted is not read and has no name until that is taken back', async () => {
  const mute = member(ana.page, SLY_NAME).getByTestId('mute');
  await mute.click();
  const hidden = member(ana.page, /Player \d/);
  await hidden.getByRole('button', { name: /Hear Player \d again/ }).waitFor();
  await expect.poll(() => line(ana.page, SLY_LINE).count()).toBe(0);
  await write(ben.page, 'can you hear me?');
  await write(ana.page, 'quiet here');
  await line(ben.page, 'quiet here').waitFor();
  expect(await line(ana.page, 'can you hear me?').count()).toBe(0);
  await hidden.getByTestId('mute').click();
  await member(ana.page, SLY_NAME).waitFor();
});

test('in a match Enter opens the field, and what is typed there moves no disc', async () => {
  await agree(ana.page, 'ready');
  await agree(ben.page, 'ready');
  for (const { page } of [ana, ben]) await page.getByTestId('match').waitFor();
  const start = await ownDisc(ana.page);
  // Along the line that she stands on: however long a busy machine takes, she meets no ball there.
  await ana.page.keyboard.down('KeyW');
  await expect.poll(async () => (await ownDisc(ana.page)).y).toBeLessThan(start.y - 20);
  await ana.page.keyboard.press('Enter');
  await ana.page.getByTestId('chat-field').waitFor();
  // The held key is let go with it: the disc rolls out and stands.
  await expect.poll(async () => (await ownDisc(ana.page)).speed).toBeLessThan(STANDING);
  await ana.page.keyboard.up('KeyW');
  const before = await ownDisc(ana.page);
  await ana.page.keyboard.type('wasd pass');
  await ana.page.keyboard.press('Enter');
  await line(ben.page, 'wasd pass').waitFor();
  const after = await ownDisc(ana.page);
  expect(after.x).toBeCloseTo(before.x, 1);
  expect(after.y).toBeCloseTo(before.y, 1);
  expect(await ana.page.getByTestId('chat-field').count()).toBe(0);
  await ana.page.keyboard.down('KeyS');
  await expect.poll(async () => (await ownDisc(ana.page)).y).toBeGreaterThan(before.y + 5);
  await ana.page.keyboard.up('KeyS');
});

test('Escape closes the field without the menu, and two keys say a quick line', async () => {
  await ana.page.keyboard.press('Enter');
  await ana.page.getByTestId('chat-field').press('Escape');
  await ana.page.getByTestId('chat-field').waitFor({ state: 'detached' });
  expect(await ana.page.getByTestId('match-menu').count()).toBe(0);
  await ana.page.keyboard.press('3');
  await ana.page.getByTestId('quick-menu').waitFor();
  await ana.page.keyboard.press('1');
  await line(ben.page, 'Nice!').waitFor();
  await ben.page.getByTestId('quick-chat').click();
  await ben.page.getByTestId('quick-7').click();
  await line(ana.page, 'Thanks').waitFor();
});

test('[V74] one stroke from the button to a line of the menu says it', async () => {
  const { page } = ben;
  const middle = async (id: string): Promise<readonly [number, number]> => {
    const box = (await page.getByTestId(id).boundingBox())!;
    return [box.x + box.width / 2, box.y + box.height / 2];
  };
  const [x, y] = await middle('quick-chat');
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x - 20, y + 20);
  await page.getByTestId('quick-menu').waitFor();
  await page.mouse.move(...(await middle('quick-3')));
  await page.mouse.up();
  await line(ana.page, 'Mine').waitFor();
  await page.getByTestId('quick-menu').waitFor({ state: 'detached' });
});

test('an emote by two keys or a pointer stands over its disc on both pages, and goes', async () => {
  await ana.page.keyboard.press('3');
  await ana.page.keyboard.press('3');
  for (const { page } of [ana, ben]) {
    const emote = page.locator('[data-emote="laugh"]');
    await emote.waitFor();
    expect(await emote.evaluate((mark) => mark.getBoundingClientRect().top)).toBeGreaterThan(0);
  }
  await ben.page.locator('[data-emote="laugh"]').waitFor({ state: 'detached' });
  await ben.page.getByTestId('quick-chat').click();
  await ben.page.getByTestId('emote-cry').click();
  await ana.page.locator('[data-emote="cry"]').waitFor();
});

test('a flood is stopped with a word, and a line goes by itself', async () => {
  // Four lines in eight presses, at once: a loaded machine must not spread them out.
  await ben.page.evaluate(() => {
    for (let press = 0; press < 8; press++) {
      window.dispatchEvent(new KeyboardEvent('keydown', { code: 'Digit1' }));
    }
  });
  await ben.page.getByTestId('chat-overlay').getByText('Slow down').waitFor();
  await expect.poll(() => ana.page.getByTestId('chat-line').count()).toBe(0);
});

test('the match was the same on both sides all along, and no page complained', async () => {
  await expectSameMatch([ana.page, ben.page], CHECKPOINTS, CHECKPOINTS_MS);
  expect([...ana.complaints, ...ben.complaints]).toEqual([]);
});

async function write(page: Page, text: string): Promise<void> {
  await page.getByTestId('chat-field').fill(text);
  await page.getByTestId('chat-field').press('Enter');
}

function line(page: Page, text: string) {
  return page.getByTestId('chat-line').filter({ hasText: text }).first();
}

async function ownDisc(page: Page): Promise<Disc> {
  const now = await look(page);
  return discOf(now, now.self);
}
