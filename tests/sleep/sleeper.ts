import { chromium, type Page } from 'playwright-core';
import { findHeadless } from '../../tools/browsers/ensure-browser.ts';
import { CHROMIUM_FLAGS } from '../browser/browser.ts';
import { CutProxy } from '../faults/cut-proxy.ts';
import { launchHideable } from '../browser/hideable-browser.ts';
import { ProcessTree } from '../browser/process-tree.ts';
import { drawSeldom, paintNothing } from '../page/draw-little.ts';

/**
 * How a device sleeps. `laptop`: everything stops, the clocks go on, and the server's goodbye waits.
 * `still-laptop`: its steady clock stands still meanwhile, and its connections are dead without a word.
 * `phone`: the browser freezes the page, and the system closes its connections.
 */
export type Device = 'laptop' | 'still-laptop' | 'phone';

const SMALL = { viewport: { width: 480, height: 320 } };
/** Several browsers share a small machine. */
const PATIENCE_MS = 60_000;
/** A hidden page goes on for a moment before it is frozen. */
const HIDDEN_MS = 1000;

/** A person with a browser process of their own, that can be put to sleep. */
export class Sleeper {
  readonly page: Page;
  readonly #device: Device;
  readonly #cable: CutProxy;
  readonly #bed: Bed;

  private constructor(device: Device, page: Page, cable: CutProxy, bed: Bed) {
    this.#device = device;
    this.page = page;
    this.#cable = cable;
    this.#bed = bed;
  }

  static async open(device: Device, lobbyUrl: string, path = ''): Promise<Sleeper> {
    const cable = new CutProxy(() => Number(new URL(lobbyUrl).port));
    // Under this name a page may use WebRTC without https.
    const url = (await cable.listen()).replace('127.0.0.1', 'localhost');
    const bed = device === 'phone' ? await openPhone() : await openLaptop();
    const { page } = bed;
    page.setDefaultTimeout(PATIENCE_MS);
    await page.addInitScript(drawSeldom);
    await page.addInitScript(paintNothing);
    if (device === 'still-laptop') await page.addInitScript(stopClockInSleep);
    await page.goto(url + path);
    return new Sleeper(device, page, cable, bed);
  }

  async sleep(): Promise<void> {
    if (this.#device === 'still-laptop') this.#cable.freeze();
    await this.#bed.sleep();
    if (this.#device !== 'phone') return;
    this.#cable.cutNew = true;
    this.#cable.cut();
  }

  async wake(): Promise<void> {
    this.#cable.cutNew = false;
    await this.#bed.wake();
  }

  async close(): Promise<void> {
    await this.#bed.close();
    this.#cable.close();
  }
}

type Bed = {
  readonly page: Page;
  readonly sleep: () => Promise<void>;
  readonly wake: () => Promise<void>;
  readonly close: () => Promise<void>;
};

async function openLaptop(): Promise<Bed> {
  const server = await chromium.launchServer({
    executablePath: await findHeadless(),
    args: CHROMIUM_FLAGS,
    headless: true,
  });
  const browser = await chromium.connect(server.wsEndpoint());
  const context = await browser.newContext({ ...SMALL, locale: 'en-GB' });
  const processes = new ProcessTree(server.process().pid ?? 0);
  return {
    page: await context.newPage(),
    sleep: () => Promise.resolve(processes.stop()),
    wake: () => Promise.resolve(processes.goOn()),
    close: async () => {
      processes.goOn();
      await browser.close();
      await server.close();
    },
  };
}

/** Another app comes to the front, and a while later the browser freezes the page. */
async function openPhone(): Promise<Bed> {
  const { window, close } = await launchHideable();
  const page = await window.newPage();
  const devtools = await window.newCDPSession(page);
  const cover = await window.newPage();
  await page.bringToFront();
  return {
    page,
    sleep: async () => {
      await cover.bringToFront();
      await page.waitForFunction(() => document.visibilityState === 'hidden', undefined, {
        polling: 100,
      });
      await cover.waitForTimeout(HIDDEN_MS);
      await devtools.send('Page.setWebLifecycleState', { state: 'frozen' });
    },
    wake: async () => {
      await devtools.send('Page.setWebLifecycleState', { state: 'active' });
      await page.bringToFront();
    },
    close,
  };
}

/** On Linux and macOS the steady clock of a page stands still while the machine sleeps. */
function stopClockInSleep(): void {
  const steady = performance.now.bind(performance);
  let seenMs = steady();
  let sleptMs = 0;
  performance.now = () => {
    const nowMs = steady();
    if (nowMs - seenMs > 3000) sleptMs += nowMs - seenMs;
    seenMs = nowMs;
    return nowMs - sleptMs;
  };
}
