import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { LinkPath } from '../../shared/netplay/link/link.ts';

/** The way that this page's datagrams take to the first of the others. */
export function pathOf(page: Page): Promise<LinkPath | null> {
  return page.evaluate(() => {
    const [link] = (window.__peerball?.links ?? []) as { path?: LinkPath | null }[];
    return link?.path ?? null;
  });
}

/** Waits until they take this way, and the match says so. */
export async function untilOn(page: Page, path: LinkPath, patienceMs: number): Promise<void> {
  await expect.poll(() => pathOf(page), { timeout: patienceMs }).toBe(path);
  await page.locator(`.hud-corner [data-path="${path}"]`).waitFor();
}
