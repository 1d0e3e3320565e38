import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium, openPerson, type Person } from '../browser/browser.ts';
import { type ChangedBuild, changeBuild } from '../browser/change-build.ts';
import { type RunningLobby, startLobby } from '../browser/lobby.ts';
import { ballOf, look, playUntil } from '../page/play.ts';
import { makeRoom } from '../page/rooms.ts';

/** With the worker that other tests do without. */
const OFFLINE = { serviceWorkers: 'allow', viewport: { width: 480, height: 320 } } as const;
/** A shorter match is not worth keeping ([V3]). */
const KEPT_TICKS = 620;
/** Some 70 files, on a machine that does other things too. */
const KEPT_MS = 60_000;
/** A kick, and not a disc that runs into the ball. */
const KICKED = 3;

let newer: ChangedBuild;
let lobby: RunningLobby;
let browser: Browser;
let ana: Person;
let port: number;

beforeAll(async () => {
  newer = changeBuild('settings-groups');
  [lobby, browser] = await Promise.all([startLobby(), launchChromium()]);
  port = Number(new URL(lobby.url).port);
  ana = await openPerson(browser, lobby.url, OFFLINE, async (page) => {
    await page.addInitScript(() => {
      const practice = { stadium: 'classic', size: 1, level: 'rookie' };
      const settings = { nick: 'Ana', isNamed: true, lessons: 3, practice };
      localStorage.setItem('peerball.settings', JSON.stringify(settings));
    });
  });
});

afterAll(async () => {
  await browser.close();
  await lobby.stop();
  newer.remove();
});

/** All files are kept, and a worker is there to hand them out. */
async function untilKept(page: Page): Promise<void> {
  await page.locator('html[data-offline=kept]').waitFor({ state: 'attached', timeout: KEPT_MS });
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
}

function buildOf(page: Page): Promise<string | null> {
  return page.locator('meta[name="peerball-build"]').getAttribute('content');
}

function keptBuilds(page: Page): Promise<string[]> {
  return page.evaluate(() => caches.keys());
}

async function reload({ page }: Person): Promise<void> {
  await page.reload();
  await page.getByTestId('practice').waitFor();
}

test('a page that was here once is there without server and network, and says what works', async () => {
  await untilKept(ana.page);
  await lobby.stop();
  await ana.page.context().setOffline(true);
  await reload(ana);
  await ana.page.getByTestId('away').waitFor();
});

test('without a server one practises: a kick moves the ball', async () => {
  const { page } = ana;
  await page.getByTestId('practice').click();
  await page.getByTestId('match').waitFor();
  const { tick: from } = await look(page);
  await page.keyboard.down('Space');
  await playUntil(page, (now) => ballOf(now).speed > KICKED);
  await playUntil(page, ({ tick }) => tick > from + KEPT_TICKS);
  await page.keyboard.press('Escape');
  await page.getByTestId('leave').click();
  await page.getByTestId('practice').waitFor();
});

test('without a server the match that was played is watched', async () => {
  const { page } = ana;
  await page.getByTestId('replays-open').click();
  await page.getByTestId('replay-watch').first().click();
  await page.getByTestId('watch').waitFor();
  const { tick } = await look(page);
  await page.getByTestId('watch-play').click();
  await expect.poll(async () => (await look(page)).tick).not.toBe(tick);

  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByTestId('watch-link').click();
  await page.getByTestId('made-link').getByText('Link copied').waitFor();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  await page.getByTestId('watch-close').click();
  await page.goto(link);
  await page.reload();
  await page.getByTestId('watch').waitFor();
  await page.getByTestId('watch-close').click();
});

test('when the server is back rooms are, without a reload', async () => {
  const { page } = ana;
  await reload(ana);
  lobby = await startLobby({}, { port });
  await page.context().setOffline(false);
  await page.getByTestId('away').waitFor({ state: 'detached' });
  await makeRoom(page);
  await page.getByTestId('leave').click();
});

test('a newer version waits for the match in another tab, which has all of its own files', async () => {
  const context = ana.page.context();
  const older = await buildOf(ana.page);
  await reload(ana);
  await ana.page.getByTestId('practice').click();
  await ana.page.getByTestId('match').waitFor();
  const ben = await context.newPage();
  await ben.goto(lobby.url);
  await ben.getByTestId('practice').waitFor();
  await lobby.stop();
  lobby = await startLobby({}, { folder: newer.folder, port });

  // Looked at again, home asks.
  await ben.evaluate(() => window.dispatchEvent(new Event('focus')));
  await ben.getByTestId('outdated-reload').click();
  await untilKept(ben);
  expect(await buildOf(ben)).toBe(newer.build);

  const { tick } = await look(ana.page);
  expect(await ana.page.getByTestId('outdated').count()).toBe(0);
  await ana.page.keyboard.press('Escape');
  await ana.page.getByTestId('menu-settings').click();
  // Its part is in no version that the server still has.
  await ana.page.getByTestId('tab-controls').waitFor();
  await ana.page.keyboard.press('Escape');
  await ana.page.keyboard.press('Escape');
  await expect.poll(async () => (await look(ana.page)).tick).toBeGreaterThan(tick);
  expect(await buildOf(ana.page)).toBe(older);
  expect((await keptBuilds(ben)).length).toBe(2);

  await ana.page.close();
  ana = { ...ana, page: ben };
});

test('what is spoiled in the cache harms nobody who has a server, and is mended', async () => {
  const { page } = ana;
  await page.evaluate(async () => {
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) await cache.put(request, new Response('spoiled'));
    }
  });
  await reload(ana);
  await untilKept(page);
  // No tab of the older version is open any more.
  expect(await keptBuilds(page)).toEqual([`peerball-build-${newer.build}`]);
  await lobby.stop();
  await reload(ana);
  await page.getByTestId('away').waitFor();
  await page.getByTestId('practice').click();
  await page.getByTestId('match').waitFor();
  expect(
    ana.complaints.filter((line) => !line.startsWith('console: Failed to load resource')),
  ).toEqual([]);
});

test('a host that takes the worker away gets rid of it, and of all that was kept', async () => {
  const { page } = ana;
  newer.removeWorker();
  lobby = await startLobby({}, { folder: newer.folder, port });
  await reload(ana);
  await expect.poll(() => keptBuilds(page)).toEqual([]);
  await expect
    .poll(() =>
      page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length),
    )
    .toBe(0);
});
