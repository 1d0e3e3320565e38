import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { focused, knowControls } from '../page/controls.ts';
import { agree, meet } from '../page/rooms.ts';
import { receiveVisitors } from '../page/visitors.ts';

/** As few pixels as the page bears: drawing costs time without a graphics card. */
const SMALL = { viewport: { width: 480, height: 480 } };
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

const { open } = receiveVisitors();

test('by keyboard: Tab shows everybody with their pings while it is held; pressed, it goes to a control', async () => {
  const [ana, ben] = [await open('/', SMALL, knowControls), await open('/', SMALL)];
  await meet(ana.page, ben.page);
  for (const { page } of [ana, ben]) await agree(page, 'ready');
  const { page } = ana;
  await page.getByTestId('match').waitFor();
  await page.keyboard.down('Tab');
  const [own, other] = [expect.stringMatching(/^A.*Ana/s), expect.stringMatching(/^B.*Ben.* ms$/s)];
  await expect.poll(() => rows(page)).toEqual([own, other]);
  // [N87] A name mutes with one press, and takes that back; the kick key is still the disc's.
  const mute = page.getByTestId('standings').getByTestId('mute');
  await mute.click();
  // What follows the name is the icon's own white space.
  const named = async (): Promise<string> => ((await mute.textContent()) ?? '').trim();
  await expect.poll(named).toMatch(/^Player \d$/);
  expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
  await mute.click();
  await expect.poll(named).toBe('Ben');
  await page.keyboard.up('Tab');
  await page.getByTestId('standings').waitFor({ state: 'detached' });
  await page.keyboard.press('Tab');
  expect(await focused(page)).toBe('standings-open');
  await page.keyboard.press('Enter');
  await page.getByTestId('standings').waitFor();
  for (const { complaints } of [ana, ben]) expect(complaints).toEqual([]);
});

test('by touch: the score opens them, and closes them', async () => {
  const { page, complaints } = await open('/', PHONE);
  await page.getByTestId('practice').tap();
  await page.getByTestId('match').waitFor();
  await page.getByTestId('scoreboard').tap();
  await expect.poll(async () => (await rows(page)).length).toBe(2);
  await page.getByTestId('scoreboard').tap();
  await page.getByTestId('standings').waitFor({ state: 'detached' });
  expect(complaints).toEqual([]);
});

function rows(page: Page): Promise<string[]> {
  return page.getByTestId('standings').locator('tbody tr').allTextContents();
}
