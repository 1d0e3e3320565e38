import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readFigures } from '../../game/operator/read-figures.ts';
import { readProjectFile } from '../../tools/project/source-files.ts';
import { openRaw, parseAnswer, requestText } from './raw-http.ts';
import { ask, honestAuth, LobbyUnderTest, roomEnd, value } from './lobby-under-test.ts';

const TOKEN = 'a-token-of-the-operator';
const PAGE = '<!doctype html><title>operator</title>';

let lobby: LobbyUnderTest;

const start = (environment: Record<string, string> = { PEERBALL_OPERATOR_TOKEN: TOKEN }) =>
  LobbyUnderTest.start({
    environment,
    build(folder) {
      mkdirSync(join(folder, 'operator'), { recursive: true });
      writeFileSync(join(folder, 'operator', 'index.html'), PAGE);
    },
  });

beforeEach(async () => {
  lobby = await start();
});

afterEach(() => lobby.end());

function get(path: string, token: string | null = TOKEN, method = 'GET'): Promise<Response> {
  const headers: Record<string, string> =
    token === null ? {} : { authorization: `Bearer ${token}` };
  return fetch(`${lobby.server.url}${path}`, { headers, method });
}

const metrics = async (): Promise<string> => (await get('/metrics')).text();

test('[L140] Prometheus reads rooms by state, requests by outcome, and ways by kind', async () => {
  const [ana, bob] = [lobby.client(), lobby.client()];
  const { room } = value(await ana.createRoom('Ana'));
  value(await bob.joinRoom(room.code, 'Bob'));
  bob.reportLink({ path: 'direct', upMs: 250 });
  bob.reportLink({ path: 'failed' });
  await expect.poll(metrics).toMatch(/^peerball_links_total\{path="failed"\} 1$/m);
  const text = await metrics();
  for (const line of [
    'peerball_sockets 2',
    'peerball_ready 1',
    'peerball_rooms{state="together"} 1',
    'peerball_rooms{state="alone"} 0',
    'peerball_requests_total{event="room:join",code="OK"} 1',
    'peerball_connections_total{code="OK"} 2',
    'peerball_links_total{path="direct"} 1',
    'peerball_link_up_seconds_count{path="direct"} 1',
  ]) {
    expect(text).toContain(`${line}\n`);
  }
  expect(text).toMatch(/^nodejs_eventloop_lag_p99_seconds /m);
});

test('[L140] Prometheus reads how long people wait for others in quick match', async () => {
  const [ana, bob] = [lobby.client(), lobby.client()];
  // [L131] Closed for the first seconds of a server.
  const { room } = value(await ana.joinQuick({ name: 'Ana', hand: 'keys' }));
  await expect.poll(metrics).toContain('peerball_quick_people{state="searching"} 1\n');
  expect(value(await bob.joinQuick({ name: 'Bob', hand: 'keys' })).room.code).toBe(room.code);
  await expect.poll(metrics).toContain('peerball_quick_wait_seconds_count{end="met"} 2\n');
  const text = await metrics();
  expect(text).toContain('peerball_quick_wait_seconds_count{end="left"} 0\n');
  expect(text).toContain('peerball_quick_people{state="playing"} 2\n');
});

test('[L136] a page that is in no room has no pairs to tell of', async () => {
  const socket = lobby.raw(honestAuth());
  expect(await ask(socket, 'link:report', { path: 'turn' })).toMatchObject({ code: 'NOT_MEMBER' });
  expect(await metrics()).not.toContain('peerball_links_total{');
});

test('[L135] without the token, or with another one, nothing is told and nothing is done', async () => {
  const ana = lobby.client();
  const { room } = value(await ana.createRoom('Ana'));
  for (const token of [null, 'another-token']) {
    expect((await get('/metrics', token)).status).toBe(401);
    expect((await get('/operator/figures', token)).status).toBe(401);
    expect((await get('/operator/drain', token, 'POST')).status).toBe(401);
    expect((await get(`/operator/rooms/${room.code}/close`, token, 'POST')).status).toBe(401);
  }
  expect((await get('/readyz')).status).toBe(200);
  expect(await lobby.server.rooms()).toBe(1);
});

