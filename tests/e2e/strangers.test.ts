import { expect, test } from 'vitest';
import { receiveVisitors } from '../page/visitors.ts';

const { open } = receiveVisitors();

/** As few pixels as the page bears: drawing costs time without a graphics card. */
const SMALL = { viewport: { width: 640, height: 400 } };

test('[L177] the first press on PLAY says that others see the address, and one more hides it and plays on', async () => {
  const { page, complaints } = await open('/', SMALL);
  await page.getByTestId('play').click();
  await page.getByTestId('match').waitFor();
  await page.getByTestId('notice-strangers').waitFor();
  await page.getByTestId('hide-address').click();
  await page.getByTestId('notice-strangers').waitFor({ state: 'detached' });
  await page.getByTestId('match').waitFor();
  await page.getByTestId('searching').waitFor();
  const kept = await page.evaluate(() => localStorage.getItem('peerball.settings'));
  expect(JSON.parse(kept ?? '{}')).toMatchObject({ hideAddress: true, told: ['address'] });
  expect(complaints).toEqual([]);
});

test('[V67] a phone that is held upright is told once to be turned, and a wide one is not', async () => {
  const upright = { viewport: { width: 390, height: 600 }, hasTouch: true, isMobile: true };
  const { page, complaints } = await open('/', upright);
  await page.getByTestId('practice').tap();
  const hint = page.getByTestId('notice-turn');
  await hint.waitFor();
  await page.setViewportSize({ width: 600, height: 390 });
  await hint.waitFor({ state: 'hidden' });
  await page.setViewportSize({ width: 390, height: 600 });
  await page.getByTestId('close-turn').tap();
  await hint.waitFor({ state: 'detached' });
  expect(complaints).toEqual([]);
});
