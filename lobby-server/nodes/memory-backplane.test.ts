import { expect, test } from 'vitest';
import { ManualTimers } from '../../tests/lobby/manual-timers.ts';
import { HOME_MS, NODE_MS, type NodeName } from './backplane.ts';
import { describeBackplane } from './backplane.contract.ts';
import { MemoryHub } from './memory-backplane.ts';

let hub = new MemoryHub(new ManualTimers());

describeBackplane('a backplane in memory', {
  connect: () => Promise.resolve(hub.connect()),
  clear: async () => {
    hub = new MemoryHub(new ManualTimers());
  },
});

test('[L151] a node that is silent for six seconds may lose its rooms, and a home is forgotten in time', async () => {
  const timers = new ManualTimers();
  const backplane = new MemoryHub(timers).connect();
  const [a, b] = ['a' as NodeName, 'b' as NodeName];
  await backplane.beat(a);
  await backplane.claim('PVX7Q2', a);
  timers.advance(NODE_MS - 1);
  expect((await backplane.claim('PVX7Q2', b))?.home).toBe(a);
  timers.advance(1);
  expect((await backplane.claim('PVX7Q2', b))?.home).toBe(b);
  timers.advance(HOME_MS);
  expect(await backplane.homeOf('PVX7Q2')).toBeNull();
});