test('[L135] an address that guesses tokens has to wait, also with the right one', async () => {
  for (let i = 0; i < 10; i++)
    expect((await get('/metrics', `guess ${i}`.replace(' ', '-'))).status).toBe(401);
  expect((await get('/metrics', 'eleventh')).status).toBe(429);
  expect((await get('/metrics')).status).toBe(429);
});

test('[L135] the operator page shows figures that it can read', async () => {
  const ana = lobby.client();
  const { room } = value(await ana.createRoom('Ana'));
  const figures = readFigures(await (await get('/operator/figures')).json());
  expect(figures).toMatchObject({
    ready: true,
    roomsInAll: 1,
    rooms: [{ code: room.code, state: 'alone', members: 1, kind: 'unlisted' }],
  });
});

test('[L135] a room that the operator closes ends for everybody in it, with its reason', async () => {
  const ana = lobby.client();
  const { room } = value(await ana.createRoom('Ana'));
  const end = roomEnd(ana);
  expect((await get(`/operator/rooms/${room.code}/close`)).status).toBe(405);
  expect((await get(`/operator/rooms/${room.code}/close`, TOKEN, 'POST')).status).toBe(200);
  expect(await end).toBe('closed');
  expect(await lobby.server.rooms()).toBe(0);
  expect((await get(`/operator/rooms/${room.code}/close`, TOKEN, 'POST')).status).toBe(404);
});

test('[L135] a server that was drained takes no new rooms and says so', async () => {
  const ana = lobby.client();
  expect((await get('/operator/drain', TOKEN, 'POST')).status).toBe(200);
  expect((await get('/readyz')).status).toBe(503);
  expect(await ana.createRoom('Ana')).toMatchObject({ error: { code: 'DRAINING' } });
});

test('[L135] the page is there where there is a token, and nowhere else', async () => {
  expect(await (await get('/operator', null)).text()).toBe(PAGE);
  expect((await get('/operator/index.html', null)).status).toBe(404);
  await lobby.end();
  lobby = await start({});
  for (const path of ['/operator', '/operator/index.html', '/operator/figures', '/metrics']) {
    expect((await get(path)).status).toBe(404);
  }
});

test('[L140] this machine alone may read the figures without a token, and no page by a name of its own', async () => {
  await lobby.end();
  const port = await freePort();
  lobby = await start({ PEERBALL_METRICS_PORT: String(port) });
  const url = `http://127.0.0.1:${port}`;
  expect(await (await fetch(`${url}/metrics`)).text()).toContain('peerball_sockets 0\n');
  expect((await fetch(`${url}/operator/figures`)).status).toBe(404);
  expect(await statusAs(port, 'evil.example')).toBe(421);
  expect((await get('/metrics')).status).toBe(404);
});

test('[L140] the dashboard asks for nothing that is not there', async () => {
  const board = readProjectFile('lobby-server/operator/grafana-dashboard.json').text;
  const asked = new Set(
    Array.from(board.matchAll(/\b(?:peerball|nodejs|process)_[a-z0-9_]+/g), ([name]) => name),
  );
  const text = await metrics();
  const told = new Set(
    Array.from(text.matchAll(/^# TYPE (\S+) (\S+)$/gm), ([, name, type]) =>
      type === 'histogram' ? [name, `${name}_bucket`, `${name}_count`, `${name}_sum`] : [name],
    ).flat(),
  );
  expect(asked.size).toBeGreaterThan(8);
  expect([...asked].filter((name) => !told.has(name))).toEqual([]);
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** The status of an answer to a request by another name; `fetch` does not let one choose it. */
async function statusAs(port: number, host: string): Promise<number | undefined> {
  const socket = await openRaw(port, requestText('GET /metrics', { Host: host }));
  const chunks: Buffer[] = [];
  for await (const chunk of socket) chunks.push(chunk as Buffer);
  return parseAnswer(Buffer.concat(chunks).toString('latin1'))?.status;
}
