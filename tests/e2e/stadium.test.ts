import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PROJECT_ROOT } from '../../tools/project/source-files.ts';
import { launchChromium, openPerson, type Person } from '../browser/browser.ts';
import { type RunningLobby, startLobby } from '../browser/lobby.ts';
import { look } from '../page/play.ts';
import { agree, makeRoom, meet } from '../page/rooms.ts';
import { checkpointsAfter, expectSameMatch } from '../page/same-match.ts';

const FIXTURE = join(PROJECT_ROOT, 'tests/golden/stadiums/chain.stadium');
/** The ball, six discs of the file and eight seats, four numbers each. */
const DISC_NUMBERS = 4;
/** Of the match, one each second. */
const CHECKPOINTS = 6;
const CHECKPOINTS_MS = 30_000;

let lobby: RunningLobby;
let browser: Browser;
let ana: Person;
let ben: Person;

beforeAll(async () => {
  [lobby, browser] = await Promise.all([startLobby(), launchChromium()]);
  [ana, ben] = await Promise.all([openPerson(browser, lobby.url), openPerson(browser, lobby.url)]);
  await meet(ana.page, ben.page);
});

afterAll(async () => {
  await browser.close();
  await lobby.stop();
});

test('everybody sees which of the six maps the host chooses', async () => {
  await ana.page.getByTestId('choose-map').click();
  await expect.poll(() => ana.page.getByTestId('map-card').count()).toBe(6);
  await ana.page.locator('[data-testid="map-card"][data-map="rink"]').click();
  await untilOn(ana.page, 'rink');
  await untilOn(ben.page, 'rink');
  expect(await ben.page.getByTestId('map').textContent()).toBe('Rink');
  expect(await ben.page.getByTestId('choose-map').count()).toBe(0);
});

test('a match waits for the map that was chosen: it is shown as on its way, and start says why', async () => {
  await noteWaiting(ana.page);
  await paste(ana.page, largeMap());
  await ana.page.getByTestId('take-map').click();
  for (const { page } of [ana, ben]) await agree(page, 'ready');
  for (const { page } of [ana, ben]) await page.getByTestId('match').waitFor();
  const noted = await ana.page.evaluate(() => document.documentElement.dataset['noted']);
  expect(noted).toBe('The match waits for the map that is on its way.');
  await ana.page.getByTestId('menu').click();
  await ana.page.getByTestId('stop').click();
  for (const { page } of [ana, ben]) {
    await page.getByTestId('room').waitFor();
    expect(await page.getByTestId('map').textContent()).toBe('Large');
  }
  await ana.page.getByTestId('choose-map').click();
  await ana.page.locator('[data-testid="map-card"][data-map="rink"]').click();
  for (const { page } of [ana, ben]) await untilOn(page, 'rink');
});

test('a file that is no map is refused with what is wrong and where, and nothing else happens', async () => {
  await ana.page.getByTestId('choose-map').click();
  const buffer = Buffer.from('{ name: "x", width: 9, height: 9, segments: [{ v0: 4, v1: 5 }] }');
  const file = { name: 'broken.hbs', mimeType: 'text/plain', buffer };
  await ana.page.getByTestId('map-file').setInputFiles(file);
  const problems = ana.page.getByTestId('map-problems');
  await problems.waitFor();
  expect(await problems.textContent()).toContain('segments[0].v0 vertex 4 does not exist');
  await ana.page.keyboard.press('Escape');
  await ana.page.getByTestId('map-dialog').waitFor({ state: 'detached' });
  expect(await mapOf(ana.page)).toBe('rink');
});

