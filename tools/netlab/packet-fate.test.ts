import { expect, test } from 'vitest';
import { createRandom } from '../../shared/base/seeded-random.ts';
import { PERFECT } from '../../shared/netplay/link/simulated-network.ts';
import { decideFate } from './packet-fate.ts';

const PACKETS = 20_000;

function manyFates(conditions: Partial<typeof PERFECT>, seed = 1): number[][] {
  const random = createRandom(seed);
  return Array.from({ length: PACKETS }, () => decideFate({ ...PERFECT, ...conditions }, random));
}

test('a perfect network delivers every packet once and at once', () => {
  expect(manyFates({}).every((travels) => travels.length === 1 && travels[0] === 0)).toBe(true);
});

test('the share of lost, doubled and overtaking packets is as asked for', () => {
  const share = (fates: number[][], is: (travels: number[]) => boolean) =>
    fates.filter(is).length / PACKETS;
  expect(share(manyFates({ loss: 0.05 }), (each) => each.length === 0)).toBeCloseTo(0.05, 2);
  expect(share(manyFates({ duplicate: 0.1 }), (each) => each.length === 2)).toBeCloseTo(0.1, 1);
  const fates = manyFates({ delayMs: 75, reorder: 0.1 });
  expect(share(fates, (each) => each[0] === 0)).toBeCloseTo(0.1, 1);
});

test('travel times have the asked mean and deviation, and none is negative', () => {
  const times = manyFates({ delayMs: 75, jitterMs: 20 }).flat();
  const mean = times.reduce((sum, each) => sum + each, 0) / times.length;
  const variance = times.reduce((sum, each) => sum + (each - mean) ** 2, 0) / times.length;
  expect(mean).toBeCloseTo(75, 0);
  expect(Math.sqrt(variance)).toBeCloseTo(20, 0);
  expect(
    manyFates({ delayMs: 1, jitterMs: 20 })
      .flat()
      .every((each) => each >= 0),
  ).toBe(true);
});

test('the same seed decides the same', () => {
  const conditions = { delayMs: 75, jitterMs: 20, loss: 0.05 };
  const written = (seed: number) => JSON.stringify(manyFates(conditions, seed));
  expect(written(7)).toBe(written(7));
  expect(written(7) === written(8)).toBe(false);
});
