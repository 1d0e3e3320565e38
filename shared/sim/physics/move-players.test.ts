import { expect, test } from 'vitest';
import { Lab } from '../../../tests/determinism/lab.ts';
import { INPUT_DOWN, INPUT_KICK, INPUT_LEFT, INPUT_RIGHT, INPUT_UP } from '../input.ts';

function onePlayer(file: Record<string, unknown> = {}): Lab {
  const lab = new Lab({ playerPhysics: { damping: 1, kickingDamping: 1 }, ...file });
  lab.place(0, 1);
  lab.putPlayer(0, 100, 100);
  return lab;
}

test.each([
  [INPUT_RIGHT, 0.1, 0],
  [INPUT_LEFT, -0.1, 0],
  [INPUT_UP, 0, -0.1],
  [INPUT_DOWN, 0, 0.1],
  [INPUT_LEFT | INPUT_RIGHT, 0, 0],
  [INPUT_RIGHT | INPUT_DOWN, 0.1 * Math.SQRT1_2, 0.1 * Math.SQRT1_2],
  [INPUT_LEFT | INPUT_UP, -0.1 * Math.SQRT1_2, -0.1 * Math.SQRT1_2],
])('[S14] buttons %i accelerate by (%f, %f)', (held, vx, vy) => {
  const lab = onePlayer();
  lab.inputs[0] = held;
  lab.step();
  expect(lab.player(0).vx).toBeCloseTo(vx, 15);
  expect(lab.player(0).vy).toBeCloseTo(vy, 15);
});

test('[S14] with an armed kick a player accelerates by kickingAcceleration', () => {
  const lab = onePlayer();
  lab.inputs[0] = INPUT_RIGHT | INPUT_KICK;
  lab.step();
  expect(lab.player(0).vx).toBeCloseTo(0.07, 15);
});

test('[S11] the kick is armed when its button goes down, told once, and let go with it', () => {
  const lab = onePlayer();
  lab.inputs[0] = INPUT_KICK;
  lab.step();
  expect([lab.seat(0, 'kick'), lab.happened()]).toEqual([1, ['kickArmed']]);
  lab.step();
  expect([lab.seat(0, 'kick'), lab.happened()]).toEqual([1, []]);
  lab.inputs[0] = 0;
  lab.step();
  expect(lab.seat(0, 'kick')).toBe(0);
});

test('the input of an empty seat changes nothing', () => {
  const lab = onePlayer();
  lab.inputs[5] = INPUT_RIGHT | INPUT_KICK;
  lab.step(10);
  expect(lab.player(5)).toEqual({ x: 0, y: 0, vx: 0, vy: 0 });
  expect(lab.seat(5, 'input')).toBe(0);
});
