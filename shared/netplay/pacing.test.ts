import { expect, test } from 'vitest';
import { toInputBits } from '../sim/input.ts';
import { InputDelay } from './input-delay.ts';
import { Lateness, chooseDeadline } from './lateness.ts';
import { OwnInputs } from './own-inputs.ts';
import { SendPace } from './send-pace.ts';

function countSent(pace: SendPace, ticks: number, wasSent = true): number {
  let count = 0;
  for (let tick = 0; tick < ticks; tick++) {
    if (!pace.isDue()) continue;
    count += 1;
    pace.sent(wasSent);
  }
  return count;
}

test('a quiet link sends 20 times a second, a clogged one 10 times', () => {
  expect(countSent(new SendPace(), 60)).toBe(20);
  const clogged = new SendPace();
  countSent(clogged, 60, false);
  expect(countSent(clogged, 60, false)).toBe(10);
});

test('an own change goes out at once and in the tick after', () => {
  const pace = new SendPace();
  countSent(pace, 10);
  pace.hurry();
  expect(countSent(pace, 3)).toBe(2);
});

test('[N5] the deadline follows the latest player within its bounds', () => {
  expect(chooseDeadline(null)).toBe(12);
  expect(chooseDeadline(1)).toBe(6);
  expect(chooseDeadline(8.2)).toBe(11);
  expect(chooseDeadline(90)).toBe(18);
  const lateness = new Lateness();
  for (let index = 0; index < 100; index++) lateness.add(index < 2 ? 9 : 3);
  expect(lateness.p99()).toBe(9);
});

test('[N6] the input delay grows with the way and with eaten inputs, and shrinks when calm', () => {
  const delay = new InputDelay();
  for (let tick = 0; tick < 10; tick++) delay.advance(50, 4);
  expect(delay.ticks).toBe(0);
  for (let tick = 0; tick < 10; tick++) delay.advance(120, 4);
  expect(delay.ticks).toBe(3);
  for (let index = 0; index < 10; index++) delay.eat();
  for (let tick = 0; tick < 120; tick++) delay.advance(120, 0);
  expect(delay.ticks).toBe(4);
  for (let tick = 0; tick < 2000; tick++) delay.advance(20, 4);
  expect(delay.ticks).toBe(0);
});

test('[N6] a growing delay fills its gap with the same input, a tap within a tick is kept', () => {
  const inputs = new OwnInputs();
  const recorded: (readonly [number, number])[] = [];
  const record = (tick: number, bits: number): void => void recorded.push([tick, bits]);
  inputs.hold(toInputBits(8));
  inputs.sample(0, record);
  inputs.hold(toInputBits(24));
  inputs.hold(toInputBits(8));
  expect(inputs.sample(3, record)).toBe(true);
  expect(inputs.sample(3, record)).toBe(false);
  expect(recorded).toEqual([
    [0, 8],
    [1, 24],
    [2, 24],
    [3, 24],
  ]);
  expect(inputs.window(2)).toEqual([24, 24]);
  expect(inputs.window(99)).toEqual([24]);
});
