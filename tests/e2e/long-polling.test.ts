import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { FIRST_TERM } from '../../shared/consensus/term-state.ts';
import { launchChromium, openPerson, type Person } from '../browser/browser.ts';
import { untilOn } from '../page/link-path.ts';
import { type RunningLobby, startLobby } from '../browser/lobby.ts';
import { agree, meet } from '../page/rooms.ts';
import { expectSameMatch, untilFurther } from '../page/same-match.ts';
import { SlowProxy } from '../faults/slow-proxy.ts';
import { WebRtcBlock } from '../faults/web-rtc-block.ts';

const SMALL = { viewport: { width: 320, height: 200 } };
const RTT_MS = 40;
const PATIENCE_MS = 60_000;
/** Waits for timeouts of WebRTC on machines that are busy. */
const TEST_MS = 150_000;
/** Until the deadline has followed the way. */
const SETTLE_TICKS = 180;
const WATCHED_TICKS = 480;
const CHECKPOINTS = 5;
/** ms: a player counts as absent after half a second, so a page that stood still for that long may be. */
const STARVED_MS = 400;

type Seen = { looks: number; absent: number; moving: number; longestSleepMs: number };

declare global {
  interface Window {
    __watched?: Seen;
  }
}

let lobby: RunningLobby;
let browser: Browser;
let proxy: SlowProxy;
let ana: Person;
let ben: Person;

beforeAll(async () => {
  [lobby, browser] = await Promise.all([startLobby(), launchChromium()]);
  const port = (): number => Number(new URL(lobby.url).port);
  proxy = new SlowProxy(port, { delayMs: RTT_MS / 2, upgrades: 'refuse' });
  const url = await proxy.listen();
  const block = async (page: Page): Promise<void> => void (await WebRtcBlock.on(page));
  ana = await openPerson(browser, url, SMALL, block);
  ben = await openPerson(browser, url, SMALL, block);
});

afterAll(async () => {
  await browser.close();
  proxy.close();
  await lobby.stop();
});

test(
  '[N30] [L76] with neither websockets nor UDP two people have a match without a break',
  { timeout: TEST_MS },
  async () => {
    await meet(ana.page, ben.page);
    await agree(ana.page, 'ready');
    await agree(ben.page, 'ready');
    const pages = [ana.page, ben.page];
    for (const page of pages) {
      await page.getByTestId('match').waitFor({ timeout: PATIENCE_MS });
      await untilOn(page, 'lobby', PATIENCE_MS);
    }
    await untilFurther(ana.page, SETTLE_TICKS, PATIENCE_MS);
    for (const page of pages) await watch(page);
    await untilFurther(ana.page, WATCHED_TICKS, PATIENCE_MS);

    const seen = await Promise.all(pages.map((page) => page.evaluate(() => window.__watched!)));
    const isStarved = seen.some(({ longestSleepMs }) => longestSleepMs > STARVED_MS);
    for (const { looks, absent, moving } of seen) {
      expect(looks).toBeGreaterThan(WATCHED_TICKS / 10);
      if (!isStarved) expect({ absent, moving }).toEqual({ absent: 0, moving: 0 });
    }
    for (const page of pages) expect(await termOf(page)).toBe(FIRST_TERM);
    await expectSameMatch(pages, CHECKPOINTS, PATIENCE_MS);
  },
);

/** Begins to look, within the page, whether somebody is absent or the match is on the move. */
function watch(page: Page): Promise<void> {
  return page.evaluate(() => {
    const seen: Seen = { looks: 0, absent: 0, moving: 0, longestSleepMs: 0 };
    let lookedMs = performance.now();
    window.__watched = seen;
    window.setInterval(() => {
      const probe = window.__peerball!;
      const nowMs = performance.now();
      seen.looks += 1;
      seen.longestSleepMs = Math.max(seen.longestSleepMs, nowMs - lookedMs);
      lookedMs = nowMs;
      if (probe.members.some(({ absent }) => absent)) seen.absent += 1;
      if (probe.state.state !== 'live' || probe.state.isMoving) seen.moving += 1;
    }, 20);
  });
}

function termOf(page: Page): Promise<number | undefined> {
  return page.evaluate(() => window.__peerball?.stats?.term);
}
