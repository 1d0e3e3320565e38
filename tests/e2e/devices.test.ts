import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium, openPerson, type Person } from '../browser/browser.ts';
import { type RunningLobby, startLobby } from '../browser/lobby.ts';
import { discOf, look } from '../page/play.ts';
import { makeRoom } from '../page/rooms.ts';

const SMALL = { viewport: { width: 480, height: 320 } };
/** Of a disc that somebody steers, in map units. */
const SOME_WAY = 20;
const SECOND_MS = 1000;

let lobby: RunningLobby;
let browser: Browser;

beforeAll(async () => {
  [lobby, browser] = await Promise.all([startLobby(), launchChromium()]);
});

afterAll(async () => {
  await browser.close();
  await lobby.stop();
});

/** Opens the game in a browser that `spoil` has changed before the first script. */
function open(spoil: () => void): Promise<Person> {
  return openPerson(
    browser,
    lobby.url,
    SMALL,
    async (page) => void (await page.addInitScript(spoil)),
  );
}

async function practise(page: Page): Promise<void> {
  await page.getByTestId('practice').click();
  await page.getByTestId('match').waitFor();
}

function tick(page: Page): Promise<number> {
  return page.evaluate(() => window.__peerball?.tick ?? 0);
}

async function ownDisc(page: Page) {
  const now = await look(page);
  return discOf(now, now.self);
}

function missing(page: Page, part: string): Locator {
  return page.locator(`[data-testid="missing"][data-part="${part}"]`);
}

declare global {
  interface Window {
    /** What stands for the browser's list of pads. */
    __pads: { mapping: string; axes: number[]; buttons: { pressed: boolean }[] }[];
  }
}

/** Pedals that rest at their end, and two pads that rest in their middle. */
function plugIn(): void {
  const pad = (mapping: string, rest: number) => ({
    mapping,
    axes: [rest, rest, rest, rest],
    buttons: Array.from({ length: 17 }, () => ({ pressed: false })),
  });
  window.__pads = [pad('', -1), pad('standard', -1), pad('standard', 0), pad('standard', 0)];
  Object.defineProperty(navigator, 'getGamepads', { value: () => window.__pads });
}

test.each([
  ['is missing', () => Reflect.deleteProperty(Navigator.prototype, 'getGamepads')],
  [
    'is forbidden',
    () => {
      Navigator.prototype.getGamepads = () => {
        throw new DOMException('no', 'SecurityError');
      };
    },
  ],
  ['is null', () => Object.defineProperty(navigator, 'getGamepads', { value: () => null })],
] as [string, () => void][])('a list of gamepads that %s stops nothing', async (_name, spoil) => {
  const ana = await open(spoil);
  await practise(ana.page);
  const start = await ownDisc(ana.page);
  await ana.page.keyboard.down('KeyW');
  await expect.poll(async () => (await ownDisc(ana.page)).y).toBeLessThan(start.y - SOME_WAY);
  expect(ana.complaints).toEqual([]);
  await ana.leave();
});

test('without pads, workers, sound, storage and WebGL there are rooms, and words for picture and sound', async () => {
  const ana = await open(() => {
    const refuse = () => {
      throw new DOMException('no', 'SecurityError');
    };
    for (const store of ['localStorage', 'sessionStorage', 'indexedDB']) {
      Object.defineProperty(window, store, { get: refuse });
    }
    for (const part of ['Worker', 'AudioContext', 'webkitAudioContext']) {
      Object.defineProperty(window, part, { value: undefined });
    }
    Object.defineProperty(navigator, 'getGamepads', { value: undefined });
    Object.defineProperty(navigator, 'keyboard', { get: refuse });
    const { getContext } = HTMLCanvasElement.prototype;
    Object.defineProperty(HTMLCanvasElement.prototype, 'getContext', {
      value(this: HTMLCanvasElement, kind: string, ...rest: unknown[]) {
        return kind === '2d' ? Reflect.apply(getContext, this, [kind, ...rest]) : refuse();
      },
    });
  });
  const { page } = ana;
  await missing(page, 'pitch').waitFor();
  expect(await missing(page, 'pitch').getAttribute('data-problem')).toBe('no-webgl');
  await page.getByTestId('dismiss-missing').click();
  await missing(page, 'sounds').waitFor();
  expect(await missing(page, 'sounds').getAttribute('data-problem')).toBe('no-audio');
  await practise(page);
  const start = await tick(page);
  await expect.poll(() => tick(page)).toBeGreaterThan(start + 60);
  await page.keyboard.press('Escape');
  await page.getByTestId('leave').click();
  expect(await makeRoom(page)).not.toBe('');
  await page.getByTestId('room').waitFor();
  expect(ana.complaints).toEqual([]);
  await ana.leave();
});