test('the host loads a map from a file, the guest gets it, and both play the same match on it', async () => {
  await ana.page.getByTestId('choose-map').click();
  await ana.page.getByTestId('map-file').setInputFiles(FIXTURE);
  await ana.page.getByTestId('map-offer').waitFor();
  expect(await ana.page.getByTestId('map-offer').textContent()).toContain('Chain');
  await ana.page.getByTestId('take-map').click();
  await ana.page.waitForFunction(
    () => document.querySelector<HTMLElement>('[data-testid="map"]')?.dataset['map']?.length === 32,
  );
  const id = await mapOf(ana.page);
  await untilOn(ben.page, id);
  expect(await ben.page.getByTestId('map').textContent()).toBe('Chain');

  await agree(ana.page, 'ready');
  await agree(ben.page, 'ready');
  for (const { page } of [ana, ben]) await page.getByTestId('match').waitFor();
  const [first, second] = await Promise.all([look(ana.page), look(ben.page)]);
  expect(first.discs.length).toBe(second.discs.length);
  expect(first.discs.length / DISC_NUMBERS).toBeGreaterThan(9);
  await ben.page.keyboard.down('KeyA');
  const onTheMap = checkpointsAfter(first.tick);
  await expectSameMatch([ana.page, ben.page], CHECKPOINTS, CHECKPOINTS_MS, onTheMap);
  await ben.page.keyboard.up('KeyA');
});

test('a map that was received is kept: the guest can play on it in a room of his own', async () => {
  await ben.page.goto(lobby.url);
  await makeRoom(ben.page);
  await ben.page.getByTestId('choose-map').click();
  await ben.page.getByTestId('map-card').filter({ hasText: 'Chain' }).click();
  await ben.page.waitForFunction(
    () => document.querySelector<HTMLElement>('[data-testid="map"]')?.dataset['map']?.length === 32,
  );
});

test('[V23] it is shown in its own colours, until its card says otherwise: for oneself, and for this map', async () => {
  const toggle = ben.page.getByRole('switch', { name: 'Map in its own colours' });
  const picture = () => ben.page.getByTestId('map').locator('img').getAttribute('src');
  const own = await picture();
  expect(await toggle.isChecked()).toBe(true);
  await toggle.click();
  await expect.poll(picture).not.toBe(own);
  expect(await toggle.isChecked()).toBe(false);
  await toggle.click();
  await expect.poll(picture).toBe(own);
});

test('a pasted text is a map too, and a kept one can be deleted', async () => {
  await ben.page.getByTestId('choose-map').click();
  for (const name of ['Chain', 'Large']) {
    await ben.page.getByRole('button', { name: `Delete ${name}` }).click();
  }
  await expect.poll(() => ben.page.getByTestId('map-card').count()).toBe(6);
  const text = readFileSync(FIXTURE, 'utf8').replace(/^[^{]*/, '');
  await paste(ben.page, text);
  await ben.page.getByTestId('map-offer').waitFor();
});

test('nothing was complained of: no error, and nothing that the security policy refused', () => {
  expect([...ana.complaints, ...ben.complaints]).toEqual([]);
});

async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    window.dispatchEvent(new ClipboardEvent('paste', { clipboardData }));
  }, text);
}

/**
 * Notes what the room says while a map is shown as on its way and start is off, however short that
 * is: a friend whose machine is too slow to be heard is not waited for.
 */
function noteWaiting(page: Page): Promise<void> {
  return page.evaluate(() => {
    const find = (id: string) => document.querySelector<HTMLElement>(`[data-testid="${id}"]`);
    const note = (): void => {
      const isWaiting = find('map-coming') !== null && find('start')?.matches(':disabled');
      const status = find('room-status')?.textContent;
      if (isWaiting && status) document.documentElement.dataset['noted'] = status;
    };
    const all = { subtree: true, childList: true, attributes: true, characterData: true };
    new MutationObserver(note).observe(document.body, all);
  });
}

/** Some dozen pieces long, and a plain pitch to play on. */
function largeMap(): string {
  const many = Array.from({ length: 400 }, (_, index) => index * 1.000_123_456_7);
  return JSON.stringify({
    name: 'Large',
    width: 420,
    height: 220,
    vertexes: many.map((x) => ({ x, y: 300 + x / 3 })),
    segments: many.map((_, index) => ({ v0: index, v1: (index + 1) % 400, cMask: [] })),
  });
}

function mapOf(page: Page): Promise<string> {
  return page.getByTestId('map').evaluate((element) => element.dataset['map'] ?? '');
}

async function untilOn(page: Page, id: string): Promise<void> {
  await page.locator(`[data-testid="map"][data-map="${id}"]`).waitFor();
}
