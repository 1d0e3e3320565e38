import { expect, test } from 'vitest';
import { receiveVisitors } from '../page/visitors.ts';

const { open } = receiveVisitors();

/** Of the Layout Instability API: TypeScript does not know it. */
type Shift = PerformanceEntry & { readonly value: number; readonly hadRecentInput: boolean };

declare global {
  interface Window {
    shifted?: number;
  }
}

/** A tenth of what the Core Web Vitals call good: nobody sees that. */
const SEEN = 0.01;

test.each([
  [1280, 720],
  [390, 844],
  [844, 390],
  [800, 450],
])('at %i × %i nothing on home moves when fonts and game arrive', async (width, height) => {
  const ana = await open('/', { viewport: { width, height } }, async (page) => {
    await page.addInitScript(() => {
      window.shifted = 0;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as Shift[]) {
          if (!entry.hadRecentInput) window.shifted! += entry.value;
        }
      }).observe({ type: 'layout-shift', buffered: true });
    });
    // Long enough for the menu to be read in the stand-in.
    await page.route(/\.woff2$/, async (route) => {
      await new Promise((go) => setTimeout(go, 300));
      await route.continue();
    });
  });
  const { page } = ana;
  await page.waitForFunction(
    () => (window.__peerball?.frames ?? 0) > 10 && document.fonts.status === 'loaded',
  );
  expect(await page.evaluate(() => window.shifted)).toBeLessThan(SEEN);
  expect(ana.complaints).toEqual([]);
});
