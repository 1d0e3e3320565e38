import { expect, test } from 'vitest';
import {
  INPUT_DOWN,
  INPUT_KICK,
  INPUT_LEFT,
  INPUT_RIGHT,
  INPUT_UP,
  toInputBits,
} from '../../shared/sim/input.ts';
import { EightWay } from './direction.ts';
import { GamepadReader, PAD, type PadLike } from './gamepad.ts';
import { MenuSteps } from './menu-navigation.ts';
import { pickInDirection, type Edges } from './pick-in-direction.ts';
import { rotateInput } from './rotate-input.ts';
import { STICK_RADIUS_PX, TouchStick } from './touch-stick.ts';

function pad(pressed: readonly number[], x = 0, y = 0): PadLike {
  const buttons = Array.from({ length: 17 }, (_, index) => ({ pressed: pressed.includes(index) }));
  return { mapping: 'standard', axes: [x, y], buttons };
}

function at(x: number, y: number): Edges {
  return { left: x - 10, right: x + 10, top: y - 5, bottom: y + 5 };
}

test('with the pitch turned so that right is up, pressing up runs right', () => {
  const upAndKick = toInputBits(INPUT_UP | INPUT_KICK);
  expect(rotateInput(upAndKick, 3)).toBe(INPUT_RIGHT | INPUT_KICK);
  expect(rotateInput(upAndKick, 1)).toBe(INPUT_LEFT | INPUT_KICK);
  expect(rotateInput(upAndKick, 2)).toBe(INPUT_DOWN | INPUT_KICK);
  expect(rotateInput(toInputBits(INPUT_UP | INPUT_LEFT), 3)).toBe(INPUT_RIGHT | INPUT_UP);
});

test('four quarter turns change nothing, for every combination of buttons', () => {
  for (let bits = 0; bits < 32; bits += 1) {
    let turned = toInputBits(bits);
    for (let turn = 0; turn < 4; turn += 1) turned = rotateInput(turned, 1);
    expect(turned).toBe(bits);
  }
});

test('a stick gives the eight directions and nothing inside its dead zone', () => {
  const stick = new EightWay();
  expect(stick.read(1, 0, 0.2)).toBe(INPUT_RIGHT);
  expect(stick.read(0.7, 0.7, 0.2)).toBe(INPUT_RIGHT | INPUT_DOWN);
  expect(stick.read(-1, 0.01, 0.2)).toBe(INPUT_LEFT);
  expect(stick.read(0, -1, 0.2)).toBe(INPUT_UP);
  expect(stick.read(0.1, 0.1, 0.2)).toBe(0);
});

test('a stick that trembles at the edge of a direction keeps it', () => {
  const stick = new EightWay();
  const edge = Math.PI / 8;
  expect(stick.read(1, 0, 0.2)).toBe(INPUT_RIGHT);
  expect(stick.read(Math.cos(edge + 0.05), Math.sin(edge + 0.05), 0.2)).toBe(INPUT_RIGHT);
  const beyond = edge + 0.15;
  expect(stick.read(Math.cos(beyond), Math.sin(beyond), 0.2)).toBe(INPUT_RIGHT | INPUT_DOWN);
});

test('a gamepad steers by stick or cross and kicks by several buttons', () => {
  const reader = new GamepadReader();
  const kick = [PAD.a, 7];
  expect(reader.read(pad([PAD.left, PAD.a]), 0.2, kick)).toBe(INPUT_LEFT | INPUT_KICK);
  expect(reader.read(pad([7], 0, 0.9), 0.2, kick)).toBe(INPUT_DOWN | INPUT_KICK);
  expect(reader.read(undefined, 0.2, kick)).toBe(0);
  expect(reader.read(pad([PAD.a]), 0.2, [3])).toBe(0);
});

test('a menu step comes once per press and repeats while a direction is held', () => {
  const steps = new MenuSteps();
  const down = pad([PAD.down]);
  expect(steps.read(down, 0)).toBe('down');
  expect(steps.read(down, 200)).toBeNull();
  expect(steps.read(down, 400)).toBe('down');
  expect(steps.read(down, 450)).toBeNull();
  expect(steps.read(pad([]), 460)).toBeNull();
  expect(steps.read(pad([PAD.a]), 470)).toBe('activate');
  expect(steps.read(pad([PAD.a]), 5000)).toBeNull();
});

test('the focus moves to the nearest control ahead and never backwards', () => {
  const places = [at(0, 40), at(60, 30), at(0, -20), at(0, 200)];
  expect(pickInDirection(at(0, 0), places, 'down')).toBe(0);
  expect(pickInDirection(at(0, 0), places, 'up')).toBe(2);
  expect(pickInDirection(at(0, 0), places, 'right')).toBe(1);
  expect(pickInDirection(at(0, 0), places, 'left')).toBe(-1);
});

test('a wide control right ahead is nearer than a narrow one behind it', () => {
  const wide = { left: -200, right: 40, top: 30, bottom: 50 };
  expect(pickInDirection(at(0, 0), [at(0, 90), wide], 'down')).toBe(1);
});

test('the touch stick starts under the thumb and follows it beyond its radius', () => {
  const stick = new TouchStick();
  stick.start(100, 300);
  expect(stick.bits).toBe(0);
  stick.move(100 + 3 * STICK_RADIUS_PX, 300);
  expect(stick.bits).toBe(INPUT_RIGHT);
  expect(stick.baseX).toBeCloseTo(100 + 2 * STICK_RADIUS_PX);
  // Coming back past the wandered base turns around at once.
  stick.move(stick.baseX - 20, 300);
  expect(stick.bits).toBe(INPUT_LEFT);
  stick.end();
  expect(stick.bits).toBe(0);
});

test('[V74] a smaller touch stick has a shorter way, and a smaller rest in its middle', () => {
  const stick = new TouchStick();
  stick.start(100, 300, 0.7);
  stick.move(108, 300);
  expect(stick.bits).toBe(INPUT_RIGHT);
  stick.move(100 + STICK_RADIUS_PX, 300);
  expect(stick.baseX).toBeCloseTo(100 + 0.3 * STICK_RADIUS_PX);
});
