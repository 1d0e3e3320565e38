import { expect, test } from 'vitest';
import { MemoryCaches } from '../../../tests/faults/memory-caches.ts';
import { leaveIfUnwanted } from './leave-host.ts';

async function askHost(answer: () => Promise<Response>) {
  const caches = new MemoryCaches();
  await caches.open('peerball-build-aaaaaaaa');
  await caches.open('of-a-neighbour');
  let isGone = false;
  const registration = {
    unregister: async () => {
      isGone = true;
      return true;
    },
  };
  await leaveIfUnwanted({ send: answer, caches, registration });
  return { isGone, names: await caches.keys() };
}

test('a host that serves no worker gets rid of it, and of all that it kept', async () => {
  for (const status of [404, 410]) {
    expect(await askHost(async () => new Response('', { status }))).toEqual({
      isGone: true,
      names: ['of-a-neighbour'],
    });
  }
});

test('a host that is away or in trouble says nothing about it', async () => {
  const answers = [200, 302, 403, 500, 502, 503].map(
    (status) => async () => new Response('', { status }),
  );
  for (const answer of [...answers, () => Promise.reject(new TypeError('Failed to fetch'))]) {
    const { isGone, names } = await askHost(answer);
    expect([isGone, names.length]).toEqual([false, 2]);
  }
});
