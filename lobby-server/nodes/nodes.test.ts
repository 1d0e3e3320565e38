import { expect, test } from 'vitest';
import { ManualTimers } from '../../tests/lobby/manual-timers.ts';
import type { RoomCode } from '../../shared/lobby/ids.ts';
import type { NodeName } from './backplane.ts';
import { MemoryHub } from './memory-backplane.ts';
import { SURE_MS } from './node-life.ts';
import { Nodes } from './nodes.ts';

const CODE = 'PVX7Q2' as RoomCode;
const SILENT = { info: () => {}, warn: () => {}, error: () => {} };

async function settle(): Promise<void> {
  for (let turn = 0; turn < 40; turn++) await Promise.resolve();
}

async function startNodes() {
  const timers = new ManualTimers();
  const hub = new MemoryHub(timers);
  const counts = new Map<string, number>();
  const start = () => {
    const backplane = hub.connect();
    const count = (what: string) => void counts.set(what, (counts.get(what) ?? 0) + 1);
    const codes = () => Promise.resolve<RoomCode[]>([]);
    return { backplane, nodes: new Nodes({ backplane, timers, log: SILENT, count, codes }) };
  };
  const [a, b] = [start(), start()];
  await settle();
  return { timers, hub, a, b, counts };
}

test('[L151] a room is claimed from a node that does not listen, and not from one that does', async () => {
  const { a, b } = await startNodes();
  expect(await a.nodes.claimNew(CODE)).toBe(true);
  expect(await b.nodes.claim(CODE)).toBe(a.nodes.name);
  a.backplane.cut();
  expect(await b.nodes.claim(CODE)).toBe('here');
  expect(await b.nodes.find(CODE)).toBe('here');
});

test('[L152] for four seconds nobody decides for a room whose node may only be deaf', async () => {
  const { a, b, timers } = await startNodes();
  await a.nodes.claimNew(CODE);
  expect(a.nodes.mayDecide(CODE)).toBe(true);
  a.backplane.cut();
  await b.nodes.claim(CODE);
  expect(b.nodes.mayDecide(CODE)).toBe(false);
  for (let passedMs = 0; passedMs < SURE_MS; passedMs += 1000) {
    expect(a.nodes.mayDecide(CODE) && b.nodes.mayDecide(CODE)).toBe(false);
    timers.advance(1000);
    await settle();
  }
  expect([a.nodes.mayDecide(CODE), b.nodes.mayDecide(CODE)]).toEqual([false, true]);
});

test('[L152] a room of a node that left in order is decided for at once', async () => {
  const { a, b } = await startNodes();
  await a.nodes.claimNew(CODE);
  await a.nodes.close();
  expect(await b.nodes.claim(CODE)).toBe('here');
  expect(b.nodes.mayDecide(CODE)).toBe(true);
});

test('[L153] what a node is asked and does not answer is to be asked later', async () => {
  const { a, b, timers, counts } = await startNodes();
  const ask = () => a.nodes.ask(b.nodes.name, (id) => ({ type: 'alive', id, connection: 'c' }));
  const asked = ask();
  await settle();
  timers.advance(2000);
  expect(await asked).toMatchObject({ ok: false, error: { code: 'TRY_LATER' } });
  expect(counts.get('node/NO_ANSWER')).toBe(1);
  b.backplane.cut();
  expect(await ask()).toMatchObject({ ok: false, error: { code: 'TRY_LATER' } });
});

test.each([
  'no JSON',
  'null',
  '[]',
  '{"type":"ask","from":"x"}',
  '{"type":"__proto__","from":"x"}',
  '{"type":"news","from":"x","to":{"room":"PVX7Q2"},"name":"constructor","news":{}}',
  `{"type":"here","from":"${'x'.repeat(300_000)}"}`,
])('[L153] of %.40s nothing is taken, and nothing throws', async (text) => {
  const { a, hub, counts } = await startNodes();
  hub.publish(a.nodes.name, text);
  await settle();
  expect(counts.get('node/UNREADABLE')).toBe(1);
  expect(a.nodes.others).toHaveLength(1);
});

test('[L154] behind an outage the nodes begin anew with each other', async () => {
  const { a, b } = await startNodes();
  const lost: NodeName[] = [];
  const found: NodeName[] = [];
  b.nodes.onLost = (node) => lost.push(node);
  b.nodes.onFound = (node) => found.push(node);
  a.backplane.cut();
  a.backplane.mend();
  await settle();
  expect([lost, found]).toEqual([[a.nodes.name], [a.nodes.name]]);
});
