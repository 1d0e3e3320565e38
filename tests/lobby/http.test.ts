import { get } from 'node:http';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { honestAuth, LobbyUnderTest } from './lobby-under-test.ts';

let lobby: LobbyUnderTest;

beforeEach(async () => {
  lobby = await LobbyUnderTest.start({
    environment: { PEERBALL_ALLOWED_ORIGINS: 'https://friend.example' },
  });
});

afterEach(() => lobby.end());

const fetchPath = (path: string, init?: RequestInit) => fetch(`${lobby.server.url}${path}`, init);

test('[L50] every answer carries the security headers', async () => {
  for (const path of ['/', '/healthz', '/nowhere']) {
    const { headers } = await fetchPath(path);
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('content-security-policy')).not.toContain('upgrade-insecure-requests');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    // The page itself may ask for it, and nothing within it.
    expect(headers.get('permissions-policy')).toContain('microphone=(self)');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('strict-transport-security')).toBeNull();
  }
});

test('[L51] the page is asked for anew, hashed files never', async () => {
  expect((await fetchPath('/')).headers.get('cache-control')).toBe('no-cache');
  const asset = await fetchPath('/assets/main-abc.js');
  expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
});

test('[L52] an invite link opens the game, whatever stands behind it', async () => {
  const links = ['/j/PVX7Q2', '/j/pvx-7q2', '/j/PVX7Q2?from=chat', '/J/PVX7Q2', '/j/PVX7Q2/', '/j'];
  const sent = [
    '/j/PVX7Q2)',
    '/j/PVX7Q2,',
    '/j/PVX7Q2*',
    '/j/PVX7Q2%22',
    '/j/PVX7Q2%20see',
    '/j/%FF',
  ];
  for (const path of [...links, ...sent, '/j/no-code', '/j/PVX%E2%80%8B7Q2', '/j/a/b/c', '/j/%']) {
    const response = await fetchPath(path);
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('<title>game</title>');
  }
  expect((await fetchPath('/join')).status).toBe(404);
});

test('[L84] whoever opens an address where nothing is gets the page, which says so', async () => {
  const Accept = 'text/html,application/xhtml+xml,*/*;q=0.8';
  for (const path of ['/nowhere', '/x/PVX7Q2', '/index.htm', '/%FF', '/j.html']) {
    const response = await fetchPath(path, { headers: { Accept } });
    expect(response.status, path).toBe(404);
    expect(response.headers.get('content-type'), path).toContain('text/html');
    expect(response.headers.get('cache-control'), path).toBe('no-cache');
    expect(await response.text(), path).toContain('<title>game</title>');
    const etag = response.headers.get('etag')!;
    const again = await fetchPath(path, { headers: { Accept, 'If-None-Match': etag } });
    expect(again.status, path).toBe(404);
  }
  for (const path of ['/nowhere', '/assets/old-xyz.js']) {
    const response = await fetchPath(path, { headers: { Accept: '*/*' } });
    expect(response.status, path).toBe(404);
    expect(await response.text(), path).toBe('not found\n');
  }
  const asset = await fetchPath('/assets/old-xyz.js', { headers: { Accept } });
  expect(await asset.text()).toBe('not found\n');
});

test('[L53] health stays good while readiness ends with draining', async () => {
  expect((await fetchPath('/readyz')).status).toBe(200);
  lobby.server.drain();
  expect((await fetchPath('/readyz')).status).toBe(503);
  expect((await fetchPath('/healthz')).status).toBe(200);
});

test('only reading is allowed', async () => {
  const response = await fetchPath('/', { method: 'POST' });
  expect(response.status).toBe(405);
  expect(response.headers.get('allow')).toBe('GET, HEAD');
});

test('nothing outside the folder of the game is served', async () => {
  for (const path of ['/../lobby-server/main.js', '/%2e%2e/%2e%2e/etc/passwd', '/%', '//x/..']) {
    const status = await new Promise((resolve, reject) => {
      get({ port: lobby.server.port, path }, (response) => {
        response.resume();
        resolve(response.statusCode);
      }).once('error', reject);
    });
    expect(status, path).toBe(404);
  }
});

test.each([
  ['a foreign page', 'https://evil.example', false],
  ['a page from a file', 'null', false],
  ['a page that only begins alike', 'http://localhost:1.evil.example', false],
  ['an allowed page', 'https://friend.example', true],
])('[L34] %s asks for a socket', async (_case, origin, allowed) => {
  const socket = lobby.raw(honestAuth(), { Origin: origin });
  const outcome = await new Promise((resolve) => {
    socket.once('connect', () => resolve(true));
    socket.once('connect_error', () => resolve(false));
  });
  expect(outcome).toBe(allowed);
  expect(lobby.server.counters.get('request/ORIGIN')).toBe(allowed ? 0 : 1);
});

test('[L34] the page that the server itself serves may open a socket', async () => {
  const socket = lobby.raw(honestAuth(), { Origin: lobby.server.url });
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', reject);
  });
});
