import { expect, test } from 'vitest';
import { ManualTimers } from '../../tests/lobby/manual-timers.ts';
import { BEAT_MS, NODE_MS, type NodeName } from './backplane.ts';
import { MemoryHub } from './memory-backplane.ts';
import { NodeLife, SURE_MS } from './node-life.ts';

const NODE = 'this-node' as NodeName;
const OTHER = 'other-node' as NodeName;

async function startLife(names: readonly string[] = []) {
  const timers = new ManualTimers();
  const hub = new MemoryHub(timers);
  const way = hub.connect();
  const taken: string[] = [];
  let backs = 0;
  const life = new NodeLife({
    backplane: way,
    node: NODE,
    timers,
    names: () => Promise.resolve(names),
    onTaken: (codes) => taken.push(...codes),
    onBack: () => backs++,
  });
  await settle();
  const pass = async (ms: number): Promise<void> => {
    for (let leftMs = ms; leftMs > 0; leftMs -= BEAT_MS) {
      timers.advance(Math.min(leftMs, BEAT_MS));
      await settle();
    }
  };
  return { timers, hub, way, life, taken, pass, backs: () => backs };
}

async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
}

test('[L151] a node that says that it is there stays sure and ready', async () => {
  const { life, pass } = await startLife();
  await pass(10 * NODE_MS);
  expect([life.isSure, life.isReady]).toEqual([true, true]);
});

test('[L152] without an answer it is unsure before another may claim, and sure again behind the next', async () => {
  const { life, way, pass, hub } = await startLife();
  way.cut();
  await pass(SURE_MS + BEAT_MS);
  expect(life.isSure).toBe(false);
  expect(SURE_MS).toBeLessThan(NODE_MS);
  expect(hub.get(`node ${NODE}`)).toBeNull();
  way.mend();
  await settle();
  expect(life.isSure).toBe(true);
});

test('[L154] five seconds without the backplane and nobody new is to be sent here', async () => {
  const { life, way, timers } = await startLife();
  way.cut();
  timers.advance(4999);
  expect(life.isReady).toBe(true);
  timers.advance(1);
  expect(life.isReady).toBe(false);
});

test('[L152] stopped for long, it begins anew with the others, who have forgotten its pages', async () => {
  const { life, timers, hub, pass, backs } = await startLife();
  hub.set(`node ${NODE}`, '1', 0);
  timers.advance(0);
  const asleep = timers.now.bind(timers);
  timers.now = () => asleep() + NODE_MS;
  await life.check();
  expect(backs()).toBe(1);
  await pass(2 * NODE_MS);
  expect(backs()).toBe(1);
});

test('[L152] stopped for long, it asks what was claimed before it does anything', async () => {
  const { life, timers, hub, taken } = await startLife(['PVX7Q2', 'PVX7Q3']);
  const other = hub.connect();
  await other.beat(OTHER);
  hub.set(`node ${NODE}`, '1', 0);
  hub.set('home PVX7Q2', OTHER, NODE_MS * 10);
  // As a process wakes up: the time has passed, and no timer of it ran.
  timers.advance(0);
  const asleep = timers.now.bind(timers);
  timers.now = () => asleep() + NODE_MS;
  expect(life.isSure).toBe(false);
  await life.check();
  expect(taken).toEqual(['PVX7Q2']);
  expect(await other.homeOf('PVX7Q3')).toMatchObject({ node: NODE });
});

test('[L154] behind an outage every node confirms its own before any takes what seems to be free', async () => {
  const { life, way, hub, pass, backs } = await startLife(['PVX7Q2']);
  expect(life.unsettledMs).toBe(0);
  way.cut();
  hub.clear();
  await pass(BEAT_MS);
  way.mend();
  await settle();
  expect(life.unsettledMs).toBeGreaterThan(BEAT_MS);
  expect(backs()).toBe(1);
  expect(hub.get('home PVX7Q2')).toBe(NODE);
  await pass(2 * BEAT_MS);
  expect(life.unsettledMs).toBe(0);
});
