import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import { fail, ok } from '../../../shared/base/result.ts';
import { ManualTimers } from '../../../tests/lobby/manual-timers.ts';
import { bringOffline } from './bring-offline.ts';
import type { OfflinePage } from './offline.ts';
import type { PageParts } from './page-parts.ts';

function makePage() {
  const timers = new ManualTimers();
  const isAway = signal(false);
  const world = { isLost: false, asked: 0, shown: 0, told: [] as string[] };
  const loader = {
    load: async () => {
      world.asked += 1;
      return world.isLost
        ? fail('offline')
        : ok({ notesOf: () => ({}), keepGame: async () => 'kept' });
    },
  } as unknown as PageParts['loader'];
  bringOffline({ loader, isAway }, { timers } as Partial<OfflinePage> as OfflinePage, {
    show: () => (world.shown += 1),
    tell: (outcome) => world.told.push(outcome),
  });
  return { world, timers, isAway };
}

test('what keeps the game comes once, behind all that is needed first', async () => {
  const { world, timers, isAway } = makePage();
  timers.advance(2999);
  expect(world.asked).toBe(0);
  timers.advance(1);
  await expect.poll(() => world.told).toEqual(['kept']);
  isAway.value = true;
  expect([world.asked, world.shown]).toEqual([1, 1]);
});

test('a server that is away is told of at once, and later where that did not come', async () => {
  const { world, isAway } = makePage();
  world.isLost = true;
  isAway.value = true;
  await expect.poll(() => world.asked).toBe(1);
  isAway.value = false;
  world.isLost = false;
  isAway.value = true;
  await expect.poll(() => world.shown).toBe(1);
});
