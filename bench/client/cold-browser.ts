import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { findChromium } from '../../tools/browsers/ensure-browser.ts';
import { CHROMIUM_FLAGS } from '../../tests/browser/browser.ts';

/** A browser that was started just now is busy with itself for so long. */
const SETTLE_MS = 2500;

export type WindowSize = { readonly width: number; readonly height: number };

/**
 * A page of a browser that has never been anywhere: nothing is cached, no code is compiled. Its
 * windows are drawn by the processor.
 *
 * @param use gets a blank page; the browser ends with it
 */
export async function withColdBrowser<Found>(
  size: WindowSize,
  use: (page: Page) => Promise<Found>,
): Promise<Found> {
  const profile = await mkdtemp(join(tmpdir(), 'peerball-bench-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: await findChromium(),
    args: [...CHROMIUM_FLAGS, '--enable-precise-memory-info'],
    headless: true,
    viewport: size,
    locale: 'en-GB',
  });
  try {
    const page = context.pages()[0] ?? (await context.newPage());
    // What runs this command names each function that is handed to the page, by one that is not there.
    await page.addInitScript({ content: 'globalThis.__name = (made) => made;' });
    await page.waitForTimeout(SETTLE_MS);
    return await use(page);
  } finally {
    await context.close();
    await rm(profile, { recursive: true, force: true });
  }
}
