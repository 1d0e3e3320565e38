import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { launchChromium, openPerson, type Person } from '../browser/browser.ts';
import { type RunningLobby, startLobby } from '../browser/lobby.ts';
import { look } from '../page/play.ts';

/** Four software-drawn pitches on a small machine: as few pixels as the page bears. */
const TINY = { viewport: { width: 400, height: 260 } };

let lobby: RunningLobby;
let browser: Browser;
const people: Person[] = [];

beforeAll(async () => {
  [lobby, browser] = await Promise.all([startLobby(), launchChromium()]);
});

afterEach(async () => {
  await Promise.all(people.splice(0).map((person) => person.leave()));
});

afterAll(async () => {
  await browser.close();
  await lobby.stop();
});

async function open(): Promise<Person> {
  const person = await openPerson(browser, lobby.url, TINY);
  people.push(person);
  return person;
}

/** From the second press to the match of both. */
const FOUND_MS = 3000;
/** Of each pair that met: a machine that is busy with something else may be late once. */
const foundMs: number[] = [];
const PATIENCE = { timeout: 60_000 };

/** Waits until the page is ready to be pressed, and presses. */
async function pressPlay(page: Page): Promise<number> {
  // The parts behind the menu come while it is read.
  await page.waitForFunction(() => window.__peerball !== undefined);
  const pressedMs = performance.now();
  await page.getByTestId('play').click();
  return pressedMs;
}

/** What the page shows, looked at in every frame until it is stopped. */
async function watchScreens(page: Page): Promise<void> {
  await page.evaluate(() => {
    const seen: string[] = [];
    Object.assign(window, { seenScreens: seen });
    const note = (): void => {
      const shown =
        document.querySelector('#ui main, #ui [data-testid]') === null ? 'empty' : 'full';
      if (seen.at(-1) !== shown) seen.push(shown);
      requestAnimationFrame(note);
    };
    note();
  });
}

function seenScreens(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => (window as unknown as { seenScreens: string[] }).seenScreens);
}

/** How many of each team have a seat, once all `count` are in. */
async function untilTeams(page: Page, sun: number, wave: number): Promise<void> {
  await page.waitForFunction(
    ([wantedSun, wantedWave]) => {
      const players = (window.__peerball?.members ?? []).filter(({ peer }) => peer !== null);
      const sizes = [1, 2].map((team) => players.filter((one) => one.team === team).length);
      return sizes[0] === wantedSun && sizes[1] === wantedWave;
    },
    [sun, wave],
    PATIENCE,
  );
}

/** The countdown belongs to it. */
async function untilMatch(page: Page): Promise<void> {
  await page.waitForFunction(() => (window.__peerball?.phase ?? 0) > 0, null, PATIENCE);
}

test('[L110] [R23] two strangers who press PLAY are in one match, and two more make it two a team', async () => {
  const ana = await open();
  const ben = await open();
  await watchScreens(ana.page);
  await pressPlay(ana.page);
  await ana.page.getByTestId('searching').waitFor(PATIENCE);
  const alone = await look(ana.page);
  // A pitch with the own disc and a ball.
  expect(alone.members.find(({ id }) => id === alone.self)?.seat).toBe(0);
  expect(alone.discs.slice(0, 2).every(Number.isFinite)).toBe(true);
  expect(await ana.page.getByTestId('searching').textContent()).toContain('1 person searching');

  const pressedMs = await pressPlay(ben.page);
  const after = (): string => `${Math.round(performance.now() - pressedMs)} ms`;
  const times: string[] = [];
  for (const { page } of [ana, ben]) await page.getByTestId('match').waitFor(PATIENCE);
  times.push(`the pitch ${after()}`);
  for (const { page } of [ana, ben]) await untilTeams(page, 1, 1);
  times.push(`both in a team ${after()}`);
  await ana.page.getByTestId('searching').waitFor({ ...PATIENCE, state: 'detached' });
  for (const { page } of [ana, ben]) {
    await untilMatch(page);
  }
  foundMs.push(performance.now() - pressedMs);
  console.log(`quick match after the second press: ${times.join(', ')}, the match ${after()}`);
  for (const { page } of [ana, ben]) {
    await page.waitForFunction(() => document.querySelector('[data-testid="room"]') === null);
  }
  expect(await seenScreens(ana.page)).toEqual(['full']);

  const carla = await open();
  const dan = await open();
  await pressPlay(carla.page);
  await carla.page.getByTestId('match').waitFor(PATIENCE);
  await pressPlay(dan.page);
  for (const { page } of [ana, ben, carla, dan]) await untilTeams(page, 2, 2);
  const codes = await Promise.all(
    [ana, dan].map(({ page }) => page.evaluate(() => location.pathname)),
  );
  expect(codes[0]).toMatch(/^\/j\/\w{6}$/);
  expect(codes[1]).toBe(codes[0]);
  for (const person of [ana, ben, carla, dan]) expect(person.complaints).toEqual([]);
});

test('[L110] [L111] leaving is one button, and PLAY leads back to people, within three seconds', async () => {
  const ana = await open();
  const ben = await open();
  for (const { page } of [ana, ben]) await pressPlay(page);
  for (const { page } of [ana, ben]) await untilTeams(page, 1, 1);
  for (const { page } of [ana, ben]) await page.getByTestId('match').waitFor(PATIENCE);
  // [N86] Among strangers there is no text until somebody turns it on for quick matches.
  await ben.page.keyboard.press('Enter');
  await ben.page.getByText('There is no text in quick matches.').waitFor();
  expect(await ben.page.getByTestId('chat-field').count()).toBe(0);
  await ben.page.getByTestId('quick-chat').click();
  await ben.page.getByTestId('allow-text').click();
  await ben.page.keyboard.press('Enter');
  await ben.page.getByTestId('chat-field').waitFor();
  await ben.page.keyboard.press('Escape');
  await ben.page.keyboard.press('Escape');
  await ben.page.getByTestId('leave').click();
  await ben.page.getByTestId('play').waitFor();
  await ana.page.getByTestId('searching').waitFor(PATIENCE);
  const pressedMs = await pressPlay(ben.page);
  for (const { page } of [ana, ben]) await untilTeams(page, 1, 1);
  for (const { page } of [ana, ben]) await untilMatch(page);
  foundMs.push(performance.now() - pressedMs);
  expect(Math.min(...foundMs), foundMs.join(' and ')).toBeLessThan(FOUND_MS);
});
