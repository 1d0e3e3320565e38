import type { Page } from 'playwright-core';
import type * as MenuFocus from '../../game/input/menu-focus.ts';
import { bundleScript } from '../browser/bundle.ts';
import { focused } from './controls.ts';

/** Buttons of the standard mapping. */
export const BUTTON = {
  a: 0,
  b: 1,
  y: 3,
  leftShoulder: 4,
  start: 9,
  up: 12,
  down: 13,
  left: 14,
  right: 15,
} as const;
export type Button = keyof typeof BUTTON;

declare global {
  interface Window {
    __padPress?: (button: number) => Promise<void>;
    __menuFocus?: typeof MenuFocus;
  }
}

/** Puts a gamepad into the page that a test presses: it is what the page polls, and nothing else. */
export async function plugInPad(page: Page): Promise<void> {
  await page.addInitScript(() => {
    let pressed = -1;
    let waiting: (() => void)[] = [];
    const buttons = (): GamepadButton[] =>
      Array.from({ length: 17 }, (_, index) => {
        const isDown = index === pressed;
        return { pressed: isDown, touched: isDown, value: isDown ? 1 : 0 };
      });
    const polled = () => new Promise<void>((resolve) => waiting.push(resolve));
    navigator.getGamepads = () => {
      // What waits goes on behind this tick, which may ask more than once, and before the next.
      for (const resolve of waiting) resolve();
      waiting = [];
      const pad = { id: 'test', index: 0, connected: true, mapping: 'standard', timestamp: 1 };
      return [{ ...pad, axes: [0, 0, 0, 0], buttons: buttons() } as unknown as Gamepad];
    };
    // As browsers answer to a pad. What a test evaluates counts as a click of the person's.
    HTMLInputElement.prototype.showPicker = () => {
      throw new DOMException('no trusted event', 'NotAllowedError');
    };
    window.__padPress = async (button) => {
      // Looking for the way went through fields that take the keys: the page lets the pad go there,
      // and hears no button before it has seen the pad at rest.
      await polled();
      pressed = button;
      await polled();
      pressed = -1;
      await polled();
    };
  });
}

/** Presses a button of the fake pad. */
export async function press(page: Page, button: Button): Promise<void> {
  await page.evaluate((index) => window.__padPress!(index), BUTTON[button]);
}

/** Where a page is slow a press lasts for two steps: whoever holds the pad sees that and goes back. */
const CORRECTIONS = 4;

/** Goes to a control with the cross, as somebody who sees the way. */
export async function goTo(page: Page, selector: string): Promise<void> {
  await page.evaluate(await menuFocus);
  for (let tries = 0; tries <= CORRECTIONS; tries += 1) {
    const { way } = await page.evaluate(findWays, selector);
    if (!way) throw new Error(`no way leads to ${selector} from ${await focused(page)}`);
    if (way.length === 0) return;
    for (const step of way) await press(page, step);
  }
  throw new Error(`the way led not to ${selector}, but to ${await focused(page)}`);
}

type Direction = Exclude<Button, 'a' | 'b' | 'y' | 'leftShoulder' | 'start'>;

/** The shortest ways by the game's own steps. Looks around, and puts the focus back to where it was. */
function findWays(wanted: string | null): { way: Direction[] | null; missed: string[] } {
  const { takeMenuStep } = window.__menuFocus!;
  const start = document.activeElement;
  const boxes = [...document.querySelectorAll('*')].filter(
    (element) => element.scrollHeight > element.clientHeight,
  );
  /** Where the boxes are scrolled to as the focus comes: what lies beside tabs that stay depends on that. */
  const scrolled = new Map([[start, boxes.map(({ scrollTop }) => scrollTop)]]);
  const goBack = (to: Element | null): void => {
    window.__focus!(to);
    for (const [at, top] of scrolled.get(to)!.entries()) boxes[at]!.scrollTop = top;
  };
  const ways = new Map<Element | null, Direction[]>([[start, []]]);
  for (const [from, before] of ways) {
    // A slider takes what goes sideways.
    const isSlider = from instanceof HTMLInputElement && from.type === 'range';
    for (const step of ['down', 'up', 'left', 'right'] as const) {
      if (isSlider && (step === 'left' || step === 'right')) continue;
      goBack(from);
      takeMenuStep(document, step, () => {});
      const to = document.activeElement;
      if (ways.has(to)) continue;
      ways.set(to, [...before, step]);
      scrolled.set(
        to,
        boxes.map(({ scrollTop }) => scrollTop),
      );
    }
  }
  goBack(start);
  const found = wanted === null ? null : [...ways].find(([to]) => to?.matches(wanted));
  const missed = window.__controls!().filter((control) => !ways.has(control));
  return { way: found?.[1] ?? null, missed: missed.map(window.__nameOf!) };
}

/** Goes to a control with the fake pad and presses it. */
export async function operate(page: Page, testId: string): Promise<void> {
  await page.getByTestId(testId).waitFor();
  await goTo(page, `[data-testid="${testId}"]`);
  await press(page, 'a');
}

/**
 * The controls that no way of the cross leads to from where the focus is. Goes without the pad
 * between: a press takes two ticks, and there are thousands of ways.
 */
export async function notByPad(page: Page): Promise<string[]> {
  await page.evaluate(await menuFocus);
  return (await page.evaluate(findWays, null)).missed;
}

const menuFocus = bundleScript('game/input/menu-focus.ts', '__menuFocus');
