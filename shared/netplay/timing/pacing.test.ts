import { expect, test } from 'vitest';
import { toInputBits } from '../../sim/input.ts';
import { InputDelay } from './input-delay.ts';
import { Lateness, chooseDeadline } from './lateness.ts';
import { OwnInputs } from './own-inputs.ts';
import { SendPace } from './send-pace.ts';

type Asked = { readonly from?: number; readonly every?: number; readonly wasSent?: boolean };

/** Packets sent when it is asked at every tick, or at every so many. */
function countSent(
  pace: SendPace,
  ticks: number,
  { from = 0, every = 1, wasSent = true }: Asked = {},
) {
  let count = 0;
  for (let tick = from; tick < from + ticks; tick += every) {
    if (!pace.isDue(tick)) continue;
    count += 1;
    pace.sent(tick, wasSent);
  }
  return count;
}

test('a quiet link sends 15 times a second, a clogged one 10 times', () => {
  expect(countSent(new SendPace(), 60)).toBe(15);
  const clogged = new SendPace();
  countSent(clogged, 60, { wasSent: false });
  expect(countSent(clogged, 60, { from: 60, wasSent: false })).toBe(10);
});

test('a tab that runs once a second sends each time, and so does one whose clock went back', () => {
  expect(countSent(new SendPace(), 600, { every: 60 })).toBe(10);
  const pace = new SendPace();
  pace.sent(1_000, true);
  expect(pace.isDue(100)).toBe(true);
});

test('[N22] between two of whom one only watches a sign of life goes five times a second', () => {
  const pace = new SendPace();
  pace.hurry();
  let count = 0;
  for (let tick = 0; tick < 60; tick++) {
    if (!pace.isDue(tick, 'sign')) continue;
    pace.sent(tick, true);
    count += 1;
  }
  expect(count).toBe(5);
});

test('an own change goes out at once and two ticks later, then the link is quiet again', () => {
  const pace = new SendPace();
  countSent(pace, 10);
  pace.hurry();
  const sent = [];
  for (let tick = 10; tick < 20; tick++) {
    if (!pace.isDue(tick)) continue;
    pace.sent(tick, true);
    sent.push(tick);
  }
  expect(sent).toEqual([10, 12, 16]);
});

test('[N5] the deadline follows the latest player within its bounds', () => {
  expect(chooseDeadline(null)).toBe(12);
  expect(chooseDeadline(1)).toBe(6);
  expect(chooseDeadline(8.2)).toBe(11);
  expect(chooseDeadline(90)).toBe(31);
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

test('[W4] after a jump of the clock no input of long ago is sent for the ticks between', () => {
  const inputs = new OwnInputs();
  const ignore = (): void => {};
  inputs.hold(toInputBits(8));
  inputs.sample(300, ignore);
  inputs.hold(toInputBits(0));
  inputs.restart(340);
  inputs.sample(341, ignore);
  expect(inputs.window(310)).toEqual([0, 0]);
  expect(inputs.at(320)).toBe(0);
  // Back again, what was sent stays what it was.
  inputs.restart(341);
  inputs.sample(342, ignore);
  expect(inputs.window(330)).toHaveLength(3);
});
