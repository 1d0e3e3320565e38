import { chromium } from 'playwright-core';
import { CHROMIUM_FLAGS } from '../../tests/browser/browser.ts';
import { type DrivenPage, driveChromium, driveFirefox } from '../../tests/page/driven-page.ts';
import { launchFirefox } from '../../tests/browser/firefox.ts';
import { findChromium, findFirefox } from '../../tools/browsers/ensure-browser.ts';

export type BrowserKind = 'chromium' | 'firefox';

export type MachineRequest = { readonly id: number; readonly script: string };
export type MachineReply =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly problem: string }
  | { readonly signal: string };

/**
 * Hidden names of addresses are found by multicast, which does not get through. No other names are
 * asked for: that would be counted too.
 */
const OPEN_ADDRESSES = [
  '--disable-features=WebRtcHideLocalIpsWithMdns',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 10.77.*',
];
const OPEN_ADDRESSES_FIREFOX = {
  'media.peerconnection.ice.obfuscate_host_addresses': false,
  'media.peerconnection.ice.default_address_only': true,
  'network.dns.forceResolve': '127.0.0.1',
};

type Opened = { readonly page: DrivenPage; close(): Promise<void> };

async function openChromium(): Promise<Opened> {
  const browser = await chromium.launch({
    executablePath: await findChromium(),
    args: [...CHROMIUM_FLAGS, ...OPEN_ADDRESSES],
    headless: true,
  });
  return { page: driveChromium(await browser.newPage()), close: () => browser.close() };
}

async function openFirefox(): Promise<Opened> {
  const path = findFirefox();
  if (path === null) throw new Error('no Firefox runs here');
  const browser = await launchFirefox(path, { preferences: OPEN_ADDRESSES_FIREFOX });
  return { page: driveFirefox(await browser.newPage()), close: () => browser.close() };
}

/**
 * A process within a network namespace, with a browser of its own that has one page: runs scripts
 * there when its parent asks, and hands on the page's signals.
 */
async function main(kind: BrowserKind): Promise<void> {
  const { page, close } = kind === 'firefox' ? await openFirefox() : await openChromium();
  await page.lend('carrySignal', (signal) => {
    tell({ signal });
    return Promise.resolve(null);
  });
  process.on('message', ({ id, script }: MachineRequest) => {
    page.ask(script).then(
      (value) => tell({ id, value }),
      (problem: unknown) => tell({ id, problem: String(problem) }),
    );
  });
  process.once('disconnect', () => void close().finally(() => process.exit()));
  tell({ id: 0, value: 'open' });
}

function tell(reply: MachineReply): void {
  process.send?.(reply);
}

await main(process.argv[2] as BrowserKind);
