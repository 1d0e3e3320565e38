import { afterEach, expect, test } from 'vitest';
import { findFirefox } from '../../tools/browsers/ensure-browser.ts';
import { findProgram } from '../../tools/browsers/find-program.ts';
import { Forwarder } from '../../tools/netlab/forwarder.ts';
import { missingForFirefox, missingForNamespaces } from '../../tools/netlab/missing-parts.ts';
import { FORM_VARIABLE, type NetworkForm, readForm } from '../../tools/netlab/network-form.ts';
import { raiseNamespaces } from '../../tools/netlab/namespaces.ts';
import { UdpProxy } from '../../tools/netlab/udp-proxy.ts';
import { type RunningLobby, startLobby } from '../browser/lobby.ts';
import { startVirtualDisplay } from '../browser/virtual-display.ts';
import { expectGoodPlay } from './expect-good-play.ts';
import { expectThinWire } from './expect-thin-wire.ts';
import { launchIn, makeForwardingBad, openIn } from './namespaced-players.ts';
import { type MatchPlan, playBadlyConnected, type Player } from './play-badly-connected.ts';
import { printFigures } from './print-figures.ts';
import {
  launchProxiedChromium,
  launchProxiedFirefox,
  makeBad,
  openInChromium,
  openInFirefox,
} from './proxied-players.ts';
import { remotePorts } from './relayed-peers.ts';

const form = readForm(process.env[FORM_VARIABLE]);
const FORMS: Readonly<Record<NetworkForm, { plan: MatchPlan; checkpointsMin: number }>> = {
  short: {
    plan: { rules: { goals: 1, minutes: 1 }, playFor: 'ball', blackoutS: 4, yieldS: 7 },
    checkpointsMin: 10,
  },
  full: {
    plan: { rules: { goals: 0, minutes: 1 }, playFor: 'goals', blackoutS: 25, yieldS: 48 },
    checkpointsMin: 45,
  },
};
const { plan, checkpointsMin } = FORMS[form];

/** Decides what the network does to each packet. */
const SEED = 20;
/** A golden goal may take a while. */
const TIMEOUT_MS = 300_000;

/** The last opened is the first to close. */
const closers: (() => Promise<unknown> | void)[] = [];

afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close();
});

test('two Chromium processes play to the end over a bad network', { timeout: TIMEOUT_MS }, () =>
  playThroughProxy('Chromium – Chromium', [openChromium, openChromium]),
);

const firefoxLacks = missingForFirefox();
if (firefoxLacks.length > 0) {
  console.log(`NOT PLAYED AGAINST FIREFOX: ${firefoxLacks.join(', ')}`);
} else {
  test('Chromium and Firefox play to the end over a bad network', { timeout: TIMEOUT_MS }, () =>
    playThroughProxy('Chromium – Firefox', [openChromium, openFirefox]),
  );
}

if (form === 'full' && firefoxLacks.length === 0) {
  test('so do they when Firefox is the host', { timeout: TIMEOUT_MS }, () =>
    playThroughProxy('Firefox – Chromium', [openFirefox, openChromium]),
  );
}

const namespacesLack = missingForNamespaces();
if (form === 'full' && namespacesLack.length > 0) {
  console.log(`NOT PLAYED BETWEEN NAMESPACES: ${namespacesLack.join(', ')}`);
} else if (form === 'full') {
  test('two machines play to the end over a bad network', { timeout: TIMEOUT_MS }, async () => {
    const lobby = await openLobby();
    const pair = raiseNamespaces();
    closers.push(pair.down);
    const forwarder = await Forwarder.start(pair, SEED);
    closers.push(() => forwarder.stop());
    const network = await makeForwardingBad(forwarder);
    const [host, guest] = await Promise.all(
      pair.ends.map(async (end) => {
        const browser = await launchIn(end);
        closers.push(() => browser.close());
        return openIn(browser, end, lobby);
      }),
    );
    const figures = await playBadlyConnected(host!, guest!, network, plan);
    printFigures('between namespaces', figures);
    expectGoodPlay(figures, checkpointsMin);
  });

  test(
    '[W11] [W12] neither a lost packet nor an outage multiplies the packets of a match',
    { timeout: TIMEOUT_MS },
    expectThinWire,
  );
}

type Open = (lobby: RunningLobby, proxy: UdpProxy) => Promise<Player>;

async function openChromium(lobby: RunningLobby, proxy: UdpProxy): Promise<Player> {
  const browser = await launchProxiedChromium();
  closers.push(() => browser.close());
  return openInChromium(browser, lobby.url, proxy);
}

async function openFirefox(lobby: RunningLobby, proxy: UdpProxy): Promise<Player> {
  const display = await startVirtualDisplay(findProgram('Xvfb')!);
  closers.push(() => display.stop());
  const browser = await launchProxiedFirefox(findFirefox()!, display.name);
  closers.push(() => browser.close());
  return openInFirefox(browser, lobby.url, proxy);
}

/** Without its own relay: packets take the bad network or none. */
async function openLobby(): Promise<RunningLobby> {
  const lobby = await startLobby({ PEERBALL_RELAY: 'off' });
  closers.push(() => lobby.stop());
  return lobby;
}

async function playThroughProxy(title: string, [first, second]: readonly [Open, Open]) {
  const lobby = await openLobby();
  const proxy = new UdpProxy(SEED);
  closers.push(() => proxy.close());
  const network = makeBad(proxy);
  const [host, guest] = await Promise.all([first(lobby, proxy), second(lobby, proxy)]);
  const figures = await playBadlyConnected(host, guest, network, plan);
  printFigures(`${title} through the proxy`, figures);

  const proxied = await proxy.ports();
  for (const { name, page } of [host, guest]) {
    const ports = await remotePorts(page);
    expect(ports.length, `links of ${name}`).toBeGreaterThan(0);
    for (const port of ports) expect(proxied, `${name} goes past the proxy`).toContain(port);
  }
  expectGoodPlay(figures, checkpointsMin);
}
