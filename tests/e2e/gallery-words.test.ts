import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../browser/browser.ts';
import { bundleGallery, openGallery } from '../gallery/gallery-page.ts';

/** Where somebody can be, and what opens the settings there. */
const EVERYWHERE = {
  home: 'open-settings',
  'home: invited': 'open-settings',
  'making a room': 'open-settings',
  joining: 'open-settings',
  'room: full, host': 'open-settings',
  'room: full, guest': 'open-settings',
  'practice: menu': 'menu-settings',
  'match: menu': 'menu-settings',
  'match: menu of somebody who watches': 'menu-settings',
  'result: practice of two': 'open-settings',
  'result: eight players': 'open-settings',
} as const;

let browser: Browser;
let page: Page;

beforeAll(async () => {
  const [launched, bundle] = await Promise.all([launchChromium(), bundleGallery()]);
  browser = launched;
  page = await openGallery(browser, bundle, { viewport: { width: 844, height: 390 } });
});

afterAll(() => browser.close());

async function show(name: string, textScale = 100): Promise<void> {
  await page.evaluate(([screen, scale]) => window.gallery?.show(screen, 'en', scale), [
    name,
    textScale,
  ] as const);
}

test('the settings open from every screen', async () => {
  for (const [name, button] of Object.entries(EVERYWHERE)) {
    await show(name);
    await page.getByTestId(button).click();
    await page.getByTestId('settings-group').waitFor();
  }
});

test('the tabs of the settings stay where they are, however far a group is scrolled', async () => {
  await show('settings: keyboard', 150);
  const tabs = page.getByTestId('tab-keyboard');
  const before = await tabs.boundingBox();
  await page.locator('.settings-group button').last().scrollIntoViewIfNeeded();
  const scrolled = await page.evaluate(() =>
    Array.from(document.querySelectorAll('dialog:modal, dialog:modal *')).some(
      ({ scrollTop }) => scrollTop > 0,
    ),
  );
  expect(scrolled).toBe(true);
  expect(await tabs.boundingBox()).toEqual(before);
});

test('newcomers who play read what to press, those who watch do not', async () => {
  await show('practice');
  expect(await page.getByTestId('play-hint').textContent()).toBe('1/3WASDmove');
  await show('match: watching');
  expect(await page.getByTestId('play-hint').count()).toBe(0);
});

test('nothing shines through room, cards and dialogs', async () => {
  const seen = new Set<string>();
  for (const name of [
    'home',
    'joining',
    'room: full, host',
    'room: maps',
    'result: eight players',
  ]) {
    await show(name);
    const grounds = await page.evaluate(() =>
      Array.from(document.querySelectorAll('.card, dialog:modal'), (card) => {
        const { backgroundColor, opacity } = getComputedStyle(card);
        return [card.className, backgroundColor, opacity] as const;
      }),
    );
    expect(grounds, name).not.toEqual([]);
    for (const [card, ground, opacity] of grounds) {
      seen.add(card);
      // Browsers write a fourth number only where it is less than 1.
      expect(`${card}: ${ground} ${opacity}`).toMatch(/: rgb\(\d+, \d+, \d+\) 1$/);
    }
  }
  expect([...seen].some((card) => card.includes('room-panel'))).toBe(true);
});
