import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { askStun, askTurn, readIceAddress } from '../../lobby-server/check/ask-turn.ts';
import { makeIceConfig } from '../../lobby-server/signaling/turn-credentials.ts';
import { findProgram } from '../../tools/browsers/find-program.ts';
import { PROJECT_ROOT } from '../../tools/project/source-files.ts';
import { freePort } from '../browser/lobby.ts';

const CONF = join(PROJECT_ROOT, 'deploy', 'turnserver.conf');
const coturn = findProgram('turnserver');
if (coturn === null) console.log('TURNSERVER.CONF NOT TRIED: no turnserver (coturn)');
const hasIpv6 = Object.values(networkInterfaces()).some((all) =>
  all?.some(({ family }) => family === 'IPv6'),
);
if (!hasIpv6) console.log('TURNSERVER.CONF NOT TRIED WITH IPV6: none on this machine');
const withTurn = test.skipIf(coturn === null);

/** One of each kind, at the edges of what is denied. */
const DENIED = [
  '0.0.0.0',
  '0.255.255.255',
  '10.0.0.1',
  '10.255.255.255',
  '100.64.0.0',
  '100.127.255.255',
  '127.0.0.1',
  '127.255.255.254',
  '169.254.169.254',
  '172.16.0.1',
  '172.31.255.255',
  '192.0.0.1',
  '192.0.2.1',
  '192.88.99.1',
  '192.168.1.1',
  '198.18.0.1',
  '198.19.255.255',
  '198.51.100.1',
  '203.0.113.255',
  '224.0.0.1',
  '239.255.255.250',
  '240.0.0.1',
  '255.255.255.255',
];
const ALLOWED = [
  '1.1.1.1',
  '9.255.255.255',
  '11.0.0.0',
  '100.63.255.255',
  '100.128.0.0',
  '172.15.0.1',
  '172.32.0.1',
  '192.167.1.1',
  '223.255.255.255',
];
const DENIED_V6 = [
  '::',
  '::1',
  '::ffff:127.0.0.1',
  '::ffff:8.8.8.8',
  '64:ff9b::7f00:1',
  '64:ff9b:1::1',
  '100::1',
  '2001::1',
  '2001:1ff::1',
  '2001:db8::1',
  '2002:7f00:1::',
  'fc00::1',
  'fdff::1',
  'fe80::1',
  'fec0::1',
  'ff02::1',
  'ffff::1',
];
const ALLOWED_V6 = ['2606:4700:4700::1111', '2a00:1450:4001::1', '2003::1'];

const folder = mkdtempSync(join(tmpdir(), 'peerball-turn-conf-'));
const conf = readFileSync(CONF, 'utf8');
const secret = /^static-auth-secret=(.*)$/m.exec(conf)?.[1] ?? '';
let server: ChildProcess | null = null;
let url: string;

beforeAll(async () => {
  if (coturn === null) return;
  const port = await freePort();
  url = `turn:127.0.0.1:${port}`;
  const values: Record<string, string | number> = {
    'listening-ip': '127.0.0.1',
    'relay-ip': '127.0.0.1',
    'listening-port': port,
    userdb: join(folder, 'users'),
    pidfile: join(folder, 'pid'),
    'log-file': join(folder, 'log'),
  };
  const options = Object.entries(values).map(([name, value]) => `--${name}=${value}`);
  const more = hasIpv6 ? ['--relay-ip=::1'] : [];
  server = spawn(coturn, ['-c', CONF, ...options, ...more], { stdio: 'ignore' });
  const address = readIceAddress(url.replace('turn:', 'stun:'))!;
  while ((await askStun(address)) === null);
});

afterAll(async () => {
  if (server !== null && server.exitCode === null) {
    server.kill('SIGKILL');
    await once(server, 'exit');
  }
  rmSync(folder, { recursive: true, force: true });
});

function permissions(peers: readonly string[]): ReturnType<typeof askTurn> {
  const settings = { stunUrls: [], turnUrls: [url], turnSecret: secret };
  const { username = '', credential = '' } = makeIceConfig(
    settings,
    'member',
    Math.floor(Date.now() / 1000),
  ).servers[0]!;
  return askTurn(readIceAddress(url)!, { username, credential }, peers);
}

withTurn(
  '[L139] over the TURN server as we configure it nobody reaches addresses that are not public',
  async () => {
    const { kind, granted } = await permissions([...DENIED, ...ALLOWED]);
    expect(kind).toBe('ok');
    expect(granted).toEqual(ALLOWED);
  },
);

test.skipIf(coturn === null || !hasIpv6)(
  '[L139] nor any of IPv6, or of IPv4 within it',
  async () => {
    const { kind, granted } = await permissions([...DENIED_V6, ...ALLOWED_V6]);
    expect(kind).toBe('ok');
    expect(granted).toEqual(ALLOWED_V6);
  },
);

test('[L139] it has quotas, relays no TCP and no multicast, and takes no password but those of the lobby', () => {
  for (const line of ['use-auth-secret', 'no-tcp-relay', 'no-multicast-peers', 'no-cli']) {
    expect(conf).toMatch(new RegExp(`^${line}$`, 'm'));
  }
  for (const quota of ['user-quota', 'total-quota', 'max-bps', 'bps-capacity']) {
    expect(conf).toMatch(new RegExp(`^${quota}=[1-9]\\d*$`, 'm'));
  }
});