test('a pad that the browser does not understand is said to be one, once and in the settings', async () => {
  const ana = await open(plugIn);
  const { page } = ana;
  await page.getByTestId('open-settings').click();
  await page.getByTestId('tab-controls').click();
  expect(await page.getByTestId('unknown-pad').allTextContents()).toEqual([
    expect.stringContaining('Gamepad cannot play'),
  ]);
  const words = page.getByText('This gamepad cannot play');
  expect(await words.count()).toBe(0);
  await page.evaluate(() => void (window.__pads[0]!.buttons[3]!.pressed = true));
  await words.waitFor();
  await page.evaluate(() => void (window.__pads = []));
  await page.getByTestId('unknown-pad').waitFor({ state: 'detached' });
  expect(ana.complaints).toEqual([]);
  await ana.leave();
});

test('pedals do not take the focus from somebody who types, and the second pad plays', async () => {
  const ana = await open(plugIn);
  const { page } = ana;
  await page.waitForFunction(() => (window.__peerball?.tick ?? 0) > 0);
  await page.getByTestId('nick').fill('');
  for (const letter of 'AnaBanana') await page.keyboard.press(letter, { delay: 100 });
  expect(await page.getByTestId('nick').inputValue()).toBe('AnaBanana');

  await practise(page);
  const start = await ownDisc(page);
  await page.evaluate(() => void (window.__pads[3]!.axes[1] = -1));
  await expect.poll(async () => (await ownDisc(page)).y).toBeLessThan(start.y - SOME_WAY);
  // Another window has the hands: a pad does not know of that.
  await page.evaluate(() => {
    document.hasFocus = () => false;
    window.dispatchEvent(new Event('blur'));
  });
  await expect.poll(async () => (await ownDisc(page)).speed).toBeLessThan(0.01);
  await ana.leave();
});

/** As behind an alert: while one is open the end of a touch is told to nobody. */
function loseEnds(): void {
  const keep = (event: Event): void => {
    if (document.documentElement.dataset['alert'] === 'open') event.stopImmediatePropagation();
  };
  for (const type of ['pointerup', 'pointercancel', 'touchend', 'lostpointercapture']) {
    window.addEventListener(type, keep, { capture: true });
  }
}

test('a finger whose end never came steers no more when the next one comes', async () => {
  const ana = await openPerson(
    browser,
    lobby.url,
    { ...SMALL, hasTouch: true },
    async (opened) => void (await opened.addInitScript(loseEnds)),
  );
  const { page } = ana;
  await practise(page);
  const stick = () => page.locator('#touch').getAttribute('data-stick');
  const cdp = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...at: [number, number][]) =>
    cdp.send('Input.dispatchTouchEvent', { type, touchPoints: at.map(([x, y]) => ({ x, y })) });
  await touch('touchStart', [100, 200]);
  expect(await stick()).toBe('on');
  const alert = (state: string) =>
    page.evaluate((now) => void (document.documentElement.dataset['alert'] = now), state);
  await alert('open');
  await touch('touchEnd');
  await alert('closed');
  const start = await ownDisc(page);
  await touch('touchStart', [120, 200]);
  await touch('touchMove', [120, 130]);
  await expect.poll(async () => (await ownDisc(page)).y).toBeLessThan(start.y - SOME_WAY);
  await touch('touchEnd');
  expect(await stick()).toBe('off');
  await ana.leave();
});

test('caps and hints follow the keyboard, and keys that browsers keep are refused in words', async () => {
  const ana = await open(() => {
    const getLayoutMap = async () => new Map([['KeyW', 'z']]);
    Object.defineProperty(navigator, 'keyboard', { value: { getLayoutMap } });
  });
  const { page } = ana;
  await page.getByTestId('open-settings').click();
  await page.getByRole('button', { name: 'Remove Z from Up' }).waitFor();
  // The key comes before any frame: on a slow machine it does.
  await page
    .getByRole('button', { name: 'Add a key for Kick' })
    .evaluate(async (button: HTMLElement) => {
      button.click();
      await new Promise((resolve) => setTimeout(resolve));
      window.dispatchEvent(new KeyboardEvent('keydown', { code: 'ControlLeft', bubbles: true }));
    });
  await page.getByTestId('refused-key').waitFor();
  expect(await page.getByRole('button', { name: /ControlLeft/ }).count()).toBe(0);
  await page.keyboard.press('Escape');
  await page.getByTestId('settings').waitFor({ state: 'detached' });
  await practise(page);
  const hint = page.getByTestId('play-hint');
  expect(await hint.textContent()).toBe('1/3ZASDmove');
  await page.keyboard.press('Escape');
  await page.getByTestId('menu-settings').click();
  await page.getByRole('button', { name: 'Remove Z from Up' }).click();
  await expect.poll(() => hint.textContent()).toBe('1/3↑ASDmove');
  await ana.leave();
});

