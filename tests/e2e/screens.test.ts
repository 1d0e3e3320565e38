import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../browser/browser.ts';
import { bundleGallery, type GalleryBundle, openGallery } from '../gallery/gallery-page.ts';

type Size = { readonly width: number; readonly height: number };
type Sizes = { readonly tight: readonly Size[]; readonly roomy: readonly Size[] };

const PHONE: BrowserContextOptions = { isMobile: true, hasTouch: true };
/** 320 px wide is a window of 1280 enlarged four times: the least that has to do (WCAG 1.4.10). */
const NARROWEST: Size = { width: 320, height: 568 };
/** Where room is tight every language is looked at; elsewhere English stands for all, or it takes minutes. */
const ON_PHONES: Sizes = {
  tight: [NARROWEST, { width: 844, height: 390 }],
  roomy: [
    { width: 390, height: 844 },
    { width: 360, height: 740 },
  ],
};
const IN_WINDOWS: Sizes = {
  tight: [{ width: 800, height: 450 }],
  roomy: [NARROWEST, { width: 1280, height: 720 }, { width: 1920, height: 1080 }],
};
const IS_WHOLE = process.env['PEERBALL_SCREENS'] === 'all';

/** Some sixty screens in all languages and two sizes of text, beside other browsers. */
const WALK = { timeout: IS_WHOLE ? 1_500_000 : 800_000 };

let browser: Browser;
let bundle: GalleryBundle;

beforeAll(async () => {
  [browser, bundle] = await Promise.all([launchChromium(), bundleGallery()]);
});

afterAll(() => browser.close());

test.concurrent(
  'on phones every screen fits in every language and size of text',
  WALK,
  async () => {
    expect(await walk(ON_PHONES, PHONE)).toEqual([]);
  },
);

test.concurrent(
  'in windows every screen fits in every language and size of text',
  WALK,
  async () => {
    expect(await walk(IN_WINDOWS, {})).toEqual([]);
  },
);

test('on a phone held sideways the QR code and the result are seen whole', async () => {
  const viewport = { width: 844, height: 390 };
  const page = await openGallery(browser, bundle, { ...PHONE, viewport });
  for (const name of ['room: QR code', 'result: practice of two', 'result: eight players']) {
    await page.evaluate((screen) => window.gallery?.show(screen, 'en', 100), name);
    const hidden = await page.evaluate(() => {
      const box = document.querySelector('dialog:modal') ?? document.querySelector('main')!;
      return box.scrollHeight - box.clientHeight;
    });
    expect(hidden, name).toBeLessThanOrEqual(0);
  }
  await page.evaluate(() => window.gallery?.show('room: QR code', 'en', 100));
  const code = await page.evaluate(() => document.querySelector('.qr canvas')!.clientWidth);
  // Smaller, and a camera has to come close.
  expect(code).toBeGreaterThanOrEqual(200);
  await page.context().close();
});

test('[V59] the new score is read at once, and the old one is seen until it turns over', async () => {
  const page = await openGallery(browser, bundle);
  await page.evaluate(() => window.gallery?.show('match: a goal', 'en', 100));
  const wave = page.getByTestId('score-wave');
  expect(await wave.textContent()).toBe('10');
  const seen = await wave.evaluate((score) => getComputedStyle(score, '::before').content);
  expect(seen).toBe('"9"');
  expect(await page.getByTestId('score-sun').getAttribute('data-was')).toBeNull();
  expect(await page.getByTestId('announcer').textContent()).toContain(', assisted by ');
  await page.context().close();
});

test('an own goal carries the mark of who scored it, any other that of the team that scored', async () => {
  const page = await openGallery(browser, bundle);
  const marks: string[] = [];
  for (const name of ['match: a goal', 'match: an own goal']) {
    await page.evaluate((screen) => window.gallery?.show(screen, 'en', 100), name);
    const card = page.getByTestId('goal-card');
    marks.push((await card.locator('.goal-who .team-mark').getAttribute('class')) ?? '');
    // [V58] A mark says which team's goals these are; the speed of the ball is behind the names.
    expect(await card.locator('.goal-score .team-mark').getAttribute('class')).toContain('wave');
    expect(await card.locator('.goal-score').textContent()).toBe('9 → 10');
    expect(await card.locator('.goal-who').textContent()).toContain(' · 128 km/h');
    expect(await card.getAttribute('class')).toContain('is-wave');
  }
  expect(marks).toEqual(['team-mark team-wave', 'team-mark team-sun']);
  await page.context().close();
});

/** What is cut off, covered or out of reach on any screen, at any of the sizes, in the languages it is looked at in. */
async function walk({ tight, roomy }: Sizes, options: BrowserContextOptions): Promise<string[]> {
  const page = await openGallery(browser, bundle, options);
  const faults: string[] = [];
  for (const viewport of [...tight, ...roomy]) {
    await page.setViewportSize(viewport);
    const languages = IS_WHOLE || tight.includes(viewport) ? undefined : (['en'] as const);
    const found = await page.evaluate(
      (spoken) => window.gallery!.findAllFaults('', spoken),
      languages,
    );
    faults.push(...found.map((fault) => `${viewport.width}×${viewport.height} · ${fault}`));
  }
  await page.context().close();
  return faults;
}
