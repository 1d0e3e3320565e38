import { expect, test } from 'vitest';
import { Samples } from './samples.ts';

test('a percentile is the value that a share of all keep below or at', () => {
  const samples = new Samples();
  for (let value = 100; value >= 1; value--) samples.add(value);
  expect(samples.percentile(0.5)).toBe(50);
  expect(samples.percentile(0.99)).toBe(99);
  expect(samples.max).toBe(100);
  samples.add(1_000);
  expect(samples.max).toBe(1_000);
});

test('what was never measured is no number', () => {
  const samples = new Samples();
  expect([samples.mean, samples.max, samples.percentile(0.5)]).toEqual([NaN, NaN, NaN]);
});