test('a stored key that two actions want is told, and so is a key that is taken or cannot be', async () => {
  const ana = await open(() => {
    const stored = { keys: { kick: ['KeyV'] }, isNamed: true, nick: 'Ana' };
    localStorage.setItem('peerball.settings', JSON.stringify(stored));
  });
  const { page } = ana;
  await page.getByTestId('open-settings').click();
  await page.getByRole('button', { name: 'Remove B from Talk (hold)' }).waitFor();
  expect(await page.getByTestId('moved-key').count()).toBe(1);
  await page.getByRole('button', { name: 'Add a key for Talk (hold)' }).click();
  await page.keyboard.press('KeyV');
  const refused = page.getByTestId('refused-key');
  expect(await refused.textContent()).toBe(
    'Only V does “Kick”: choose something else for that first.',
  );
  await page.getByRole('button', { name: 'Add a key for Kick' }).click();
  await page.keyboard.press('ArrowUp');
  expect(await page.getByTestId('took-key').textContent()).toBe('↑ is taken from “Up”.');
  expect(await page.getByTestId('moved-key').count()).toBe(0);
  await ana.leave();
});

test('what is typed right after Enter is in the field however slow the frames are, and an input method keeps its Escape', async () => {
  const ana = await open(() => {});
  const { page } = ana;
  await makeRoom(page);
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    const hog = (): void => {
      const end = performance.now() + 150;
      while (performance.now() < end);
      requestAnimationFrame(hog);
    };
    hog();
  });
  const field = page.getByTestId('chat-field');
  await Promise.all(['Enter', 'h', 'e', 'y'].map((key) => page.keyboard.press(key)));
  await expect.poll(() => field.inputValue()).toBe('hey');

  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Input.imeSetComposition', { text: 'に', selectionStart: 1, selectionEnd: 1 });
  await page.keyboard.press('Escape');
  expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
  await ana.leave();
});

test('practice keeps its pace where drawing starves the page', async () => {
  const ana = await open(() => {});
  const { page } = ana;
  await practise(page);
  const perSecond = await page.evaluate(async (ms) => {
    const hog = (): void => {
      const end = performance.now() + 300;
      while (performance.now() < end);
      requestAnimationFrame(hog);
    };
    hog();
    const read = () => ({ ms: performance.now(), tick: window.__peerball?.tick ?? 0 });
    const after = (wait: number) => new Promise((resolve) => setTimeout(resolve, wait));
    await after(ms);
    const from = read();
    await after(5 * ms);
    const to = read();
    return (to.tick - from.tick) / ((to.ms - from.ms) / ms);
  }, SECOND_MS);
  expect(perSecond).toBeGreaterThan(55);
  await ana.leave();
});

test('a picture that stays lost is called that, and drawn again when it is back', async () => {
  const ana = await openPerson(browser, lobby.url, SMALL);
  const { page } = ana;
  await page.waitForFunction(() => (window.__peerball?.frames ?? 0) > 0);
  await makeRoom(page);
  const loss = await page.evaluateHandle(() => {
    const found = document.querySelector('canvas')?.getContext('webgl');
    return found?.getExtension('WEBGL_lose_context') ?? null;
  });
  await loss.evaluate((extension) => extension?.loseContext());
  await missing(page, 'pitch').waitFor();
  expect(await missing(page, 'pitch').getAttribute('data-problem')).toBe('webgl-lost');
  expect(await page.getByTestId('room').isVisible()).toBe(true);
  const frames = await page.evaluate(() => window.__peerball?.frames ?? 0);
  await loss.evaluate((extension) => extension?.restoreContext());
  await missing(page, 'pitch').waitFor({ state: 'detached' });
  await page.waitForFunction((before) => (window.__peerball?.frames ?? 0) > before, frames);
  await ana.leave();
});

test('a picture on a sharper screen is drawn sharper, without a word from the browser', async () => {
  const ana = await openPerson(browser, lobby.url, SMALL);
  const { page } = ana;
  await page.waitForFunction(() => (window.__peerball?.frames ?? 0) > 0);
  const width = () => page.locator('canvas').evaluate((canvas: HTMLCanvasElement) => canvas.width);
  expect(await width()).toBe(480);
  await page.evaluate(() => {
    window.addEventListener('resize', (event) => event.stopImmediatePropagation(), true);
    Object.defineProperty(window, 'devicePixelRatio', { value: 2 });
  });
  await expect.poll(width).toBe(960);
  await ana.leave();
});
