import { expect, test } from 'vitest';
import { TokenBucket } from './token-bucket.ts';

test('a bucket gives its burst at once and then its rate', () => {
  const bucket = new TokenBucket({ burst: 2, perSecond: 4 }, 0);
  expect([bucket.take(0), bucket.take(0), bucket.take(0)]).toEqual([0, 0, 250]);
  expect(bucket.take(249)).toBe(1);
  expect(bucket.take(250)).toBe(0);
  expect(bucket.take(250)).toBe(250);
});

test('looking at a bucket takes nothing, and rest never fills it over the brim', () => {
  const bucket = new TokenBucket({ burst: 1, perSecond: 1 }, 0);
  expect(bucket.waitMs(0)).toBe(0);
  expect(bucket.take(1e9)).toBe(0);
  expect(bucket.waitMs(1e9)).toBe(1000);
});

test('what was used elsewhere is taken in whole tokens, as far as there are any', () => {
  const bucket = new TokenBucket({ burst: 5, perSecond: 1 }, 0);
  bucket.drain(0, 3);
  expect(bucket.take(0, 2)).toBe(0);
  bucket.drain(500, 100);
  expect(bucket.take(1000)).toBe(0);
});
