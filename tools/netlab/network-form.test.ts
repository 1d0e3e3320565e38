import { expect, test } from 'vitest';
import { readForm } from './network-form.ts';

test('without a word the network test is short', () => {
  expect(readForm(undefined)).toBe('short');
  expect(readForm('')).toBe('short');
  expect(readForm('short')).toBe('short');
});

test('the full form is asked for by its name', () => {
  expect(readForm('full')).toBe('full');
});

test('what is neither is refused', () => {
  expect(() => readForm('long')).toThrow('must be short or full, not long');
});
