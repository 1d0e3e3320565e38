import { beforeEach, expect, test } from 'vitest';
import type { RoomCode } from '../../../shared/lobby/ids.ts';
import { ManualTimers } from '../../../tests/lobby/manual-timers.ts';
import { type Measured, ProbeQueue } from './probe-queue.ts';

const codes = ['CCCCCC', 'FFFFFF', 'GGGGGG'] as RoomCode[];
const [first, second, third] = codes as [RoomCode, RoomCode, RoomCode];

let timers: ManualTimers;
let running: Map<RoomCode, (ms: number | null) => void>;
let ways: ReadonlyMap<RoomCode, Measured>;
let queue: ProbeQueue;

beforeEach(() => {
  timers = new ManualTimers();
  running = new Map();
  ways = new Map();
  queue = new ProbeQueue({
    timers,
    measure: (code) => new Promise((resolve) => running.set(code, resolve)),
    onMeasured: (all) => {
      ways = all;
    },
  });
});

async function answer(code: RoomCode, ms: number | null): Promise<void> {
  const resolve = running.get(code)!;
  running.delete(code);
  resolve(ms);
  for (let turn = 0; turn < 5; turn++) await Promise.resolve();
}

test('[L99] of the rooms in view two are measured at a time, in their order', async () => {
  queue.look(codes);
  expect([...running.keys()]).toEqual([first, second]);
  await answer(first, 41.6);
  expect([...running.keys()]).toEqual([second, third]);
  expect(ways.get(first)).toEqual({ state: 'measured', ms: 42 });
  expect(ways.get(second)).toEqual({ state: 'measuring' });
});

test('[L99] what is not looked at is not measured, nor is what was measured a moment ago', async () => {
  queue.look([first]);
  await answer(first, 40);
  queue.look([]);
  timers.advance(60_000);
  expect(running.size).toBe(0);
  queue.look([first]);
  expect(running.size).toBe(1);
  await answer(first, 50);
  queue.look([first]);
  expect(running.size).toBe(0);
  timers.advance(20_000);
  expect(running.size).toBe(1);
  // The last ping stands until it is known better.
  expect(ways.get(first)).toEqual({ state: 'measured', ms: 50 });
});

test('[L99] a way that does not open is said to be none, and is tried again later', async () => {
  queue.look([first]);
  await answer(first, null);
  expect(ways.get(first)).toEqual({ state: 'failed' });
  timers.advance(39_999);
  expect(running.size).toBe(0);
  timers.advance(1);
  expect(running.size).toBe(1);
});

test('[L99] a closed queue measures no more', async () => {
  queue.look(codes);
  queue.close();
  await answer(first, 40);
  expect(running.size).toBe(1);
  expect(timers.pending).toBe(0);
});
