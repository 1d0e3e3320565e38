import { expect, test } from 'vitest';
import { discLabel } from './nickname.ts';

test('[R35] what was said of a disc stands on it, else letters of the name', () => {
  expect(discLabel({ name: 'Ana López', badge: '10' })).toBe('10');
  expect(discLabel({ name: 'Ana López', badge: null })).toBe('AL');
  expect(discLabel({ name: 'Bolt' })).toBe('B');
});

test('a picture that this machine has no font for gives way to letters of the name', () => {
  const ana = { name: 'Ana López', badge: '⚽' };
  expect(discLabel(ana, () => true)).toBe('⚽\uFE0F');
  expect(discLabel(ana, () => false)).toBe('AL');
});
