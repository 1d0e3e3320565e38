import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { systemTimers } from '../../lobby-server/timers.ts';
import { LobbyUnderTest } from './lobby-under-test.ts';
import { askRaw, openRaw, parseAnswer, requestText } from './raw-http.ts';

let lobby: LobbyUnderTest;

beforeEach(async () => {
  lobby = await LobbyUnderTest.start();
});

afterEach(() => lobby.end());

const ask = (...parts: readonly (string | Buffer)[]) => askRaw(lobby.server.port, ...parts);

const POLLING = '/socket.io/?EIO=4&transport=polling';
/** Of the kernel, at both ends. */
const MORE_THAN_BUFFERS = 32 * 1024 * 1024;
const KEEP = { Connection: 'keep-alive' };
const UPGRADE = { Connection: 'Upgrade', Upgrade: 'h2c' };

test.each([
  ['a method that does not exist', 'JUMP / HTTP/1.1\r\n\r\n', 400],
  ['TRACE', requestText('TRACE /'), 405],
  ['CONNECT', requestText('CONNECT example.com:443'), 405],
  ['OPTIONS of everything', requestText('OPTIONS *'), 405],
  ['an upgrade to something else', requestText('GET /', UPGRADE), 200],
  ['an upgrade elsewhere', requestText('GET /nowhere', { ...UPGRADE, Upgrade: 'websocket' }), 404],
  ['HTTP/2 without asking', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 400],
  ['no host', 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n', 400],
  ['HTTP/1.0', 'GET /healthz HTTP/1.0\r\n\r\n', 200],
  ['an address in place of a path', requestText('GET http://localhost/healthz'), 200],
  ['an address without a path', requestText('GET http://localhost'), 200],
  ['the sockets behind an address', requestText(`GET http://localhost${POLLING}`), 404],
  ['two slashes', requestText('GET //'), 404],
  ['a lone percent sign', requestText('GET /%'), 404],
  ['a null byte', requestText('GET /%00'), 404],
  ['a way up', requestText('GET /..%2f..%2fpackage.json'), 404],
  ['a bare way up', requestText('GET /../../package.json'), 404],
  ['a backslash', requestText('GET /..\\..\\package.json'), 404],
  ['the name of an inherited property', requestText('GET /__proto__'), 404],
  ['a path of 64 KB', requestText(`GET /${'x'.repeat(65_536)}`), 431],
  ['a header of 64 KB', requestText('GET /', { 'X-Big': 'x'.repeat(65_536) }), 431],
  ['a thousand headers', requestText('GET /healthz', manyHeaders(1000)), 200],
  ['a header that is none', 'GET / HTTP/1.1\r\nHost: localhost\r\nnonsense\r\n\r\n', 400],
  ['two lengths', requestText('GET /', { 'Content-Length': '1, 2' }, 'ab'), 400],
  ['a length below zero', requestText('GET /', { 'Content-Length': -1 }), 400],
  ['a length and chunks', requestText('POST /', { ...chunked(), 'Content-Length': 3 }, 'abc'), 400],
  ['a chunk without a size', requestText('GET /healthz', chunked(), 'zz\r\n'), 200],
  ['a body with a GET', requestText('GET /healthz', { 'Content-Length': 3 }, 'abc'), 200],
  ['a body with a POST', requestText('POST /', { 'Content-Length': 3 }, 'abc'), 405],
  ['a body that is announced', requestText('POST /', { Expect: '100-continue' }), 405],
  ['another expectation', requestText('GET /', { Expect: 'a miracle' }), 417],
  ['an old session', requestText(`POST ${POLLING}&sid=x`, { 'Content-Length': 2 }, '40'), 400],
  ['a deletion of a session', requestText(`DELETE ${POLLING}`), 405],
])('[L50] %s is answered, with the security headers', async (_what, request, status) => {
  const answer = await ask(request);
  const final = answer?.status === 100 ? parseAnswer(answer.body) : answer;
  expect(final?.status).toBe(status);
  expect(final?.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(final?.headers.get('x-content-type-options')).toBe('nosniff');
  expect((await ask(requestText('GET /healthz')))?.status).toBe(200);
});

function manyHeaders(count: number): Record<string, string> {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`A${index}`, '1']));
}

