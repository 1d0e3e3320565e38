import { expect, test } from 'vitest';
import { fail, ok } from '../../shared/base/result.ts';
import type { Timers } from '../time/timers.ts';
import type { FileAnswer } from './fetch-file.ts';
import { PartLoader } from './part-loader.ts';
import type { BuildAnswer } from './served-build.ts';

const FILES = { play: ['/assets/play.js', '/assets/both.js'], online: ['/assets/both.js'] };

/** A server whose files and build a test decides, and a clock that does not make it wait. */
class FakeServer {
  readonly fetched: string[] = [];
  readonly imported: string[] = [];
  readonly pausesMs: number[] = [];
  readonly answers = new Map<string, FileAnswer[]>();
  build: BuildAnswer = 'same';
  failsToStart = false;

  readonly #timers: Timers = {
    now: () => 0,
    after: (ms, run) => {
      this.pausesMs.push(ms);
      queueMicrotask(run);
      return () => {};
    },
  };

  readonly loader = new PartLoader({
    imports: { play: () => this.#import('play'), online: () => this.#import('online') },
    filesOf: (part) => FILES[part as keyof typeof FILES],
    fetchFile: async (url, afresh) => {
      this.fetched.push(afresh ? `${url} afresh` : url);
      return this.answers.get(url)?.shift() ?? 'here';
    },
    askBuild: async () => this.build,
    timers: this.#timers,
  });

  async #import(part: string): Promise<string> {
    this.imported.push(part);
    if (this.failsToStart) throw new Error('a module that throws');
    return `the ${part}`;
  }
}

test('a part is imported when all of its files are here, and once for everybody', async () => {
  const { loader, fetched, imported } = new FakeServer();
  const both = await Promise.all([loader.load('play'), loader.load('play')]);
  expect(both).toEqual([ok('the play'), ok('the play')]);
  expect(await loader.load('online')).toEqual(ok('the online'));
  expect(fetched).toEqual(['/assets/play.js', '/assets/both.js']);
  expect(imported).toEqual(['play', 'online']);
});

test('a file that does not come is tried for three times, past the cache, with nothing imported', async () => {
  const server = new FakeServer();
  server.answers.set('/assets/play.js', ['silent', 'refused']);
  expect(await server.loader.load('play')).toEqual(ok('the play'));
  expect(server.fetched.filter((url) => url.startsWith('/assets/play'))).toEqual([
    '/assets/play.js',
    '/assets/play.js afresh',
    '/assets/play.js afresh',
  ]);
  expect(server.imported).toEqual(['play']);
  expect(server.pausesMs).toEqual([500, 1500]);
});

test.each([
  { answer: 'lost', build: 'same', problem: 'server-error' },
  { answer: 'lost', build: 'other', problem: 'newer-version' },
  { answer: 'lost', build: 'silent', problem: 'offline' },
  { answer: 'lost', build: 'refused', problem: 'server-error' },
  { answer: 'refused', build: 'same', problem: 'server-error' },
  { answer: 'refused', build: 'other', problem: 'newer-version' },
  { answer: 'refused', build: 'refused', problem: 'server-error' },
  { answer: 'silent', build: 'same', problem: 'server-error' },
  { answer: 'silent', build: 'silent', problem: 'offline' },
  { answer: 'silent', build: 'other', problem: 'newer-version' },
] as const)('$answer from a server that is $build means $problem', async (sample) => {
  const server = new FakeServer();
  server.answers.set(
    '/assets/both.js',
    Array.from({ length: 3 }, () => sample.answer),
  );
  server.build = sample.build;
  expect(await server.loader.load('online')).toEqual(fail(sample.problem));
  expect(server.imported).toEqual([]);
});

test('files of a build that is gone are not tried for again', async () => {
  const server = new FakeServer();
  server.build = 'other';
  server.answers.set('/assets/both.js', ['lost']);
  expect(await server.loader.load('online')).toEqual(fail('newer-version'));
  expect(server.fetched).toEqual(['/assets/both.js']);
});

test('what failed is asked for anew, and found when it is back', async () => {
  const server = new FakeServer();
  server.build = 'silent';
  server.answers.set('/assets/both.js', ['silent', 'silent', 'silent']);
  expect(await server.loader.load('online')).toEqual(fail('offline'));
  server.build = 'same';
  expect(await server.loader.load('online')).toEqual(ok('the online'));
});

test('a part whose files all came and whose code does not start is broken', async () => {
  const server = new FakeServer();
  server.failsToStart = true;
  expect(await server.loader.load('online')).toEqual(fail('broken'));
  server.build = 'silent';
  expect(await server.loader.load('online')).toEqual(fail('offline'));
});

test('files are brought ahead of their parts all at once, and only once', async () => {
  const { loader, fetched, imported } = new FakeServer();
  loader.warm(['play', 'online']);
  expect(fetched).toEqual(['/assets/play.js', '/assets/both.js']);
  expect(imported).toEqual([]);
  await loader.load('online');
  expect(fetched).toHaveLength(2);
});

test('a file that was lost ahead of its part is tried for when the part is wanted', async () => {
  const server = new FakeServer();
  server.answers.set('/assets/both.js', ['silent']);
  server.loader.warm(['online']);
  await Promise.resolve();
  expect(await server.loader.load('online')).toEqual(ok('the online'));
});
