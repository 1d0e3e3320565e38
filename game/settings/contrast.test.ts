import { expect, test } from 'vitest';
import { contrastOf, cssColor, readableOn } from './contrast.ts';

test('contrast is counted as WCAG does, whichever colour comes first', () => {
  expect(contrastOf(0xffffff, 0)).toBeCloseTo(21, 5);
  expect(contrastOf(0x777777, 0xffffff)).toBeCloseTo(4.478, 3);
  expect(contrastOf(0xffffff, 0x777777)).toBe(contrastOf(0x777777, 0xffffff));
});

test('a colour that reads well stays, and a dark one is lifted until it does', () => {
  expect(readableOn(0xffd166, 0x0b1220, 4.5)).toBe(0xffd166);
  for (const color of [0x000000, 0x0b1220, 0x0000ff, 0x800000]) {
    const lifted = readableOn(color, 0x0b1220, 4.5);
    expect(contrastOf(lifted, 0x0b1220)).toBeGreaterThanOrEqual(4.5);
  }
  expect(cssColor(0x00ab01)).toBe('#00ab01');
});
