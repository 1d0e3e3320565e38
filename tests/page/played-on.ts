import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import { openPerson, type Person } from '../browser/browser.ts';
import { driveChromium } from './driven-page.ts';
import { takeFigures } from './page-watch.ts';
import { look } from './play.ts';
import { acceptInvite, nameOneself } from './rooms.ts';
import { checkpointsAfter, expectSameMatch } from './same-match.ts';

/** What becomes of a lobby is tried with small windows: several of them are on one machine. */
export const SMALL = { viewport: { width: 480, height: 320 } };
const PATIENCE_MS = 30_000;
const CHECKPOINTS = 2;
/** A tick that stands still for longer is seen; a machine with three browsers may need a moment. */
const STANDSTILL_MS = 500;

/** Since `watchTicks` no tick of this page stood still, and it was told of no trouble in its room. */
export async function expectPlayedOn(page: Page): Promise<void> {
  const { longestAwakeMs, stalledTicks, retreats } = await takeFigures(driveChromium(page));
  expect({ isSteady: longestAwakeMs < STANDSTILL_MS, stalledTicks, retreats }).toEqual({
    isSteady: true,
    stalledTicks: 0,
    retreats: 0,
  });
  expect(await page.getByTestId('warning-room').count()).toBe(0);
}

/** Carla comes by this link into the match of Ana and Ben, and all three see the same one. */
export async function joinAsThird(
  browser: Browser,
  link: string,
  [ana, ben]: readonly [Person, Person],
): Promise<Person> {
  const carla = await openPerson(browser, link, SMALL);
  await nameOneself(carla.page, 'Carla');
  await acceptInvite(carla.page);
  await carla.page.getByTestId('match').waitFor({ timeout: PATIENCE_MS });
  const { tick } = await look(carla.page);
  const pages = [ana.page, ben.page, carla.page];
  await expectSameMatch(pages, CHECKPOINTS, PATIENCE_MS, checkpointsAfter(tick));
  expect((await look(ben.page)).members.map(({ name }) => name)).toEqual(['Ana', 'Ben', 'Carla']);
  return carla;
}

/** Which term of its room this page is in. */
export function termOf(page: Page): Promise<number | undefined> {
  return page.evaluate(() => window.__peerball?.stats?.term);
}
