import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { receiveVisitors } from '../page/visitors.ts';

const { open } = receiveVisitors();

const WINDOW = { viewport: { width: 1280, height: 720 }, isPainted: true };
/** Of play; shorter matches are not kept. */
const LONG_ENOUGH = 15 * 60;

test('[V35] a free camera is dragged, steered and brought nearer, until a player is chosen', async () => {
  const { page, complaints } = await open('/', WINDOW);
  await page.getByTestId('practice').click();
  await page.getByTestId('match').waitFor();
  await page.waitForFunction((ticks) => window.__peerball!.tick > ticks, LONG_ENOUGH);
  await page.keyboard.press('Escape');
  await page.getByTestId('leave').click();
  await page.getByTestId('replays-open').click();
  await page.getByTestId('replay-watch').first().click();
  const pitch = page.getByTestId('watch-pitch');
  await pitch.waitFor();
  await page.getByTestId('watch-play').click();
  await page.getByTestId('watch-follow').click();
  await page.getByTestId('watch-free').click();
  await page.getByTestId('watch-steer').waitFor();
  expect(await pitch.getAttribute('data-free')).toBe('true');
  const seen = [await picture(page)];
  /** Another picture than any before. */
  const untilMoved = async (how: string): Promise<void> => {
    await expect.poll(async () => seen.includes(await picture(page)), { message: how }).toBe(false);
    seen.push(await picture(page));
  };

  const box = (await pitch.boundingBox())!;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x - 150, y - 40, { steps: 4 });
  await page.mouse.up();
  await untilMoved('dragged');
  // All of its width is seen as near as that: there is only up and down to go.
  await page.keyboard.press('KeyW');
  await untilMoved('steered');
  await page.mouse.wheel(0, -100);
  await untilMoved('by the wheel');
  await page.keyboard.press('PageUp');
  await untilMoved('by a key');
  await page.getByRole('button', { name: 'Camera left' }).click();
  await untilMoved('by a button');
  expect(await pitch.getAttribute('data-free')).toBe('true');

  await page.getByTestId('watch-follow').click();
  await page.getByTestId('watch-player').first().click();
  await page.getByTestId('watch-steer').waitFor({ state: 'detached' });
  await untilMoved('back to a player');
  expect(complaints).toEqual([]);
});

/** What the canvas shows of a replay that stands still. */
async function picture(page: Page): Promise<string> {
  const shot = await page.getByTestId('watch-pitch').screenshot();
  return shot.toString('base64');
}
