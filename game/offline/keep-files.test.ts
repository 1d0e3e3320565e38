import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { ok, fail } from '../../shared/base/result.ts';
import { MemoryCaches } from '../../tests/faults/memory-caches.ts';
import { keepFiles } from './keep-files.ts';

const BUILD = '0123456789abcdef';
const OLDER = 'fedcba9876543210';
const NAME = `peerball-build-${BUILD}`;
const PAGE = `<html><head><meta name="peerball-build" content="${BUILD}">`;
const FILES = { '/assets/menu-1.js': 'menu', '/assets/play-1.js': 'play' };
const DE = '/assets/de-1.js';

/** A browser at a server of one build. */
function makeWorld() {
  const caches = new MemoryCaches();
  const digests = Object.entries({ ...FILES, [DE]: 'Los' }).map(([path, text]) => [
    path,
    createHash('sha256').update(text).digest('hex'),
  ]);
  const world = {
    caches,
    language: 'en',
    served: new Map<string, string>([
      ...Object.entries(FILES),
      [DE, 'Los'],
      ['/', PAGE],
      [
        '/offline.json',
        JSON.stringify({
          build: BUILD,
          files: Object.fromEntries(digests),
          texts: { de: [DE], en: ['/assets/menu-1.js'] },
        }),
      ],
    ]),
    asked: [] as string[],
    inUse: new Set<string>(),
    isDown: false,
    untilQuiet: async (): Promise<void> => {},
    keep: () =>
      keepFiles(BUILD, {
        send: async (url, { cache }) => {
          world.asked.push(cache === 'reload' ? `${url} anew` : url);
          if (world.isDown) throw new TypeError('Failed to fetch');
          const text = world.served.get(url);
          return new Response(text ?? 'not found', { status: text === undefined ? 404 : 200 });
        },
        caches,
        untilQuiet: () => world.untilQuiet(),
        language: world.language,
        buildsInUse: async () => world.inUse,
      }),
    read: async (path: string) => (await (await caches.open(NAME)).match(path))?.text(),
  };
  return world;
}

test('all files of the build are kept one after another, the page behind all of them', async () => {
  const world = makeWorld();
  expect(await world.keep()).toEqual(ok(null));
  expect(world.asked).toEqual(['/offline.json', ...Object.keys(FILES), '/']);
  expect(world.caches.paths(NAME)).toEqual([...Object.keys(FILES), '/offline.json', '/']);
  expect(await world.read('/assets/play-1.js')).toBe('play');
  expect(await world.read('/')).toContain('peerball-kept');
});

test('what is kept is not fetched again, and what was spoiled there is', async () => {
  const world = makeWorld();
  await world.keep();
  await (await world.caches.open(NAME)).put('/assets/play-1.js', new Response('spoiled'));
  world.asked.length = 0;
  expect(await world.keep()).toEqual(ok(null));
  expect(world.asked).toEqual(['/offline.json', '/assets/play-1.js', '/']);
  expect(await world.read('/assets/play-1.js')).toBe('play');
});

test('nothing is fetched while somebody plays', async () => {
  const world = makeWorld();
  let end = (): void => {};
  const match = new Promise<void>((resolve) => {
    end = resolve;
  });
  world.untilQuiet = async () => {
    if (world.asked.includes('/assets/menu-1.js')) await match;
  };
  const kept = world.keep();
  await expect.poll(() => world.asked.length).toBe(2);
  end();
  expect(await kept).toEqual(ok(null));
});

test('another build on the server is not kept under the name of this one', async () => {
  const world = makeWorld();
  const list = world.served.get('/offline.json')!;
  world.served.set('/offline.json', list.replace(BUILD, OLDER));
  expect(await world.keep()).toEqual(fail('no-list'));
  world.served.set('/offline.json', list);
  world.served.set('/', PAGE.replace(BUILD, OLDER));
  expect(await world.keep()).toEqual(fail('not-fetched'));
  expect(world.caches.paths(NAME)).not.toContain('/');
});

test('a file that is not as it was built is asked for past the cache, and not kept', async () => {
  const world = makeWorld();
  world.served.set('/assets/play-1.js', '<title>Hotel: log in</title>');
  expect(await world.keep()).toEqual(fail('not-fetched'));
  expect(world.asked.slice(-2)).toEqual(['/assets/play-1.js', '/assets/play-1.js anew']);
  expect(world.caches.paths(NAME)).toEqual(['/assets/menu-1.js']);
});

test('a server that has no list, or does not answer, and a full disk have names of their own', async () => {
  const world = makeWorld();
  world.served.delete('/offline.json');
  expect(await world.keep()).toEqual(fail('no-list'));
  world.isDown = true;
  expect(await world.keep()).toEqual(fail('not-fetched'));
  const full = makeWorld();
  full.caches.problem = new DOMException('', 'QuotaExceededError');
  expect(await full.keep()).toEqual(fail('no-room'));
});

test('an older build stays for as long as a tab of it is open; other caches are nobody’s business', async () => {
  const world = makeWorld();
  for (const name of [`peerball-build-${OLDER}`, 'of-a-neighbour']) await world.caches.open(name);
  world.inUse.add(OLDER);
  await world.keep();
  expect(await world.caches.keys()).toEqual([`peerball-build-${OLDER}`, 'of-a-neighbour', NAME]);
  world.inUse.clear();
  await world.keep();
  expect(await world.caches.keys()).toEqual(['of-a-neighbour', NAME]);
});

test('words of a language are kept for those who read it, and those in English for all', async () => {
  const world = makeWorld();
  world.language = 'de';
  expect(await world.keep()).toEqual(ok(null));
  expect(await world.read(DE)).toBe('Los');
  expect(await world.read('/assets/menu-1.js')).toBe('menu');
});
