import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { knowControls } from '../page/controls.ts';
import { notByPad, operate, plugInPad } from '../page/fake-pad.ts';
import { look } from '../page/play.ts';
import { meet, member } from '../page/rooms.ts';
import { receiveVisitors } from '../page/visitors.ts';

/** As few pixels as the page bears: drawing costs time without a graphics card. */
const SMALL = { viewport: { width: 480, height: 480 } };
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

const { open } = receiveVisitors();

test('[R35] by keyboard: what a person chose stands on its disc, for its friend too', async () => {
  const [ana, ben] = [await open('/', SMALL), await open('/', SMALL)];
  await ana.page.getByTestId('badge-open').press('Enter');
  const field = ana.page.getByTestId('badge-text');
  await field.press('1');
  await field.press('0');
  await field.press('x');
  await ana.page.getByTestId('badge-problem').waitFor();
  await ana.page.keyboard.press('Escape');
  await expectOnOwnDisc(ana.page, '10');
  await meet(ana.page, ben.page);
  for (const { page } of [ana, ben]) {
    await expect.poll(() => member(page, 'Ana').locator('.disc').textContent()).toBe('10');
    await expect.poll(() => member(page, 'Ben').locator('.disc').textContent()).toBe('B');
  }
  for (const { complaints } of [ana, ben]) expect(complaints).toEqual([]);
});

test('[R35] by gamepad: letters of the name again', async () => {
  const { page, complaints } = await open('/', SMALL, async (made) => {
    await knowControls(made);
    await plugInPad(made);
  });
  await page.getByTestId('nick').fill('Ana López');
  await operate(page, 'badge-open');
  await page.getByTestId('badge-done').waitFor();
  expect(await notByPad(page)).toEqual([]);
  await page.getByTestId('badge-text').fill('7');
  await expectOnOwnDisc(page, '7');
  await operate(page, 'badge-initials');
  await expectOnOwnDisc(page, 'AL');
  await operate(page, 'badge-done');
  await page.getByTestId('badge-box').waitFor({ state: 'detached' });
  expect(complaints).toEqual([]);
});

test('[R35] by touch: practice shows it, and so does the next visit', async () => {
  const { page, complaints } = await open('/', PHONE);
  await page.getByTestId('badge-open').tap();
  await page.getByTestId('badge-text').fill('Zé');
  await page.getByTestId('badge-done').tap();
  await page.reload();
  await expectOnOwnDisc(page, 'Zé');
  await page.getByTestId('practice').tap();
  await page.getByTestId('match').waitFor();
  await expect.poll(async () => (await look(page)).members[0]).toMatchObject({ badge: 'Zé' });
  expect(complaints).toEqual([]);
});

async function expectOnOwnDisc(page: Page, text: string): Promise<void> {
  await expect.poll(() => page.getByTestId('badge-open').locator('.disc').textContent()).toBe(text);
}
