import type { Page } from 'playwright-core';
import { startLobby } from '../../tests/browser/lobby.ts';
import { type WindowSize, withColdBrowser } from './cold-browser.ts';
import { type MeterFigures, startMeter } from './page-meter.ts';

const KEYS = 60;
/** No multiple of a tick or a picture: keys come at any moment of both. */
/** The kick-off is over, and parts that come late are here. */
const SETTLE_MS = 4000;
const BETWEEN_KEYS_MS = 347;
const HELD_MS = 90;
const HEAP_EVERY_MS = 500;

export type MatchFigures = MeterFigures & {
  /** What the page allocates: growth of its heap between collections, bytes a second. */
  readonly allocatedPerSecond: number;
  /** What is left of that behind a collection, bytes a second. */
  readonly keptPerSecond: number;
  /** In use behind the last collection, bytes. */
  readonly heapBytes: number;
};

/**
 * A practice match of four against four: seven bots and the person who measures, the whole of the
 * pitch and nobody's network.
 *
 * @param folder a checkout whose game and lobby were built
 */
export async function playMatch(
  folder: string,
  size: WindowSize,
  seconds: number,
): Promise<MatchFigures> {
  const lobby = await startLobby({}, { folder });
  try {
    return await withColdBrowser(size, async (page) => {
      await page.addInitScript(startMeter);
      await page.addInitScript(() => {
        const practice = { stadium: 'classic', size: 4, level: 'pro' };
        localStorage.setItem(
          'peerball.settings',
          JSON.stringify({ nick: 'Ben', isNamed: true, lessons: 9, practice }),
        );
      });
      await page.goto(lobby.url);
      await page.getByTestId('practice').click();
      await page.getByTestId('match').waitFor();
      await page.waitForTimeout(SETTLE_MS);
      const heap = await watchHeap(page, seconds);
      const drawn = await page.evaluate(() => window.__meter!.read());
      await page.evaluate(() => window.__meter!.reset());
      await pressKeys(page);
      const { keyMs, keysPressed } = await page.evaluate(() => window.__meter!.read());
      return { ...drawn, ...heap, keyMs, keysPressed };
    });
  } finally {
    await lobby.stop();
  }
}

type Heap = Pick<MatchFigures, 'allocatedPerSecond' | 'keptPerSecond' | 'heapBytes'>;

/** Counts pictures meanwhile. */
async function watchHeap(page: Page, seconds: number): Promise<Heap> {
  const session = await page.context().newCDPSession(page);
  const collect = async (): Promise<number> => {
    await session.send('HeapProfiler.collectGarbage');
    return (await session.send('Runtime.getHeapUsage')).usedSize;
  };
  const before = await collect();
  await page.evaluate(() => window.__meter!.reset());
  let last = before;
  let allocated = 0;
  const startMs = performance.now();
  while (performance.now() - startMs < seconds * 1000) {
    await page.waitForTimeout(HEAP_EVERY_MS);
    const { usedSize } = await session.send('Runtime.getHeapUsage');
    allocated += Math.max(0, usedSize - last);
    last = usedSize;
  }
  const elapsedS = (performance.now() - startMs) / 1000;
  const after = await collect();
  return {
    allocatedPerSecond: allocated / elapsedS,
    keptPerSecond: Math.max(0, after - before) / elapsedS,
    heapBytes: after,
  };
}

/** To and fro, so that the disc stays on the pitch. */
async function pressKeys(page: Page): Promise<void> {
  for (let count = 0; count < KEYS; count += 1) {
    const key = count % 2 === 0 ? 'ArrowRight' : 'ArrowLeft';
    await page.keyboard.down(key);
    await page.waitForTimeout(HELD_MS);
    await page.keyboard.up(key);
    await page.waitForTimeout(BETWEEN_KEYS_MS - HELD_MS);
  }
}
