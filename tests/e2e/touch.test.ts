import type { Browser, CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { THUMBS_PX } from '../../game/app/canvas/window-look.ts';
import { launchChromium, openPerson, type Person } from '../browser/browser.ts';
import { type RunningLobby, startLobby } from '../browser/lobby.ts';
import { chooseLook } from '../page/choose-look.ts';

const UPRIGHT = { width: 390, height: 844 };
const SIDEWAYS = { width: 844, height: 390 };
/** Where pitch and menu are on the phone held upright. */
const ON_PITCH = 180;
const IN_MENU = 560;
const SMALL = { width: 320, height: 568 };

let lobby: RunningLobby;
let browser: Browser;
let phone: Person;
let finger: CDPSession;

/** Drawn at ten a second, and one or two of the old size may be on their way. */
const PICTURES = 20;

beforeAll(async () => {
  [lobby, browser] = await Promise.all([startLobby(), launchChromium()]);
  phone = await openPerson(browser, lobby.url, {
    viewport: UPRIGHT,
    isMobile: true,
    hasTouch: true,
  });
  finger = await phone.page.context().newCDPSession(phone.page);
});

afterAll(async () => {
  await browser.close();
  await lobby.stop();
});

test('a finger on the pitch clears the menu away, and a button brings it back', async () => {
  const { page } = phone;
  await page.waitForFunction(() => document.documentElement.dataset['playing'] === 'false');
  expect(await isMenuSeen(page)).toBe(true);
  expect(await page.getByTestId('home-return').isVisible()).toBe(false);

  // Above the menu, and then down over it: what is not seen is not in the way of a thumb.
  await page.getByTestId('home-score').waitFor();
  await touch('touchStart', 60, ON_PITCH);
  await touch('touchMove', 60, 520);
  await page.waitForFunction(() => document.documentElement.dataset['playing'] === 'true');
  await touch('touchEnd');
  await expect.poll(() => isMenuSeen(page)).toBe(false);
  expect(await whatIsAt(page, UPRIGHT.width / 2, IN_MENU)).toBe('touch');

  await page.getByTestId('home-return').tap();
  await expect.poll(() => isMenuSeen(page)).toBe(true);
  expect(await whatIsAt(page, UPRIGHT.width / 2, IN_MENU)).not.toBe('touch');
  await touch('touchStart', 60, ON_PITCH);
  await expect.poll(() => isMenuSeen(page)).toBe(false);
  await touch('touchEnd');
});

test('the full screen has a button, which is pressed once more to leave it', async () => {
  const desk = await openPerson(browser, lobby.url);
  const { page } = desk;
  await page.getByTestId('practice').click();
  await page.getByTestId('menu').click();
  const button = page.getByTestId('menu-full-screen');
  for (const wanted of [true, false]) {
    await button.click();
    await page.waitForFunction((full) => (document.fullscreenElement !== null) === full, wanted);
    await expect.poll(() => button.getAttribute('aria-pressed')).toBe(String(wanted));
  }
  expect(desk.complaints).toEqual([]);
  await desk.leave();
});

test('where a browser gives no page all of the screen there is no button for it', async () => {
  const iphone = await openPerson(browser, lobby.url, {}, async (page) => {
    await page.addInitScript(() => {
      Object.defineProperty(Document.prototype, 'fullscreenEnabled', { get: () => undefined });
    });
  });
  const { page } = iphone;
  await page.getByTestId('practice').click();
  await page.getByTestId('menu').click();
  await page.getByTestId('resume').waitFor();
  expect(await page.getByTestId('menu-full-screen').count()).toBe(0);
  expect(await page.getByTestId('full-screen').count()).toBe(0);
  await iphone.leave();
});

test('held sideways, the marks for thumbs stay within the room beside the goals', async () => {
  const { page } = phone;
  await page.getByTestId('practice').focus();
  await page.getByTestId('practice').tap();
  await page.getByTestId('match').waitFor();
  await page.setViewportSize(SIDEWAYS);
  const [stick, kick] = await Promise.all([boxOf(page, '.touch-base'), boxOf(page, '.touch-kick')]);
  expect(stick.left).toBeGreaterThanOrEqual(0);
  expect(stick.right).toBeLessThanOrEqual(THUMBS_PX);
  expect(kick.left).toBeGreaterThanOrEqual(SIDEWAYS.width - THUMBS_PX);
  expect(kick.right).toBeLessThanOrEqual(SIDEWAYS.width);
  expect(await page.getByTestId('full-screen').isVisible()).toBe(true);
  expect(phone.complaints).toEqual([]);
});

test('[V74] marks of any size stay within the room beside the goals, which grows with them', async () => {
  const { page } = phone;
  await page.setViewportSize(SIDEWAYS);
  for (const [size, widest] of [
    [130, 1.3 * THUMBS_PX],
    [70, 0.7 * THUMBS_PX],
    [100, THUMBS_PX],
  ] as const) {
    await page.getByTestId('menu').tap();
    await page.getByTestId('menu-settings').tap();
    await page.getByTestId('tab-controls').tap();
    await page.getByTestId('touch-size').fill(String(size));
    await page.getByTestId('settings').locator('.dialog-head button').tap();
    await page.getByTestId('match-menu').locator('.dialog-head button').tap();
    const [stick, kick] = await Promise.all([
      boxOf(page, '.touch-base'),
      boxOf(page, '.touch-kick'),
    ]);
    expect(stick.left, `${size} %`).toBeGreaterThanOrEqual(0);
    expect(stick.right, `${size} %`).toBeLessThanOrEqual(widest);
    expect(kick.left, `${size} %`).toBeGreaterThanOrEqual(SIDEWAYS.width - widest);
    expect(kick.right, `${size} %`).toBeLessThanOrEqual(SIDEWAYS.width);
    expect(kick.bottom, `${size} %`).toBeLessThanOrEqual(SIDEWAYS.height);
  }
});

test('on every phone the hint for newcomers lies apart from the marks for thumbs', async () => {
  const { page } = phone;
  const touching: string[] = [];
  for (const language of ['en', 'de', 'es']) {
    for (const textScale of [100, 150]) {
      await chooseLook(page, { opened: 'match', language, textScale });
      // Not while it is counted down.
      await page.getByTestId('play-hint').waitFor();
      for (const viewport of [UPRIGHT, SIDEWAYS, SMALL, { width: 568, height: 320 }]) {
        await page.setViewportSize(viewport);
        for (const mark of ['.touch-base', '.touch-kick']) {
          const at = `${viewport.width}×${viewport.height} ${language} ${textScale} % ${mark}`;
          if (!(await comesApart(page, mark))) touching.push(at);
        }
      }
    }
  }
  expect(touching).toEqual([]);
});

/** The next pictures put the hint where it belongs in a window of another size. */
async function comesApart(page: Page, mark: string): Promise<boolean> {
  for (let picture = 0; picture < PICTURES; picture++) {
    const hint = await boxOf(page, '[data-testid="play-hint"]');
    if (!meets(hint, await boxOf(page, mark))) return true;
    await page.evaluate(() => new Promise(requestAnimationFrame));
  }
  return false;
}

async function touch(type: 'touchStart' | 'touchMove' | 'touchEnd', x = 0, y = 0): Promise<void> {
  const touchPoints = type === 'touchEnd' ? [] : [{ x, y }];
  await finger.send('Input.dispatchTouchEvent', { type, touchPoints });
}

function isMenuSeen(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const menu = document.querySelector('.home-middle');
    return menu !== null && Number(getComputedStyle(menu).opacity) > 0.5;
  });
}

/** Id of what a finger there would land on. */
function whatIsAt(page: Page, x: number, y: number): Promise<string> {
  return page.evaluate(([left, top]) => document.elementFromPoint(left, top)?.id ?? '', [
    x,
    y,
  ] as const);
}

type Box = {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
};

function meets(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

function boxOf(page: Page, mark: string): Promise<Box> {
  return page.evaluate((selector) => {
    const { left, right, top, bottom } = document.querySelector(selector)!.getBoundingClientRect();
    return { left, right, top, bottom };
  }, mark);
}
