import type { Page } from 'playwright-core';
import { startLobby } from '../../tests/browser/lobby.ts';
import { type WindowSize, withColdBrowser } from './cold-browser.ts';
import { type Network, slowDown } from './link-visit.ts';

/** Entries of the Layout Instability and Event Timing APIs, which TypeScript does not know. */
type ShiftEntry = PerformanceEntry & { readonly value: number; readonly hadRecentInput: boolean };
type InteractionEntry = PerformanceEntry & { readonly interactionId: number };

declare global {
  interface Window {
    __vitals?: { lcpMs: number; shifted: number; slowestMs: number };
  }
}

/** Home as the Core Web Vitals see it. */
export type HomeVitals = {
  /** ms until the largest thing was painted that came by itself. */
  readonly lcpMs: number;
  /** Sum of the shifts of what had been painted, by itself: 0 is none. */
  readonly shifted: number;
  /** ms from the slowest of a few presses to the picture behind it. */
  readonly slowestMs: number;
};

/** A person opens home for the first time, looks at the settings and writes a name. */
export async function visitHome(
  folder: string,
  size: WindowSize,
  network: Network,
): Promise<HomeVitals> {
  const lobby = await startLobby({}, { folder });
  try {
    return await withColdBrowser(size, async (page) => {
      await page.addInitScript(watchVitals);
      await slowDown(page, network);
      await page.goto(lobby.url, { waitUntil: 'commit' });
      await page.waitForFunction(() => (window.__peerball?.frames ?? 0) > 30);
      await pressSome(page);
      return page.evaluate(() => window.__vitals!);
    });
  } finally {
    await lobby.stop();
  }
}

async function pressSome(page: Page): Promise<void> {
  await page.getByTestId('open-settings').click();
  for (const tab of ['look', 'sound', 'chat']) await page.getByTestId(`tab-${tab}`).click();
  await page.keyboard.press('Escape');
  await page.getByTestId('nick').fill('');
  await page.getByTestId('nick').pressSequentially('Ana');
  // What a press took is told with the picture behind it.
  await page.evaluate(() => new Promise((told) => setTimeout(told, 500)));
}

/** Runs in the page, before any script of it, and knows nothing of this module. */
function watchVitals(): void {
  const vitals = { lcpMs: 0, shifted: 0, slowestMs: 0 };
  window.__vitals = vitals;
  const watched: Readonly<Record<string, (entry: PerformanceEntry) => void>> = {
    'largest-contentful-paint': ({ startTime }) => {
      vitals.lcpMs = startTime;
    },
    'layout-shift': (entry) => {
      const { value, hadRecentInput } = entry as ShiftEntry;
      if (!hadRecentInput) vitals.shifted += value;
    },
    event: (entry) => {
      const { interactionId, duration } = entry as InteractionEntry;
      if (interactionId > 0) vitals.slowestMs = Math.max(vitals.slowestMs, duration);
    },
  };
  for (const [type, take] of Object.entries(watched)) {
    const observer = new PerformanceObserver((list) => list.getEntries().forEach(take));
    observer.observe({ type, buffered: true, durationThreshold: 16 } as PerformanceObserverInit);
  }
}