function chunked(): Record<string, string> {
  return { 'Transfer-Encoding': 'chunked' };
}

test('[L57] requests in one write are answered in order', async () => {
  const socket = await openRaw(lobby.server.port);
  const paths = ['/healthz', '/nowhere', '/', '/readyz'];
  socket.write(paths.map((path) => requestText(`GET ${path}`, KEEP)).join(''));
  socket.write(requestText('GET /healthz'));
  const chunks: Buffer[] = [];
  for await (const chunk of socket) chunks.push(chunk as Buffer);
  const statuses = Buffer.concat(chunks)
    .toString('latin1')
    .match(/(?<=HTTP\/1\.1 )\d+/g);
  expect(statuses).toEqual(['200', '404', '200', '200', '200']);
});

test('[L57] headers beyond any number hide no origin', async () => {
  const headers = { ...manyHeaders(1500), Origin: 'https://evil.example' };
  expect((await ask(requestText(`GET ${POLLING}`, headers)))?.status).toBe(403);
});

test('[L57] a handler that throws costs its own answer only, and is logged', async () => {
  await lobby.end();
  let isBroken = false;
  const now = (): number => {
    if (isBroken) throw new Error('the clock is broken');
    return systemTimers.now();
  };
  lobby = await LobbyUnderTest.start({ timers: { ...systemTimers, now } });
  const socket = await openRaw(lobby.server.port, requestText('GET /healthz', KEEP));
  await new Promise((resolve) => socket.once('data', resolve));
  isBroken = true;
  socket.write(requestText(`GET ${POLLING}`));
  const chunks: Buffer[] = [];
  for await (const chunk of socket) chunks.push(chunk as Buffer);
  isBroken = false;
  expect(parseAnswer(Buffer.concat(chunks).toString('latin1'))?.status).toBe(500);
  expect(lobby.lines.some((line) => line.includes('"event":"request-failed"'))).toBe(true);
  expect((await ask(requestText('GET /healthz')))?.status).toBe(200);
});

test('[L57] one address has so many connections at once and no more', async () => {
  await lobby.end();
  lobby = await LobbyUnderTest.start({ limits: { socketsOfPrefix: 1 } });
  const silent = [];
  for (let i = 0; i < 8; i++) silent.push(await openRaw(lobby.server.port));
  expect(await ask(requestText('GET /healthz'))).toBeNull();
  silent.pop()?.destroy();
  await expect.poll(async () => (await ask(requestText('GET /healthz')))?.status).toBe(200);
  for (const socket of silent) socket.destroy();
});

test.each([
  ['says nothing', '', { headersMs: 100 }],
  ['never ends its headers', 'GET / HTTP/1.1\r\nHost: lo', { headersMs: 100 }],
  ['never ends its body', requestText('POST /', { 'Content-Length': 9 }, 'x'), { requestMs: 100 }],
  ['asks for nothing more', requestText('GET /healthz', KEEP), { keptOpenMs: 100 }],
])('[L57] a connection that %s is closed', async (_what, text, times) => {
  await lobby.end();
  lobby = await LobbyUnderTest.start({ times: { headersMs: 100, ...times } });
  const socket = await openRaw(lobby.server.port, text);
  socket.resume();
  await new Promise((resolve) => socket.once('close', resolve));
  expect((await ask(requestText('GET /healthz')))?.status).toBe(200);
});

test('[L57] a download that stands still is ended', async () => {
  await lobby.end();
  const build = (folder: string): void =>
    writeFileSync(join(folder, 'assets', 'big-abc.js'), Buffer.alloc(MORE_THAN_BUFFERS));
  lobby = await LobbyUnderTest.start({ build, times: { standstillMs: 100 } });
  const socket = await openRaw(lobby.server.port, requestText('GET /assets/big-abc.js'));
  socket.pause();
  await expect.poll(() => lobby.server.connections()).toBe(0);
  socket.destroy();
});
