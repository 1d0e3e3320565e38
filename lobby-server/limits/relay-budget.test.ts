import { expect, test } from 'vitest';
import { PrefixBuckets } from './prefix-buckets.ts';
import { RelayBudget } from './relay-budget.ts';

function makeBudget(): RelayBudget {
  const ofPrefix = new PrefixBuckets({ burst: 3, perSecond: 1 });
  return new RelayBudget(ofPrefix, { burst: 5, perSecond: 1 }, 0);
}

const taken = (budget: RelayBudget, network: string, times: number): number =>
  Array.from({ length: times }, () => budget.take([network], 0)).filter(Boolean).length;

test('[L143] one address relays so much and no more, and leaves the others theirs', () => {
  const budget = makeBudget();
  expect(taken(budget, 'loud', 100)).toBe(3);
  expect(taken(budget, 'quiet', 2)).toBe(2);
});

test('[L143] all together relay so much and no more', () => {
  const budget = makeBudget();
  const counts = ['a', 'b', 'c', 'd'].map((network) => taken(budget, network, 2));
  expect(counts).toEqual([2, 2, 1, 0]);
  expect(budget.take(['e'], 1000)).toBe(true);
});

test('[L171] what another process has counted for its address counts for all alone', () => {
  const budget = makeBudget();
  expect([0, 0, 0].map((nowMs) => budget.takeInAll(nowMs))).toEqual([true, true, true]);
  expect(taken(budget, 'loud', 100)).toBe(2);
});
