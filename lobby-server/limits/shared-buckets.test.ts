import { expect, test } from 'vitest';
import { SharedBuckets } from './shared-buckets.ts';

const RATE = { burst: 3, perSecond: 0.1 };
const NETWORKS = ['64', '56', '48'];

/** Two processes that hear each other at once. */
function makeTwo() {
  const both: SharedBuckets[] = [];
  for (const at of [0, 1]) {
    both.push(new SharedBuckets((limit, networks) => both[1 - at]!.charge(limit, networks, 0)));
  }
  return both as [SharedBuckets, SharedBuckets];
}

test('[L156] what is used up at one process is used up at the other', () => {
  const [here, there] = makeTwo().map((shared) => shared.of('joins', RATE)) as [
    ReturnType<SharedBuckets['of']>,
    ReturnType<SharedBuckets['of']>,
  ];
  expect([here.take(NETWORKS, 0), there.take(NETWORKS, 0), here.take(NETWORKS, 0)]).toEqual([
    0, 0, 0,
  ]);
  expect(here.take(NETWORKS, 0)).toBe(10_000);
  expect(there.take(NETWORKS, 0)).toBe(10_000);
  expect(there.take(['another'], 0)).toBe(0);
});

test('[L156] what was refused is not told, nor what was told', () => {
  const told: string[] = [];
  const shared = new SharedBuckets((limit, networks) => told.push(`${limit} ${networks.join()}`));
  const joins = shared.of('joins', RATE);
  shared.charge('joins', NETWORKS, 0);
  for (let at = 0; at < 5; at++) joins.take(NETWORKS, 0);
  expect(told).toEqual(['joins 64,56,48', 'joins 64,56,48']);
});

test('[L156] each limit is counted for itself, and once', () => {
  const shared = new SharedBuckets();
  const [joins, peeks] = [shared.of('joins', RATE), shared.of('peeks', RATE)];
  shared.charge('joins', NETWORKS, 0);
  shared.charge('passwords', NETWORKS, 0);
  const left = (buckets: typeof joins): number => {
    let count = 0;
    while (buckets.take(NETWORKS, 0) === 0) count += 1;
    return count;
  };
  expect([left(joins), left(peeks)]).toEqual([2, 3]);
  expect(() => shared.of('joins', RATE)).toThrow('counted already');
});
