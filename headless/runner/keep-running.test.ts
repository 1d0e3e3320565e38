import { expect, test } from 'vitest';
import { pauseBefore } from './keep-running.ts';

test('a process that was killed is begun again at once, one that ends soon again and again more slowly', () => {
  expect([0, 1].map(pauseBefore)).toEqual([0, 0]);
  expect(pauseBefore(2)).toBeGreaterThan(1_000);
});
