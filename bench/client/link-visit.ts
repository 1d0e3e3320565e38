import type { Page } from 'playwright-core';
import { startLobby } from '../../tests/browser/lobby.ts';
import { openPerson } from '../../tests/browser/browser.ts';
import { invitePath, makeRoom, nameOneself } from '../../tests/page/rooms.ts';
import { launchChromium } from '../../tests/browser/browser.ts';
import { type WindowSize, withColdBrowser } from './cold-browser.ts';

/** Longer than any visit takes, and short enough for a command that hangs to be noticed. */
const PATIENCE_MS = 30_000;

/** A room whose host waits for visitors, served by one build. */
export type Invitation = { readonly url: string; readonly close: () => Promise<void> };

/** What a visit by the room's link took: ms since the page was asked for, by step, and what was loaded. */
export type Visit = {
  readonly steps: Readonly<Record<string, number>>;
  readonly requests: number;
  readonly bytes: number;
  /** Until the menu was painted. */
  readonly menuBytes: number;
};

/** @param folder a checkout whose game and lobby were built */
export async function inviteFrom(folder: string): Promise<Invitation> {
  const lobby = await startLobby({}, { folder });
  const browser = await launchChromium();
  // Few pictures of few pixels: what this page draws is not measured.
  const host = await openPerson(browser, lobby.url, { viewport: { width: 320, height: 200 } });
  await nameOneself(host.page, 'Ana');
  const code = await makeRoom(host.page);
  return {
    url: `${lobby.url}${invitePath(code)}`,
    close: async () => {
      await browser.close();
      await lobby.stop();
    },
  };
}

/** A person that has a name opens the link, with nothing cached, and waits for the pitch. */
export function visit({ url }: Invitation, size: WindowSize, network: Network): Promise<Visit> {
  return withColdBrowser(size, async (page) => {
    await page.addInitScript(() => {
      localStorage.setItem('peerball.settings', '{"nick":"Ben","isNamed":true}');
    });
    await slowDown(page, network);
    await page.goto(url, { waitUntil: 'commit' });
    await page.waitForFunction(
      () => performance.getEntriesByName('peerball-pitch').length > 0,
      null,
      { timeout: PATIENCE_MS, polling: 100 },
    );
    return page.evaluate(readVisit);
  });
}

/** Of each direction; null is the loopback as it is. */
export type Network = { readonly kbitPerSecond: number; readonly rttMs: number } | null;

/** WebSockets and WebRTC come under it too, since it is set before there are any. */
export async function slowDown(page: Page, network: Network): Promise<void> {
  if (network === null) return;
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: network.rttMs,
    downloadThroughput: (network.kbitPerSecond * 1000) / 8,
    uploadThroughput: (network.kbitPerSecond * 1000) / 8,
  });
}

/** Runs in the page. */
function readVisit(): Visit {
  const marks = performance.getEntriesByType('mark');
  const steps = Object.fromEntries(
    marks
      .filter(({ name }) => name.startsWith('peerball-'))
      .map(({ name, startTime }) => [name.slice('peerball-'.length), startTime]),
  );
  const [page] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  const files = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
  // A file that is read again comes from the cache.
  const fetched = files.filter(({ transferSize }) => transferSize > 0);
  const before = fetched.filter(({ startTime }) => startTime < (steps['page'] ?? 0));
  const total = (some: readonly PerformanceResourceTiming[]): number =>
    some.reduce((sum, { transferSize }) => sum + transferSize, page?.transferSize ?? 0);
  return {
    steps: { html: page?.responseEnd ?? Number.NaN, ...steps },
    requests: fetched.length + 1,
    bytes: total(fetched),
    menuBytes: total(before),
  };
}
