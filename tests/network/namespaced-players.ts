import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { findChromium } from '../../tools/browsers/ensure-browser.ts';
import type { Forwarder } from '../../tools/netlab/forwarder.ts';
import type { Namespace } from '../../tools/netlab/namespaces.ts';
import { PROJECT_ROOT } from '../../tools/project/source-files.ts';
import { CHROMIUM_FLAGS, openPerson } from '../browser/browser.ts';
import { driveChromium } from '../page/driven-page.ts';
import type { RunningLobby } from '../browser/lobby.ts';
import { BAD, type BadNetwork } from './bad-network.ts';
import type { Player } from './play-badly-connected.ts';
import { TINY } from './proxied-players.ts';

/** A browser on a machine of its own, as far as it can tell. */
export async function launchIn({ name }: Namespace): Promise<Browser> {
  return chromium.launch({
    executablePath: join(PROJECT_ROOT, 'tools/netlab/chromium-in-namespace.sh'),
    // Hidden names of addresses are found by multicast, which does not get through.
    args: [...CHROMIUM_FLAGS, '--disable-features=WebRtcHideLocalIpsWithMdns'],
    env: { ...process.env, NETLAB_NAMESPACE: name, NETLAB_CHROMIUM: await findChromium() },
    headless: true,
  });
}

/** The lobby is reached on a line of its own, which is well: signaling is not what is tested. */
export async function openIn(
  browser: Browser,
  { name, hostAddress }: Namespace,
  lobby: RunningLobby,
): Promise<Player> {
  const origin = `http://${hostAddress}:${new URL(lobby.url).port}`;
  const { page } = await openPerson(browser, 'about:blank', { viewport: TINY });
  const player = { name: `Chromium in ${name}`, page: driveChromium(page), origin };
  await player.page.open(origin);
  return player;
}

/** Makes the forwarder's network bad: it can be cut, and counts its packets. */
export async function makeForwardingBad(forwarder: Forwarder): Promise<BadNetwork> {
  await forwarder.set(BAD);
  return {
    blackout: async (ms) => {
      await forwarder.cut(ms);
      await new Promise((resolve) => setTimeout(resolve, ms));
    },
    counts: () => forwarder.counts(),
  };
}
