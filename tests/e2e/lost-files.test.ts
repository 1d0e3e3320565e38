import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PARTS } from '../../game/app/page/parts.ts';
import { launchChromium, openPerson, type Person } from '../browser/browser.ts';
import { type Fault, FaultyFiles, FAULTS } from '../faults/faulty-files.ts';
import { type RunningLobby, startLobby } from '../browser/lobby.ts';
import { errorNotice, makeRoom } from '../page/rooms.ts';

/** A file of a walk: all that come after the menu. The hash in its name may begin with a hyphen. */
const LATE =
  /^\/assets\/(game|game-canvas|synthesizer|draw-qr|debug-overlay|tick-worker)-[\w-]{8}\./;
const FONT = /\.woff2$/;
const TINY = { viewport: { width: 240, height: 160 } };
/** A load takes three tries, and the machine may be busy. */
const PATIENCE_MS = 20_000;
/** Half a second of ticks. */
const SOME_TICKS = 30;

let lobby: RunningLobby;
let browser: Browser;

beforeAll(async () => {
  [lobby, browser] = await Promise.all([startLobby(), launchChromium()]);
});

afterAll(async () => {
  await browser.close();
  await lobby.stop();
});

/** Nothing may end as an uncaught error; that a file was missing the browser itself logs. */
function uncaught({ complaints }: Person): string[] {
  return complaints.filter((line) => !line.startsWith('console: Failed to load resource'));
}

function missing(page: Page, part: string) {
  return page.locator(`[data-testid="missing"][data-part="${part}"]`);
}

async function tick(page: Page): Promise<number> {
  return page.evaluate(() => window.__peerball?.tick ?? 0);
}

async function walk(fault: Fault): Promise<void> {
  const files = new FaultyFiles(lobby.url);
  const url = await files.listen();
  const lost = new Set(['game', 'game-canvas', 'draw-qr', 'synthesizer', 'debug-overlay']);
  const spoils = (path: string): boolean => {
    const part = LATE.exec(path)?.[1];
    return FONT.test(path) || part === 'tick-worker' || (part ? lost.has(part) : false);
  };
  files.spoil(fault, spoils);
  const ana = await openPerson(browser, url, { viewport: { width: 480, height: 700 } });
  const { page } = ana;
  page.setDefaultTimeout(PATIENCE_MS);
  try {
    await missing(page, 'game').waitFor();
    await page.getByTestId('practice').click();
    await errorNotice(page).waitFor();
    const problem = await errorNotice(page).getAttribute('data-error');
    // The page itself is there: whoever can ask for it is told that the server is at fault.
    expect(problem).toBe('server-error');
    await page.getByTestId('make-room').click();
    await errorNotice(page).waitFor();
    expect(await errorNotice(page).getAttribute('data-error')).toBe(problem);

    lost.delete('game');
    await page.getByTestId('practice').click();
    await page.getByTestId('match').waitFor();
    await missing(page, 'pitch').waitFor();
    const before = await tick(page);
    await expect.poll(() => tick(page)).toBeGreaterThan(before + SOME_TICKS);
    await page.keyboard.press('Escape');
    await page.getByTestId('leave').click();

    await makeRoom(page);

    await page.getByTestId('show-qr').click();
    await page.getByTestId('qr-missing').waitFor();
    lost.delete('draw-qr');
    await page.getByTestId('qr-missing').getByTestId('missing-retry').click();
    await page.getByTestId('qr').waitFor();
    await page.keyboard.press('Escape');

    await page.keyboard.press('F3');
    await missing(page, 'pitch').waitFor();
    lost.clear();
    // In so small a window the numbers lie over the button; a key reaches it.
    await missing(page, 'pitch').getByTestId('missing-retry').press('Enter');
    await page.waitForFunction(() => (window.__peerball?.frames ?? 0) > 0);
    await page.getByTestId('missing').waitFor({ state: 'detached' });
    expect(await page.getByTestId('room').isVisible()).toBe(true);
    expect(uncaught(ana)).toEqual([]);
  } finally {
    await ana.leave();
    files.close();
  }
}

test('the page lists the files of every part, so that none is imported before they are here', async () => {
  const { page, complaints, leave } = await openPerson(browser, lobby.url, TINY);
  const listed = JSON.parse((await page.locator('#parts').textContent()) ?? '') as object;
  expect(Object.keys(listed).toSorted()).toEqual(Object.keys(PARTS).toSorted());
  expect(complaints).toEqual([]);
  await leave();
});

test('a browser without WebGL is called that, and its room goes on', async () => {
  const ana = await openPerson(browser, lobby.url, TINY, async (page) => {
    await page.addInitScript(() => {
      HTMLCanvasElement.prototype.getContext = () => null;
    });
  });
  await missing(ana.page, 'pitch').waitFor();
  expect(await missing(ana.page, 'pitch').getAttribute('data-problem')).toBe('no-webgl');
  await makeRoom(ana.page);
  await ana.page.getByTestId('room').waitFor();
  expect(uncaught(ana)).toEqual([]);
  await ana.leave();
});

/** What the document was said to be written in. */
type SpeakingPage = { readonly __spoken: ReadonlySet<string> };

test('a page in another language is not in English first', async () => {
  const ana = await openPerson(browser, lobby.url, { ...TINY, locale: 'de-DE' }, async (page) => {
    await page.addInitScript(() => {
      const spoken = new Set<string>();
      Object.assign(window, { __spoken: spoken });
      const hear = new MutationObserver(() => spoken.add(document.documentElement.lang));
      hear.observe(document, { attributes: true, subtree: true, attributeFilter: ['lang'] });
    });
  });
  await ana.page.getByText('Allein üben').waitFor();
  const spoken = await ana.page.evaluate(() => [...(window as never as SpeakingPage).__spoken]);
  expect(spoken).toEqual(['de']);
  await ana.leave();
});

test('a language that does not come leaves the page in English, and comes by trying again', async () => {
  const files = new FaultyFiles(lobby.url);
  files.spoil('missing', (path) => path.startsWith('/assets/de-'));
  const url = await files.listen();
  const ana = await openPerson(browser, url, { ...TINY, locale: 'de-DE' });
  await missing(ana.page, 'language').waitFor();
  expect(await ana.page.getByTestId('practice').textContent()).toContain('Practice alone');
  files.spoil('missing', () => false);
  // A busy machine may lack something more needed by then: that is tried again first.
  const isGerman = async (): Promise<boolean> => {
    const retry = ana.page.getByTestId('missing-retry');
    if (await retry.isVisible()) await retry.press('Enter', { timeout: PATIENCE_MS });
    return ana.page.getByText('Allein üben').isVisible();
  };
  await expect.poll(isGerman, { timeout: PATIENCE_MS, interval: 500 }).toBe(true);
  expect(uncaught(ana)).toEqual([]);
  await ana.leave();
  files.close();
});

describe.concurrent('each part that does not arrive is named, and had by trying again', () => {
  test.each(FAULTS)('when the answer is %s', (fault) => walk(fault));
});
