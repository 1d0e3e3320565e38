import type { Browser as ChromiumBrowser } from 'playwright-core';
import type { Browser as FirefoxBrowser } from 'puppeteer-core';
import { chromium } from 'playwright-core';
import { findChromium } from '../../tools/browsers/ensure-browser.ts';
import type { UdpProxy } from '../../tools/netlab/udp-proxy.ts';
import { CHROMIUM_FLAGS, openPerson } from '../browser/browser.ts';
import { drawSeldom, paintNothing } from '../page/draw-little.ts';
import { driveChromium, driveFirefox } from '../page/driven-page.ts';
import { launchFirefox } from '../browser/firefox.ts';
import { BAD, type BadNetwork } from './bad-network.ts';
import type { Player } from './play-badly-connected.ts';
import { routeThrough } from './relayed-peers.ts';

/** Addresses are told as they are, and one's own machine counts as a place where others may be. */
const OPEN_ADDRESSES = [
  '--disable-features=WebRtcHideLocalIpsWithMdns',
  '--allow-loopback-in-peer-connection',
];

const OPEN_ADDRESSES_FIREFOX = {
  'media.peerconnection.ice.obfuscate_host_addresses': false,
  'media.peerconnection.ice.loopback': true,
};

/** Without a graphics card each drawn pixel costs processor time, and here nobody looks at them. */
export const TINY = { width: 320, height: 200 };

/** Starts a Chromium whose links go through the proxy. */
export async function launchProxiedChromium(): Promise<ChromiumBrowser> {
  return chromium.launch({
    executablePath: await findChromium(),
    args: [...CHROMIUM_FLAGS, ...OPEN_ADDRESSES],
    headless: true,
  });
}

/** Starts a Firefox whose links go through the proxy. */
export function launchProxiedFirefox(path: string, display: string): Promise<FirefoxBrowser> {
  return launchFirefox(path, { display, preferences: OPEN_ADDRESSES_FIREFOX });
}

/** Opens an address in a page of this Chromium. */
export async function openInChromium(
  browser: ChromiumBrowser,
  origin: string,
  proxy: UdpProxy,
): Promise<Player> {
  const { page } = await openPerson(browser, 'about:blank', { viewport: TINY });
  return openThrough(proxy, { name: 'Chromium', page: driveChromium(page), origin });
}

/** Opens an address in a page of this Firefox. */
export async function openInFirefox(
  browser: FirefoxBrowser,
  origin: string,
  proxy: UdpProxy,
): Promise<Player> {
  const page = await browser.newPage();
  await page.setViewport(TINY);
  const driven = driveFirefox(page);
  await driven.prepare(drawSeldom);
  await driven.prepare(paintNothing);
  return openThrough(proxy, { name: 'Firefox', page: driven, origin });
}

async function openThrough(proxy: UdpProxy, player: Player): Promise<Player> {
  await routeThrough(proxy, player.page);
  await player.page.open(player.origin);
  return player;
}

/** Bad from the first packet on. */
export function makeBad(proxy: UdpProxy): BadNetwork {
  proxy.conditions = BAD;
  return {
    blackout: async (ms) => {
      proxy.isCut = true;
      await new Promise((resolve) => setTimeout(resolve, ms));
      proxy.isCut = false;
    },
    counts: () => Promise.resolve(proxy.counts),
  };
}
