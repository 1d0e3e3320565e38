import { expect, test } from 'vitest';
import type { Timers } from '../time/timers.ts';
import { ServedBuild } from './served-build.ts';

const OWN = '0123456789abcdef';
const NEVER: Timers = { now: () => 0, after: () => () => {} };

function page(build: string): string {
  return `<!doctype html><head><meta name="peerball-build" content="${build}"></head>`;
}

function makeBuild(send: typeof fetch, own: string | null = OWN, timers = NEVER) {
  const told: string[] = [];
  const build = new ServedBuild({ own, fetch: send, timers, onOther: () => told.push('other') });
  return { build, told };
}

test('the page of the same build is no news, one of another build is told once', async () => {
  let served = OWN;
  const { build, told } = makeBuild(async () => new Response(page(served)));
  expect(await build.ask()).toBe('same');
  served = 'fedcba9876543210';
  expect(await build.ask()).toBe('other');
  expect(await build.ask()).toBe('other');
  expect(told).toEqual(['other']);
});

test('it asks past every cache, and once for all who ask at a time', async () => {
  const asked: unknown[] = [];
  const { build } = makeBuild(async (url, init) => {
    asked.push([url, init?.cache]);
    return new Response(page(OWN));
  });
  await Promise.all([build.ask(), build.ask()]);
  expect(asked).toEqual([['/', 'no-store']]);
});

test('somebody else’s page, such as the login of a hotel, is no newer version', async () => {
  for (const text of ['', '<p>Welcome! Room number?', page('<script>'), page('0'.repeat(65))]) {
    const { build, told } = makeBuild(async () => new Response(text));
    expect(await build.ask()).toBe('silent');
    expect(told).toEqual([]);
  }
  const far = makeBuild(async () => new Response(' '.repeat(70_000) + page('fedcba9876543210')));
  expect(await far.build.ask()).toBe('silent');
});

test('a server in trouble and one that does not answer are told apart', async () => {
  const refusing = makeBuild(async () => new Response(null, { status: 502 }));
  expect(await refusing.build.ask()).toBe('refused');
  const absent = makeBuild(() => Promise.reject(new TypeError('Failed to fetch')));
  expect(await absent.build.ask()).toBe('silent');
});

test('it does not wait for an answer for more than 8 s', async () => {
  let giveUp = (): void => {};
  const timers: Timers = {
    now: () => 0,
    after(ms, run) {
      expect(ms).toBe(8000);
      giveUp = run;
      return () => {};
    },
  };
  const { build } = makeBuild(
    (_url, init) =>
      new Promise((_resolve, reject) => {
        init?.signal?.addEventListener('abort', () => reject(new DOMException('', 'AbortError')));
      }),
    OWN,
    timers,
  );
  const asking = build.ask();
  giveUp();
  expect(await asking).toBe('silent');
});

test('in development no build is another', async () => {
  const { build } = makeBuild(async () => new Response(page(OWN)), null);
  expect(await build.ask()).toBe('same');
});
