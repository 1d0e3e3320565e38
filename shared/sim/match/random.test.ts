import { expect, test } from 'vitest';
import { nextFraction, nextRandom, seedRandom } from './random.ts';

test('[S3] a seed always gives the same numbers', () => {
  const words = new Int32Array(6);
  seedRandom(words, 1, 42);
  const numbers = Array.from({ length: 4 }, () => nextRandom(words, 1));
  expect(numbers).toMatchInlineSnapshot(`
    [
      3098175013,
      613174793,
      3097061883,
      2828105995,
    ]
  `);
  expect([words[0], words[5]]).toEqual([0, 0]);
});

test('[S3] other seeds give other numbers, also when they are close', () => {
  const firsts = Array.from({ length: 1000 }, (_, seed) => {
    const words = new Int32Array(4);
    seedRandom(words, 0, seed);
    return nextRandom(words, 0);
  });
  expect(new Set(firsts).size).toBe(1000);
});

test('fractions fill 0 … 1 evenly', () => {
  const words = new Int32Array(4);
  seedRandom(words, 0, 7);
  const buckets = Array.from({ length: 10 }, () => 0);
  for (let count = 0; count < 20_000; count += 1) {
    buckets[Math.floor(nextFraction(words, 0) * 10)]! += 1;
  }
  for (const bucket of buckets) expect(Math.abs(bucket - 2000)).toBeLessThan(200);
});
