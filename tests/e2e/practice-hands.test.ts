import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { knowControls } from '../page/controls.ts';
import { notByPad, operate, plugInPad } from '../page/fake-pad.ts';
import { look } from '../page/play.ts';
import { receiveVisitors } from '../page/visitors.ts';

/** As few pixels as the page bears: drawing costs time without a graphics card. */
const SMALL = { viewport: { width: 480, height: 480 } };
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const PATIENCE = { timeout: 30_000 };

const { open } = receiveVisitors();

test('by gamepad: two against two with bots that match the player', async () => {
  const ana = await open('/', SMALL, async (page) => {
    await knowControls(page);
    await plugInPad(page);
  });
  const { page } = ana;
  await operate(page, 'practice-choice');
  await page.getByTestId('practice-box').waitFor();
  expect(await notByPad(page)).toEqual([]);
  await operate(page, 'practice-size-2');
  await operate(page, 'practice-level-match');
  await operate(page, 'practice-start');
  await expectTwoAgainstTwo(page);
  expect(ana.complaints).toEqual([]);
});

test('by touch: two against two with bots that match the player', async () => {
  const ana = await open('/', PHONE);
  const { page } = ana;
  await page.getByTestId('practice-choice').tap();
  await page.getByTestId('practice-size-2').tap();
  await page.getByTestId('practice-level-match').tap();
  await page.getByTestId('practice-start').tap();
  await expectTwoAgainstTwo(page);
  expect(ana.complaints).toEqual([]);
});

async function expectTwoAgainstTwo(page: Page): Promise<void> {
  await page.getByTestId('match').waitFor();
  await expect.poll(async () => (await teams(page)).toSorted(), PATIENCE).toEqual([1, 1, 2, 2]);
}

/** The team of each player. */
async function teams(page: Page): Promise<readonly number[]> {
  return (await look(page)).members.map(({ team }) => team);
}
