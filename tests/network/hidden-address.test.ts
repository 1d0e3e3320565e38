import { afterEach, expect, test } from 'vitest';
import { findProgram } from '../../tools/browsers/find-program.ts';
import { Capture } from '../../tools/netlab/capture.ts';
import { missingForNamespaces } from '../../tools/netlab/missing-parts.ts';
import { FORM_VARIABLE, readForm } from '../../tools/netlab/network-form.ts';
import { leadToHost, type Namespace, raiseNamespaces } from '../../tools/netlab/namespaces.ts';
import { openPerson, type Person } from '../browser/browser.ts';
import { type RunningLobby, startLobby } from '../browser/lobby.ts';
import { TurnServer } from '../faults/turn-server.ts';
import { untilOn } from '../page/link-path.ts';
import {
  acceptInvite,
  agree,
  invitePath,
  makeRoom,
  nameOneself,
  untilInRoom,
} from '../page/rooms.ts';
import { untilFurther } from '../page/same-match.ts';
import { launchIn } from './namespaced-players.ts';
import { TINY } from './proxied-players.ts';

const TEST_MS = 240_000;
const PATIENCE_MS = 60_000;
const ONWARD_TICKS = 300;
/** Of a match of five seconds and all before it; fewer, and nothing was captured. */
const PACKETS_MIN = 200;

const form = readForm(process.env[FORM_VARIABLE]);
const coturn = findProgram('turnserver');
const lacks = [...missingForNamespaces(), ...(coturn === null ? ['no turnserver (coturn)'] : [])];
if (lacks.length > 0) console.log(`NO PACKETS CAPTURED OF A HIDDEN ADDRESS: ${lacks.join(', ')}`);

/** The last opened is the first to close. */
const closers: (() => Promise<unknown> | void)[] = [];

afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close();
});

type Way = {
  readonly hidesAddress: boolean;
  readonly path: 'turn' | 'lobby';
  readonly turn: boolean;
};

/** Two machines that reach this one and nothing else play; gives what each of them saw on the wire of the other. */
async function playAndCapture({ hidesAddress, path, turn: hasTurn }: Way) {
  const namespaces = raiseNamespaces();
  closers.push(namespaces.down);
  const addresses = namespaces.ends.map(leadToHost);
  const turn = await TurnServer.create(namespaces.ends[0]!.hostAddress);
  closers.push(() => turn.remove());
  if (hasTurn) await turn.startAndWait(coturn!);
  const lobby = await startLobby(hasTurn ? turn.settings : {});
  closers.push(() => lobby.stop());
  const captures: Capture[] = [];
  for (const { name } of namespaces.ends) {
    const capture = await Capture.start(name, 'control');
    closers.push(() => capture.stop());
    captures.push(capture);
  }
  const [ana, ben] = await Promise.all(
    namespaces.ends.map((end) => openIn(end, lobby, hidesAddress)),
  );
  await nameOneself(ana!.page, 'Ana');
  const code = await makeRoom(ana!.page);
  await ben!.page.goto(`${new URL(ben!.page.url()).origin}${invitePath(code)}`);
  await nameOneself(ben!.page, 'Ben');
  await acceptInvite(ben!.page);
  await untilInRoom(ben!.page, 2);
  for (const { page } of [ana!, ben!]) await agree(page, 'ready');
  for (const { page } of [ana!, ben!]) await untilOn(page, path, PATIENCE_MS);
  await untilFurther(ben!.page, ONWARD_TICKS, PATIENCE_MS);
  return captures.map((capture, at) => ({
    packets: capture.packets.length,
    traces: [...new Set(capture.tracesOf(addresses[1 - at]!))].sort(),
    own: capture.tracesOf(addresses[at]!).length,
  }));
}

async function openIn(end: Namespace, lobby: RunningLobby, hidesAddress: boolean): Promise<Person> {
  const browser = await launchIn(end);
  closers.push(() => browser.close());
  const origin = `http://${end.hostAddress}:${new URL(lobby.url).port}`;
  return openPerson(browser, origin, { viewport: TINY }, async (page) => {
    if (!hidesAddress) return;
    await page.addInitScript(() => {
      localStorage.setItem('peerball.settings', JSON.stringify({ hideAddress: true }));
    });
  });
}

test.skipIf(lacks.length > 0)(
  '[L141] nothing that a machine sends or receives tells the address of one that hides it',
  { timeout: TEST_MS },
  async () => {
    const seen = await playAndCapture({ hidesAddress: true, path: 'turn', turn: true });
    console.log(`hidden, over TURN: ${JSON.stringify(seen)}`);
    for (const { packets, traces, own } of seen) {
      expect(packets).toBeGreaterThan(PACKETS_MIN);
      expect(own).toBeGreaterThan(0);
      expect(traces).toEqual([]);
    }
  },
);

test.skipIf(lacks.length > 0 || form === 'short')(
  '[L141] nor does it where there is no TURN server, and the lobby relays',
  { timeout: TEST_MS },
  async () => {
    const seen = await playAndCapture({ hidesAddress: true, path: 'lobby', turn: false });
    console.log(`hidden, over the lobby: ${JSON.stringify(seen)}`);
    for (const { packets, traces } of seen) {
      expect(packets).toBeGreaterThan(PACKETS_MIN);
      expect(traces).toEqual([]);
    }
  },
);

test.skipIf(lacks.length > 0 || form === 'short')(
  '[L141] the same machines tell each other their addresses where neither hides it',
  { timeout: TEST_MS },
  async () => {
    const seen = await playAndCapture({ hidesAddress: false, path: 'turn', turn: true });
    console.log(`not hidden: ${JSON.stringify(seen)}`);
    for (const { traces } of seen) {
      expect(traces).toContain('header');
      expect(traces).toContain('text');
    }
  },
);
