import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { type Comparison, commonCheckpoints, type Hashes } from './common-checkpoints.ts';
import { checkpoints } from './play.ts';

/**
 * Asks for equal states wherever all pages have a hash of the same tick, as soon as there are
 * `wanted` such ticks: whoever came later, or is behind, lacks some of what another one has.
 */
export async function expectSameMatch(
  pages: readonly Page[],
  wanted: number,
  patienceMs: number,
  read: (page: Page) => Promise<Hashes> = checkpoints,
): Promise<void> {
  let latest: Comparison = { compared: 0, differing: [] };
  const compare = async (): Promise<number> => {
    const players = await Promise.all(pages.map(async (page) => ({ hashes: await read(page) })));
    latest = commonCheckpoints(players);
    return latest.compared;
  };
  await expect
    .poll(compare, { timeout: patienceMs, message: 'checkpoints compared' })
    .toBeGreaterThanOrEqual(wanted);
  expect(latest.differing, 'checkpoints that differ').toEqual([]);
}

/** Reads only what is behind this tick, for `expectSameMatch`. */
export function checkpointsAfter(from: number): (page: Page) => Promise<Hashes> {
  return async (page) => (await checkpoints(page)).filter(([tick]) => tick > from);
}

/** Waits until so many more ticks are final on this page than are now. */
export async function untilFurther(page: Page, ticks: number, patienceMs: number): Promise<void> {
  const from = await page.evaluate(() => window.__peerball?.finalTick ?? 0);
  await page.waitForFunction(
    (wanted) => (window.__peerball?.finalTick ?? 0) > wanted,
    from + ticks,
    { timeout: patienceMs },
  );
}
