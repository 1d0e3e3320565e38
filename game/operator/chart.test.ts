import { expect, test } from 'vitest';
import { pointsOf } from './chart.ts';

test('the newest value stands at the right, the largest at the top', () => {
  expect(pointsOf([0, 5, 10], 10, 4)).toBe('100.0,78.0 200.0,40.0 300.0,2.0');
});

test('nothing but zeros is a line at the bottom', () => {
  expect(pointsOf([0, 0], 0, 2)).toBe('0.0,78.0 300.0,78.0');
});
