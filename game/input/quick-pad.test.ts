import { expect, test } from 'vitest';
import { INPUT_UP } from '../../shared/sim/input.ts';
import { GamepadReader, PAD, type PadLike } from './gamepad.ts';
import { QuickPad } from './quick-pad.ts';

const SHOULDER = 4;

function pad(...pressed: readonly number[]): PadLike {
  const buttons = Array.from({ length: 17 }, (_, index) => ({ pressed: pressed.includes(index) }));
  return { mapping: 'standard', axes: [0, 0], buttons };
}

test('the shoulder opens the quick chat once per press', () => {
  const quick = new QuickPad();
  expect(quick.read(pad(SHOULDER), false, [SHOULDER])).toBe('open');
  expect(quick.read(pad(SHOULDER), true, [SHOULDER])).toBeNull();
  expect(quick.read(pad(), true, [SHOULDER])).toBeNull();
  expect(quick.read(pad(SHOULDER), true, [SHOULDER])).toBe('open');
});

test('the cross chooses clockwise from the top, only while the quick chat is open', () => {
  const quick = new QuickPad();
  const presses = [PAD.up, PAD.right, PAD.down, PAD.left].map((button) => {
    const step = quick.read(pad(button), true, [SHOULDER]);
    quick.read(pad(), true, [SHOULDER]);
    return step;
  });
  expect(presses).toEqual(['quick1', 'quick2', 'quick3', 'quick4']);
  expect(quick.read(pad(PAD.up), false, [SHOULDER])).toBeNull();
  // Held since before it opened: that was steering.
  expect(quick.read(pad(PAD.up), true, [SHOULDER])).toBeNull();
  expect(quick.read(undefined, true, [SHOULDER])).toBeNull();
});

test('the cross steers, but not while it chooses', () => {
  const reader = new GamepadReader();
  expect(reader.read(pad(PAD.up), 0.2, [])).toBe(INPUT_UP);
  expect(reader.read(pad(PAD.up), 0.2, [], false)).toBe(0);
});
