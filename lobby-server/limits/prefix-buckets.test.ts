import { expect, test } from 'vitest';
import { takeAll } from '../../shared/base/token-bucket.ts';
import { PrefixBuckets } from './prefix-buckets.ts';
import { PrefixCounts } from './prefix-counts.ts';

test('full buckets are forgotten, others are kept', () => {
  const buckets = new PrefixBuckets({ burst: 1, perSecond: 1 });
  buckets.of('busy', 500).take(500);
  for (let i = 0; i < 1000; i++) buckets.of(`visitor ${i}`, 1000);
  expect(buckets.size).toBeLessThan(10);
  expect(buckets.of('busy', 1000).waitMs(1000)).toBe(500);
});

test('[L133] a wider network has four times as much as the narrower one, and no more', () => {
  const buckets = new PrefixBuckets({ burst: 2, perSecond: 2 / 60 });
  let passed = 0;
  // Each from another /64; sixteen of them in each /56.
  for (let at = 0; at < 64; at++) {
    const networks = [`64 ${at}`, `56 ${Math.floor(at / 16)}`, '48'];
    for (let i = 0; i < 3; i++) if (takeAll(buckets.around(networks, 0), 0) === 0) passed += 1;
  }
  expect(passed).toBe(4 * 8);
  expect(takeAll(buckets.around(['64 x', '56 x', '48'], 0), 0)).toBeGreaterThan(0);
  expect(takeAll(buckets.around(['64 y', '56 y', 'another 48'], 0), 0)).toBe(0);
});

test('[L133] what is counted by networks is given back', () => {
  const counts = new PrefixCounts();
  const networks = (at: number) => [`64 ${at}`, '56', '48'];
  for (let at = 0; at < 8; at++) counts.add(networks(at));
  expect(counts.isFull(networks(9), 2)).toBe(true);
  expect(counts.isFull(['64 9', 'another 56', '48'], 2)).toBe(false);
  counts.remove(networks(0));
  expect(counts.isFull(networks(9), 2)).toBe(false);
  expect(counts.isFull(networks(1), 1)).toBe(true);
});
