import { expect, test } from 'vitest';
import type { Timers } from '../time/timers.ts';
import { fetchFile } from './fetch-file.ts';

const NEVER: Timers = { now: () => 0, after: () => () => {} };
const SCRIPT = { headers: { 'Content-Type': 'text/javascript' } };

function answer(body: BodyInit | null, init: ResponseInit = SCRIPT): typeof fetch {
  return async () => new Response(body, init);
}

function fetchOne(send: typeof fetch, timers = NEVER, url = '/assets/play.js') {
  return fetchFile(url, { fetch: send, timers, afresh: false });
}

test('a file is here once its last byte is', async () => {
  let finish = (): void => {};
  const body = new ReadableStream({
    start(stream) {
      stream.enqueue(new Uint8Array(4));
      finish = () => stream.close();
    },
  });
  let isHere = false;
  const fetching = fetchOne(answer(body)).then((got) => {
    isHere = true;
    return got;
  });
  await new Promise((resolve) => setImmediate(resolve));
  expect(isHere).toBe(false);
  finish();
  expect(await fetching).toBe('here');
});

test('no such file, and a page in its place, are a lost file', async () => {
  const page = { headers: { 'Content-Type': 'text/html; charset=utf-8' } };
  expect(await fetchOne(answer(null, { status: 404 }))).toBe('lost');
  expect(await fetchOne(answer('<p>', page))).toBe('lost');
  expect(await fetchOne(answer('<p>', page), NEVER, '/assets/overlay.css')).toBe('lost');
  expect(await fetchOne(answer('x'), NEVER, '/assets/a.woff2')).toBe('here');
});

test('a server in trouble is no lost file', async () => {
  for (const status of [500, 502, 503]) {
    expect(await fetchOne(answer(null, { status }))).toBe('refused');
  }
});

test('no answer, and one that breaks off, are silence', async () => {
  expect(await fetchOne(() => Promise.reject(new TypeError('Failed to fetch')))).toBe('silent');
  const body = new ReadableStream({
    start: (stream) => stream.error(new TypeError('network error')),
  });
  expect(await fetchOne(answer(body))).toBe('silent');
});

test('a download on which nothing arrives for 15 s is given up', async () => {
  const waits: { ms: number; run: () => void; isOff: boolean }[] = [];
  const timers: Timers = {
    now: () => 0,
    after(ms, run) {
      const wait = { ms, run, isOff: false };
      waits.push(wait);
      return () => {
        wait.isOff = true;
      };
    },
  };
  const stalled: typeof fetch = (_url, init) =>
    new Promise((_resolve, reject) => {
      init?.signal?.addEventListener('abort', () => reject(new DOMException('', 'AbortError')));
    });
  const fetching = fetchOne(stalled, timers);
  expect(waits).toMatchObject([{ ms: 15_000, isOff: false }]);
  waits[0]!.run();
  expect(await fetching).toBe('silent');

  await fetchOne(answer('some bytes'), timers);
  expect(waits.slice(1).every(({ isOff }) => isOff)).toBe(true);
});

test('another try goes past the cache, where the wrong answer may lie', async () => {
  const caches: unknown[] = [];
  const send: typeof fetch = async (_url, init) => {
    caches.push(init?.cache);
    return new Response('x', SCRIPT);
  };
  await fetchFile('/a.js', { fetch: send, timers: NEVER, afresh: false });
  await fetchFile('/a.js', { fetch: send, timers: NEVER, afresh: true });
  expect(caches).toEqual(['default', 'reload']);
});
