import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { findChromium } from '../../tools/browsers/ensure-browser.ts';
import { CHROMIUM_FLAGS } from './browser.ts';
import { freePort } from './lobby.ts';

/** What Playwright starts Chromium with so that hidden tabs run like visible ones. */
const UNTHROTTLED = [
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
];

export type HideableBrowser = {
  /** A window whose tabs hide one another. */
  readonly window: BrowserContext;
  readonly close: () => Promise<void>;
};

/**
 * A browser with a window whose tabs can be hidden as a person hides them: by looking at another
 * tab. Playwright keeps every page that it makes focused and thereby visible, whatever is in front
 * of it; only a browser that it joins with `noDefaults` is left as it is.
 */
export async function launchHideable(): Promise<HideableBrowser> {
  const port = await freePort();
  const browser = await chromium.launch({
    executablePath: await findChromium(),
    args: [...CHROMIUM_FLAGS, `--remote-debugging-port=${port}`, '--lang=en-GB'],
    ignoreDefaultArgs: UNTHROTTLED,
    headless: true,
  });
  const joined = await chromium.connectOverCDP(`http://127.0.0.1:${port}`, { noDefaults: true });
  const window = joined.contexts()[0];
  if (window === undefined) throw new Error('Chromium has no window of its own');
  return {
    window,
    close: async () => {
      await joined.close();
      await browser.close();
    },
  };
}

/**
 * Looks at another tab of the same window for `ms`.
 *
 * @param cover that tab, opened before: to open one takes from a small machine what the others play with
 */
export async function hideFor(page: Page, cover: Page, ms: number): Promise<void> {
  await cover.bringToFront();
  await page.waitForFunction(() => document.visibilityState === 'hidden');
  await cover.waitForTimeout(ms);
  await page.bringToFront();
}
