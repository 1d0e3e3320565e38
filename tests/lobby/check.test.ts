import { createSocket } from 'node:dgram';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { checkSetup } from '../../lobby-server/check/check-setup.ts';
import { freePort } from '../browser/lobby.ts';
import { findProgram } from '../../tools/browsers/find-program.ts';
import { type ProxyFaults, SmallProxy } from '../faults/small-proxy.ts';
import { TurnServer } from '../faults/turn-server.ts';
import { LobbyUnderTest, testConfig } from './lobby-under-test.ts';

const HOUR_MS = 3_600_000;
const coturn = findProgram('turnserver');
if (coturn === null) console.log('TURN NOT CHECKED: no turnserver (coturn)');
const withTurn = test.skipIf(coturn === null);

let lobby: LobbyUnderTest;
let proxy: SmallProxy;
let turn: TurnServer;

beforeAll(async () => {
  turn = await TurnServer.create();
  if (coturn !== null) await turn.startAndWait(coturn);
});

afterAll(() => turn.remove());

beforeEach(async () => {
  await open({ PEERBALL_TRUST_PROXY: '1', PEERBALL_PUBLIC_URL: 'http://localhost' });
});

afterEach(() => close());

async function open(environment: Record<string, string>, faults: ProxyFaults = {}): Promise<void> {
  lobby = await LobbyUnderTest.start({ environment });
  proxy = await SmallProxy.start(lobby.server.port, faults);
}

async function close(): Promise<void> {
  await proxy.stop();
  await lobby.end();
}

async function openAnew(environment: Record<string, string>, faults?: ProxyFaults): Promise<void> {
  await close();
  await open(environment, faults);
}

/** What is found at the proxy, by level: texts only. */
async function check(
  settings: Record<string, string> = {},
  nowMs: () => number = Date.now,
  url = proxy.url,
): Promise<{ readonly bad: string[]; readonly warn: string[]; readonly ok: string[] }> {
  const config = testConfig({ PEERBALL_STUN_URLS: '', ...settings });
  const findings = await checkSetup({ url, config, nowMs });
  const texts = (level: string) =>
    findings.filter((finding) => finding.level === level).map(({ text }) => text);
  return { bad: texts('bad'), warn: texts('warn'), ok: texts('ok') };
}

/** The proxy has another port each time, and the server has to know it. */
async function openBehindProxy(faults: ProxyFaults = {}): Promise<void> {
  await close();
  const port = await freePort();
  lobby = await LobbyUnderTest.start({
    environment: { PEERBALL_TRUST_PROXY: '1', PEERBALL_PUBLIC_URL: `http://localhost:${port}` },
  });
  proxy = await SmallProxy.start(lobby.server.port, faults, port);
}

withTurn('[L138] a setup in which everything is right is told so', async () => {
  await openBehindProxy();
  const found = await check({ PEERBALL_STUN_URLS: turn.stunUrl, ...turn.settings });
  expect(found.bad).toEqual([]);
  expect(found.warn).toEqual([]);
  expect(found.ok).toEqual([
    expect.stringContaining('is reached, and is Peerball'),
    'A websocket opens.',
    'STUN answers.',
    expect.stringMatching(/^turn:.* relays\.$/),
  ]);
});

test('[L138] a proxy that does not pass websockets on is named, with what players meet', async () => {
  await openBehindProxy({ dropsUpgrades: true });
  const { bad, warn } = await check();
  expect(bad).toEqual([]);
  expect(warn).toContainEqual(expect.stringContaining('The proxy does not pass websockets on'));
});

test('[L138] a public URL that is not the one players open is named', async () => {
  await openAnew(
    { PEERBALL_TRUST_PROXY: '1', PEERBALL_PUBLIC_URL: 'http://play.example' },
    { asksBy: 'play.example' },
  );
  const { bad } = await check();
  expect(bad).toEqual([expect.stringContaining(`set PEERBALL_PUBLIC_URL=${proxy.url}`)]);
});

test('[L138] an address at which nothing is, or something else, is named', async () => {
  const nowhere = await check({}, Date.now, 'http://localhost:9');
  expect(nowhere.bad).toEqual([expect.stringContaining('is not reached: nothing listens there')]);
  const unknown = await check({}, Date.now, 'http://peerball.invalid');
  expect(unknown.bad).toEqual([expect.stringContaining('no name server knows that name')]);
});

test('[L138] a proxy that the server does not know of is named', async () => {
  await openAnew({});
  const { bad } = await check();
  expect(bad).toEqual([expect.stringContaining('Set PEERBALL_TRUST_PROXY=1')]);
});

test('[L138] a proxy that is trusted and was not on the way is named', async () => {
  const { warn } = await check({}, Date.now, lobby.server.url);
  expect(warn).toContainEqual(expect.stringContaining('can pretend any address'));
});

test('[L138] a clock that is off by an hour is named, with the direction', async () => {
  await openBehindProxy({ clockMs: -HOUR_MS });
  const { bad } = await check();
  expect(bad).toEqual([expect.stringContaining("The server's clock is 60 min behind")]);
});

withTurn(
  '[L138] a clock behind the one of the TURN server is told from a wrong secret',
  async () => {
    await openBehindProxy();
    const late = () => Date.now() - HOUR_MS - 60_000;
    const { bad } = await check(turn.settings, late);
    expect(bad).toContainEqual(expect.stringContaining('behind the one of the TURN server'));
    const other = { ...turn.settings, PEERBALL_TURN_SECRET: 'not the one that coturn has' };
    expect((await check(other)).bad).toEqual([
      expect.stringContaining('PEERBALL_TURN_SECRET is not the static-auth-secret of coturn'),
    ]);
  },
);

test('[L138] a TURN server whose port is closed is named with port and protocol', async () => {
  await openBehindProxy();
  const port = await freePort();
  const closed = (transport: string) => ({
    PEERBALL_TURN_URLS: `turn:127.0.0.1:${port}${transport}`,
    PEERBALL_TURN_SECRET: 'sixteen characters or more',
  });
  expect((await check(closed(''))).bad).toEqual([expect.stringContaining(`(${port}, UDP)`)]);
  expect((await check(closed('?transport=tcp'))).bad).toEqual([
    expect.stringContaining(`(${port}, TCP)`),
  ]);
});

test('[L138] an answer that is no STUN is silence', async () => {
  await openBehindProxy();
  const noise = createSocket('udp4');
  noise.on('message', (_bytes, { port }) => noise.send('hello', port, '127.0.0.1'));
  await new Promise<void>((resolve) => noise.bind(0, '127.0.0.1', resolve));
  const { warn } = await check({ PEERBALL_STUN_URLS: `stun:127.0.0.1:${noise.address().port}` });
  expect(warn).toContainEqual(expect.stringContaining('No STUN server answers'));
  noise.close();
});
