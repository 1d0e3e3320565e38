import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { MemoryCaches } from '../../../tests/faults/memory-caches.ts';
import { ManualTimers } from '../../../tests/lobby/manual-timers.ts';
import { answerFile, answerPage, keptKindOf } from './answer-offline.ts';

const ORIGIN = 'https://play.example';
const OLDER = 'aaaaaaaaaaaaaaaa';
const NEWER = 'bbbbbbbbbbbbbbbb';
const PLAY = '/assets/play-1.js';
const SCRIPT = { headers: { 'Content-Type': 'text/javascript' } };

function pageOf(build: string): string {
  return `<head><meta name="peerball-kept"><meta name="peerball-build" content="${build}">`;
}

/** Two builds are kept; the network is as the test says. */
async function makeWorker() {
  const caches = new MemoryCaches();
  const timers = new ManualTimers();
  for (const build of [OLDER, NEWER]) {
    const cache = await caches.open(`peerball-build-${build}`);
    const digest = createHash('sha256').update(`play of ${build}`).digest('hex');
    await cache.put(PLAY, new Response(`play of ${build}`));
    await cache.put('/offline.json', Response.json({ build, files: { [PLAY]: digest } }));
    await cache.put('/', new Response(pageOf(build)));
  }
  const world = {
    caches,
    timers,
    network: async (): Promise<Response> => new Response('of the network'),
    spoil: async (build: string, path: string, text: string) =>
      (await caches.open(`peerball-build-${build}`)).put(path, new Response(text)),
    page: async () => (await answerPage(request('/'), Promise.resolve(undefined), ports)).text(),
    file: async () => (await answerFile(request(PLAY), ports)).text(),
  };
  const silence = { sinceMs: Number.NEGATIVE_INFINITY };
  const ports = { caches, timers, silence, origin: ORIGIN, send: () => world.network() };
  return world;
}

function request(path: string): Request {
  return new Request(ORIGIN + path);
}

const DOWN = (): Promise<Response> => Promise.reject(new TypeError('Failed to fetch'));
const answers = (status: number, text = '', init: ResponseInit = SCRIPT) => {
  return async () => new Response(text, { ...init, status });
};

test('only the page and built files are answered, and nothing that the lobby or its operator says', () => {
  const kindOf = (path: string, mode: RequestMode = 'cors', method = 'GET') =>
    keptKindOf({ url: new URL(path, ORIGIN).href, mode, method }, ORIGIN);
  for (const path of ['/', '/?debug', '/index.html', '/j/PVX7Q2', '/j', '/#moment']) {
    expect(kindOf(path, 'navigate'), path).toBe('page');
  }
  expect(kindOf(PLAY)).toBe('file');
  for (const path of [
    '/',
    '/socket.io/?EIO=4',
    '/metrics',
    '/operator',
    '/operator/figures',
    '/headless/box.html',
    '/privacy',
    '/healthz',
    '/check.json',
    '/offline.json',
    '/sw.js',
    '/assets/../metrics',
    'https://elsewhere.example/assets/a.js',
  ]) {
    expect(kindOf(path), path).toBeNull();
  }
  for (const path of ['/metrics', '/operator', '/headless', '/privacy', '/jungle', PLAY]) {
    expect(kindOf(path, 'navigate'), path).toBeNull();
  }
  expect(kindOf(PLAY, 'cors', 'POST')).toBeNull();
  expect(kindOf('/', 'navigate', 'POST')).toBeNull();
});

test('whoever reaches the server has its page and its files, whatever is kept', async () => {
  const worker = await makeWorker();
  worker.network = answers(200, 'of the network');
  expect(await worker.page()).toBe('of the network');
  expect(await worker.file()).toBe('of the network');
});

test('without a server the newest page is the kept one, and so is its file', async () => {
  const worker = await makeWorker();
  worker.network = DOWN;
  expect(await worker.page()).toBe(pageOf(NEWER));
  expect(await worker.file()).toBe(`play of ${OLDER}`);
});

test('a proxy that says that the server does not answer is no server', async () => {
  const worker = await makeWorker();
  worker.network = answers(502);
  expect(await worker.page()).toBe(pageOf(NEWER));
  expect(await worker.file()).toBe(`play of ${OLDER}`);
});

test('a page that the server takes away is gone', async () => {
  const worker = await makeWorker();
  worker.network = answers(404, 'gone');
  expect(await worker.page()).toBe('gone');
});

test('a tab of an older version finds its file where the server has it no longer', async () => {
  const worker = await makeWorker();
  worker.network = answers(404);
  expect(await worker.file()).toBe(`play of ${OLDER}`);
  worker.network = answers(200, '<p>', { headers: { 'Content-Type': 'text/html' } });
  expect(await worker.file()).toBe(`play of ${OLDER}`);
});

test('a network that says nothing for four seconds is waited for no longer', async () => {
  const worker = await makeWorker();
  worker.network = () => new Promise(() => {});
  const page = worker.page();
  const file = worker.file();
  await expect.poll(() => worker.timers.pending).toBe(2);
  worker.timers.advance(4000);
  expect(await page).toBe(pageOf(NEWER));
  expect(await file).toBe(`play of ${OLDER}`);
});

test('behind a network that did not answer no file is waited for, and what is not kept is asked for', async () => {
  const worker = await makeWorker();
  let asked = 0;
  worker.network = () => {
    asked += 1;
    return new Promise(() => {});
  };
  const page = worker.page();
  await expect.poll(() => worker.timers.pending).toBe(1);
  worker.timers.advance(4000);
  await page;
  expect(await worker.file()).toBe(`play of ${OLDER}`);
  expect(asked).toBe(1);
  worker.network = answers(200, 'of the network');
  await worker.spoil(OLDER, PLAY, 'spoiled');
  await worker.spoil(NEWER, PLAY, 'spoiled');
  expect(await worker.file()).toBe('of the network');
});

test('what was spoiled is handed out to nobody, and another build’s in its place', async () => {
  const worker = await makeWorker();
  worker.network = DOWN;
  await worker.spoil(OLDER, PLAY, 'spoiled');
  expect(await worker.file()).toBe(`play of ${NEWER}`);
  await worker.spoil(NEWER, '/offline.json', 'spoiled');
  await expect(worker.file()).rejects.toThrow('Failed to fetch');
  await worker.spoil(NEWER, '/', '<title>Hotel: log in</title>');
  expect(await worker.page()).toBe(pageOf(OLDER));
});

test('a page whose files are not all kept yet is not handed out', async () => {
  const worker = await makeWorker();
  worker.network = DOWN;
  await worker.caches.open('peerball-build-cccccccccccccccc');
  expect(await worker.page()).toBe(pageOf(NEWER));
});

test('a browser whose caches are broken says what the network says', async () => {
  const worker = await makeWorker();
  worker.caches.keys = () => Promise.reject(new DOMException('', 'UnknownError'));
  worker.network = answers(503, 'not built');
  expect(await worker.page()).toBe('not built');
  worker.network = DOWN;
  await expect(worker.page()).rejects.toThrow('Failed to fetch');
});

test('what the browser began to load before the worker was awake is taken', async () => {
  const { caches, timers } = await makeWorker();
  const send = () => Promise.reject(new Error('asked twice'));
  const preload = Promise.resolve(new Response('preloaded'));
  const page = await answerPage(request('/'), preload, {
    caches,
    timers,
    send,
    silence: { sinceMs: 0 },
    origin: ORIGIN,
  });
  expect(await page.text()).toBe('preloaded');
});
