import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { findHeadless } from '../../tools/browsers/ensure-browser.ts';
import { drawSeldom, paintNothing } from '../page/draw-little.ts';

/** Quiet, and the same with and without a graphics card. */
export const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Without a graphics card each drawn pixel costs processor time that the netcode needs too. */
const SMALL = { width: 800, height: 500 };

/** One person at a browser of their own: separate storage, separate everything. */
export type Person = {
  readonly page: Page;
  /** What the page complained of so far: console errors, uncaught errors, refusals of the CSP. */
  readonly complaints: string[];
  readonly leave: () => Promise<void>;
};

/** Starts a Chromium that has no windows, as fits most pages here: what a window does, it leaves out. */
export async function launchChromium(flags: readonly string[] = []): Promise<Browser> {
  return chromium.launch({
    executablePath: await findHeadless(),
    // Without a window letters would stand on whole pixels, and texts be wider than people see them.
    args: [...CHROMIUM_FLAGS, '--font-render-hinting=none', ...flags],
    headless: true,
  });
}

/** How somebody comes: as a context of Playwright; and what the canvas shows is painted, for a test that looks at it. */
export type Visit = BrowserContextOptions & { readonly isPainted?: boolean };

/** Opens an address as somebody who has never been here. */
export async function openPerson(
  browser: Browser,
  url: string,
  { isPainted = false, ...options }: Visit = {},
  prepare: (page: Page) => Promise<void> = () => Promise.resolve(),
): Promise<Person> {
  const context = await browser.newContext({
    locale: 'en-GB',
    viewport: SMALL,
    // What it answers no `page.route` sees: without it a test knows where each file comes from.
    serviceWorkers: 'block',
    ...options,
  });
  await context.addInitScript(drawSeldom);
  if (!isPainted) await context.addInitScript(paintNothing);
  const page = await context.newPage();
  await prepare(page);
  const complaints = listenTo(page);
  await page.goto(url);
  return { page, complaints, leave: () => context.close() };
}

/** Chromium reports what the CSP refuses as console errors, so those cover it. */
export function listenTo(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`));
  return complaints;
}
