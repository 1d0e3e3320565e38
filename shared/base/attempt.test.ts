import { expect, test } from 'vitest';
import { attempt } from './attempt.ts';

test('what is missing, throws or says nothing gives the other answer', () => {
  const browser: { missing?: () => number } = {};
  expect(attempt(() => browser.missing!(), 7)).toBe(7);
  expect(attempt(() => null, 7)).toBe(7);
  expect(attempt(() => undefined, 7)).toBe(7);
  expect(attempt(() => 0, 7)).toBe(0);
});
