import { expect, test } from 'vitest';
import { checkTiming } from './timing.ts';

test('the times stand in the order that the rules rely on', () => {
  expect(checkTiming).not.toThrow();
});
