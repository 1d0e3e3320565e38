import { expect, test } from 'vitest';
import { HashCourier } from './hash-courier.ts';
import type { RoomEngine } from '../engine/room-engine.ts';

/** A courier of an engine that has these checkpoints, hashes like their indices. */
function createCourier(...indices: number[]) {
  const values = new Map(indices.map((index) => [index, index]));
  const hashes = { newest: indices.at(-1) ?? -1, get: (index: number) => values.get(index) };
  const courier = new HashCourier({ hashes } as unknown as RoomEngine);
  const put = (index: number): void => {
    values.set(index, index);
    hashes.newest = index;
  };
  const takeAll = (count: number): (number | undefined)[] =>
    Array.from({ length: count }, () => courier.take(0)?.value);
  return { courier, put, takeAll };
}

test('[N9] each checkpoint is told in four packets, then nothing until the next', () => {
  const { put, takeAll } = createCourier(0);
  expect(takeAll(6)).toEqual([0, 0, 0, 0, undefined, undefined]);
  put(1);
  expect(takeAll(5)).toEqual([1, 1, 1, 1, undefined]);
});

test('[N9] checkpoints that became final together are told one after the other', () => {
  const { put, takeAll } = createCourier(0);
  takeAll(4);
  for (const index of [1, 2]) put(index);
  expect(takeAll(9)).toEqual([1, 1, 1, 1, 2, 2, 2, 2, undefined]);
});

test('[N9] a checkpoint that nobody was told of is worth a packet of its own', () => {
  const { courier, put, takeAll } = createCourier(0);
  takeAll(4);
  expect(courier.hasNews).toBe(false);
  put(1);
  expect(courier.hasNews).toBe(true);
  courier.take(0);
  expect(courier.hasNews).toBe(false);
});

test('[N23] a new sequencer is told the newest ones again', () => {
  const { courier, put, takeAll } = createCourier(0);
  for (const index of [1, 2, 3]) put(index);
  takeAll(16);
  courier.restart();
  expect(takeAll(8)).toEqual([2, 2, 2, 2, 3, 3, 3, 3]);
});
