import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { receiveVisitors } from '../page/visitors.ts';

const { open } = receiveVisitors();

const VIEWPORT = { width: 400, height: 300 };
const SECONDS = 3;

function canvasWidth(page: Page): Promise<number> {
  return page.evaluate(() => document.querySelector('canvas')?.width ?? 0);
}

/** Pictures in so many seconds. */
function drawnIn(page: Page, seconds: number): Promise<number> {
  return page.evaluate(async (ms) => {
    const before = window.__peerball!.frames;
    const startMs = performance.now();
    while (performance.now() - startMs < ms) await new Promise((go) => setTimeout(go, 50));
    return ((window.__peerball!.frames - before) * ms) / (performance.now() - startMs);
  }, seconds * 1000);
}

test('[V75] pictures skip the compositor from the next page on, for who wants that', async () => {
  const ana = await open('/');
  const { page } = ana;
  const isDirect = (): Promise<boolean | undefined> =>
    page.evaluate(
      () =>
        document.querySelector('canvas')?.getContext('webgl')?.getContextAttributes()
          ?.desynchronized,
    );
  await page.waitForFunction(() => (window.__peerball?.frames ?? 0) > 0);
  expect(await isDirect()).toBe(false);
  await page.getByTestId('open-settings').click();
  await page.getByTestId('tab-look').click();
  await page.getByTestId('low-latency').check();
  await page.reload();
  await page.waitForFunction(() => (window.__peerball?.frames ?? 0) > 0);
  expect(await isDirect()).toBe(true);
  expect(ana.complaints).toEqual([]);
});

test('[V38] [V39] quality and pictures a second are chosen in the settings, and hold at once', async () => {
  const ana = await open(
    '/',
    { viewport: VIEWPORT, deviceScaleFactor: 2, isPainted: true },
    async (page) => {
      await page.addInitScript(() => {
        // A display of 144 pictures a second.
        window.requestAnimationFrame = (draw) =>
          window.setTimeout(() => draw(performance.now()), 1000 / 144);
      });
    },
  );
  const { page } = ana;
  await page.waitForFunction(() => (window.__peerball?.frames ?? 0) > 0);
  expect(await canvasWidth(page)).toBe(2 * VIEWPORT.width);
  await page.getByTestId('open-settings').click();
  await page.getByTestId('tab-look').click();
  for (const [quality, ratio] of [
    ['low', 1],
    ['balanced', 1.5],
    ['high', 2],
    ['low', 1],
  ] as const) {
    await page.getByTestId('quality').selectOption(quality);
    await expect.poll(() => canvasWidth(page)).toBe(ratio * VIEWPORT.width);
  }
  await expect.poll(() => drawnIn(page, 1)).toBeGreaterThan(33);
  await page.getByTestId('picture-cap').selectOption('30');
  const drawn = await drawnIn(page, SECONDS);
  expect(drawn).toBeGreaterThan(0);
  expect(drawn).toBeLessThanOrEqual(31 * SECONDS);
  expect(ana.complaints).toEqual([]);
});
