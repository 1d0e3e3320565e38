import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { io } from 'socket.io-client';
import { afterEach, describe, expect, test } from 'vitest';
import { KeptTicket } from '../../game/net/lobby/kept-ticket.ts';
import { findProgram } from '../../tools/browsers/find-program.ts';
import { PROJECT_ROOT } from '../../tools/project/source-files.ts';
import { freePort } from '../browser/lobby.ts';
import { ask, honestAuth, LobbyUnderTest, roomWhere, value } from './lobby-under-test.ts';
import { startNodes } from './nodes-under-test.ts';

const caddy = findProgram('caddy');
if (caddy === null) {
  process.stderr.write('SKIPPED: caddy is not installed, and deploy/Caddyfile is not tested\n');
}

const READ = (name: string): string =>
  readFileSync(join(PROJECT_ROOT, 'deploy', name), { encoding: 'utf8' });
/** What Docker and a certificate would be for. */
const HERE = '{\n\tadmin off\n\tauto_https off\n}\n';
const FROM_DOCKER = /dynamic a peerball 3000 \{[^}]*\}/;
const PATIENCE = { timeout: 60_000 };

let lobby: LobbyUnderTest | null = null;
let proxy: ChildProcess | null = null;
let folder = '';

afterEach(async () => {
  if (proxy !== null) {
    const gone = once(proxy, 'exit');
    proxy.kill('SIGKILL');
    await gone;
    rmSync(folder, { recursive: true, force: true });
  }
  await lobby?.end();
  [lobby, proxy] = [null, null];
});

/** Settings of a lobby behind a proxy at this address. */
const behind = (url: string) => ({ PEERBALL_PUBLIC_URL: url, PEERBALL_TRUST_PROXY: '1' });

/** Starts Caddy with this file, which leads to the lobby from then on. */
async function runCaddy(file: string, url: string): Promise<void> {
  folder = mkdtempSync(join(tmpdir(), 'peerball-caddy-'));
  const child = spawn(caddy!, ['run', '--config', '-', '--adapter', 'caddyfile'], {
    env: { ...process.env, PEERBALL_DOMAIN: url, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder },
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  proxy = child;
  child.stdin.end(HERE + file);
  await expect
    .poll(
      () =>
        fetch(`${url}/readyz`).then(
          ({ status }) => status,
          () => 0,
        ),
      PATIENCE,
    )
    .toBe(200);
}

function keptTicket(): KeptTicket {
  return new KeptTicket(() => {
    throw new Error('no storage');
  });
}

describe.skipIf(caddy === null)('files for Caddy', () => {
  test.each(['Caddyfile', 'Caddyfile.several'])('Caddy finds nothing wrong with %s', (name) => {
    const { status, stderr } = spawnSync(
      caddy!,
      ['validate', '--adapter', 'caddyfile', '--config', join(PROJECT_ROOT, 'deploy', name)],
      { env: { ...process.env, PEERBALL_DOMAIN: 'play.example.org' }, encoding: 'utf8' },
    );
    expect(status, stderr).toBe(0);
  });

  test('players meet through Caddy, over websockets, and the lobby knows that they are two', async () => {
    const url = `http://127.0.0.1:${await freePort()}`;
    lobby = await LobbyUnderTest.start({ environment: behind(url) });
    await runCaddy(
      READ('Caddyfile').replace('peerball:3000', `127.0.0.1:${lobby.server.port}`),
      url,
    );
    expect(await (await fetch(url)).text()).toContain('<title>game</title>');
    const host = lobby.client({ url });
    const { code } = value(await host.createRoom('Ada')).room;
    value(await lobby.client({ url }).joinRoom(code, 'Ben'));
    await roomWhere(host, ({ members }) => members.length === 2);
    const check = (await (await fetch(`${url}/check.json`)).json()) as object;
    expect(check).toMatchObject({ trustedProxies: 1, forwardedBy: 1 });
  });

  test(
    '[L151] two processes behind Caddy: long polling stays with one, and one that ends is left',
    PATIENCE,
    async () => {
      const url = `http://127.0.0.1:${await freePort()}`;
      const { servers, ...nodes } = await startNodes({
        environment: behind(url),
        times: { rebuildMs: 300 },
      });
      lobby = nodes.lobby;
      const file = READ('Caddyfile.several');
      expect(file).toMatch(FROM_DOCKER);
      const both = servers.map(({ port }) => `127.0.0.1:${port}`).join(' ');
      await runCaddy(file.replace(FROM_DOCKER, `to ${both}`), url);
      for (let at = 0; at < 4; at++) {
        // As browsers do, it keeps the cookie by which Caddy knows it again.
        const polling = io(url, {
          auth: honestAuth(),
          transports: ['polling'],
          withCredentials: true,
          extraHeaders: { Origin: url },
          reconnection: false,
          forceNew: true,
        });
        lobby.alsoEnd(() => polling.disconnect());
        for (let asked = 0; asked < 3; asked++) {
          expect(await ask(polling, 'list:get', { from: null })).toMatchObject({ ok: true });
        }
      }
      const kept = [keptTicket(), keptTicket()] as const;
      const [host, guest] = [
        lobby.client({ url, ticket: kept[0] }),
        lobby.client({ url, ticket: kept[1] }),
      ];
      const { code } = value(await host.createRoom('Ada')).room;
      value(await guest.joinRoom(code, 'Ben'));
      await roomWhere(host, ({ members }) => members.length === 2);
      const held = () => kept.map((ticket) => ticket.shownFor(code).ticket);
      await expect.poll(() => held()[0] === held()[1] && held()[0] !== undefined).toBe(true);
      await servers[0].close();
      await expect.poll(() => servers[1].rooms(), { timeout: 20_000 }).toBe(1);
      for (const client of [host, guest]) {
        const isBack = () => client.joined?.room.members.map(({ online }) => online).join();
        await expect.poll(isBack, { timeout: 20_000 }).toBe('true,true');
      }
    },
  );
});
