import { expect, test } from 'vitest';
import { fail } from '../../shared/base/result.ts';
import { MemoryCaches } from '../../tests/faults/memory-caches.ts';
import { keepOffline, type OfflinePorts } from './keep-offline.ts';

function makePorts(register: () => Promise<unknown>) {
  const asked: string[] = [];
  const ports = {
    workers: { register },
    caches: new MemoryCaches(),
    untilQuiet: async () => {},
    language: 'en',
    buildsInUse: async () => new Set<string>(),
    send: async (url: string) => {
      asked.push(url);
      return new Response('', { status: 404 });
    },
  };
  return { asked, ports: ports as unknown as OfflinePorts };
}

test('files are kept once a worker is there to hand them out', async () => {
  const { asked, ports } = makePorts(async () => ({}));
  expect(await keepOffline('aaaaaaaa', ports)).toEqual(fail('no-list'));
  expect(asked).toEqual(['/offline.json']);
});

test('where there is no worker nothing is fetched', async () => {
  for (const register of [
    () => Promise.reject(new TypeError('404')),
    () => Promise.reject(new DOMException('', 'SecurityError')),
    () => Promise.resolve(undefined),
  ]) {
    const { asked, ports } = makePorts(register);
    expect(await keepOffline('aaaaaaaa', ports)).toEqual(fail('no-worker'));
    expect(asked).toEqual([]);
  }
});
