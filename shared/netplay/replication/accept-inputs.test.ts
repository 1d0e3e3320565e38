import { expect, test } from 'vitest';
import { INPUT_KICK } from '../../sim/input.ts';
import { toSeat } from '../../sim/seat.ts';
import { createWorld } from '../../room/world.ts';
import { builtInArena } from '../../stadium/built-in/built-in-stadiums.ts';
import { acceptInputs } from './accept-inputs.ts';
import type { RemotePeer } from './remote-peer.ts';
import { RoomEngine } from '../engine/room-engine.ts';

const SEAT = toSeat(1);

/** A player whose inputs came for all ticks up to and including the 49th. */
function createPlayer() {
  const engine = new RoomEngine(createWorld('classic', builtInArena, 1), builtInArena);
  const meter = { order: 0 };
  const remote = { newestInput: -1, inputOrder: -1, channel: { meter } } as RemotePeer;
  const tell = (newest: number, order = meter.order + 1): void => {
    meter.order = order;
    if (!acceptInputs(engine, remote, SEAT, newest)) return;
    for (let tick = 0; tick <= Math.min(newest, 99); tick++) engine.hint(tick, SEAT, INPUT_KICK);
  };
  const known = (): number => {
    let count = 0;
    for (let tick = 0; tick < 100; tick++) if (engine.hints.has(tick, SEAT)) count += 1;
    return count;
  };
  tell(49);
  return { tell, known };
}

test('[N4] what a player held for later ticks counts no more when its clock went back', () => {
  const { tell, known } = createPlayer();
  expect(known()).toBe(50);
  tell(9);
  expect(known()).toBe(10);
  tell(11);
  expect(known()).toBe(12);
});

test('a packet that was overtaken says nothing about the clock', () => {
  const { tell, known } = createPlayer();
  tell(60);
  tell(59, 1);
  expect(known()).toBe(61);
});

test('[N4] nor does it bring back what was held before the clock went back', () => {
  const { tell, known } = createPlayer();
  tell(9, 3);
  tell(55, 2);
  expect(known()).toBe(10);
  tell(10, 4);
  expect(known()).toBe(11);
});

test('a clock that says anything at all costs no more than what is kept', () => {
  const { tell, known } = createPlayer();
  tell(2 ** 31);
  tell(20);
  expect(known()).toBe(21);
});
