import type { Page as ChromiumPage } from 'playwright-core';
import type { Page as FirefoxPage } from 'puppeteer-core';
import type { PlayKey } from './chase-ball.ts';
import type { PlayPage } from './play.ts';

/** A page whichever library drives its browser: what a match between different browsers needs. */
export type DrivenPage = PlayPage & {
  open(url: string): Promise<void>;
  /** Runs before any script of the pages that are opened from now on. */
  prepare(script: () => void): Promise<void>;
  /** A function of this process that the page's scripts can call. */
  lend(name: string, answer: (text: string) => Promise<string | null>): Promise<void>;
  /** What a script's text comes to, once it is there if that takes a while. */
  ask(script: string): Promise<unknown>;
};

/** A page of Chromium as tests drive it. */
export function driveChromium(page: ChromiumPage): DrivenPage {
  return {
    keyboard: page.keyboard,
    evaluate: (look) => page.evaluate(look),
    open: async (url) => void (await page.goto(url)),
    prepare: async (script) => void (await page.addInitScript(script)),
    lend: async (name, answer) => void (await page.exposeFunction(name, answer)),
    ask: (script) => page.evaluate(script),
  };
}

/** A page of Firefox as tests drive it. */
export function driveFirefox(page: FirefoxPage): DrivenPage {
  return {
    keyboard: {
      down: (key) => page.keyboard.down(nameInFirefox(key)),
      up: (key) => page.keyboard.up(nameInFirefox(key)),
    },
    evaluate: <T>(look: () => T | Promise<T>) => page.evaluate(look) as Promise<T>,
    open: async (url) => void (await page.goto(url)),
    prepare: async (script) => void (await page.evaluateOnNewDocument(script)),
    lend: (name, answer) => page.exposeFunction(name, answer),
    ask: (script) => page.evaluate(script),
  };
}

/** There the library knows the space bar by what it writes alone. */
function nameInFirefox(key: PlayKey): PlayKey | ' ' {
  return key === 'Space' ? ' ' : key;
}
