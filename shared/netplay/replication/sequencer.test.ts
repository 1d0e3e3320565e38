import { expect, test } from 'vitest';
import { parsePeerId } from '../../base/peer-id.ts';
import { BY_SEQUENCER, toMemberId } from '../../room/command.ts';
import { INPUT_KICK, INPUT_RIGHT } from '../../sim/input.ts';
import { findMember } from '../../room/room-state.ts';
import { toSeat } from '../../sim/seat.ts';
import { createWorld } from '../../room/world.ts';
import { builtInArena } from '../../stadium/built-in/built-in-stadiums.ts';
import { NO_MEMBERS } from '../../consensus/members.ts';
import { orderMark } from '../agreement/write-rows.ts';
import { RoomEngine } from '../engine/room-engine.ts';
import { ABSENT_AFTER_TICKS, Sequencer } from './sequencer.ts';

const far = toSeat(1);

function createRoom(players: number) {
  const engine = new RoomEngine(createWorld('classic', builtInArena, 1), builtInArena);
  const sequencer = new Sequencer(engine);
  for (let id = 0; id < players; id++) {
    const peer = parsePeerId(`peer-${id}`)!;
    const member = toMemberId(id);
    sequencer.order({ type: 'join', member, peer, name: 'x', by: BY_SEQUENCER });
  }
  let now = 0;
  const tick = (inputs: readonly (number | null)[]): void => {
    inputs.forEach((bits, seat) => {
      if (bits !== null) sequencer.receive(toSeat(seat), now, [bits], now);
    });
    now += 1;
    sequencer.advance(now);
    engine.advance(now);
  };
  tick([]);
  return { engine, sequencer, tick, now: () => now };
}

test('[N2] a tick is ordered as soon as all inputs are in', () => {
  const { engine, tick, now } = createRoom(2);
  for (let count = 0; count < 10; count++) tick([INPUT_RIGHT, INPUT_KICK]);
  expect(engine.timeline.end).toBe(now());
  expect(engine.timeline.inputAt(5, far)).toBe(INPUT_KICK);
});

test('[N2] a tick waits for a missing input until the deadline and then goes on without', () => {
  const { engine, sequencer, tick, now } = createRoom(2);
  for (let count = 0; count < 30; count++) tick([INPUT_RIGHT, null]);
  expect(now() - engine.timeline.end).toBe(sequencer.deadline);
  expect(engine.timeline.end).toBeGreaterThan(10);
});

test('[N4] a missing input is the last one for 15 ticks, then neutral', () => {
  const { engine, tick } = createRoom(2);
  for (let count = 0; count < 5; count++) tick([0, INPUT_RIGHT]);
  const lastReal = engine.timeline.end - 1;
  for (let count = 0; count < 60; count++) tick([0, null]);
  expect(engine.timeline.inputAt(lastReal + 15, far)).toBe(INPUT_RIGHT);
  expect(engine.timeline.inputAt(lastReal + 16, far)).toBe(0);
});

test('[N4] a missing input behind the tick of a configuration is what was held in that tick', () => {
  const { engine, tick } = createRoom(2);
  for (let count = 0; count < 5; count++) tick([0, INPUT_RIGHT]);
  engine.hint(engine.timeline.end, far, INPUT_KICK);
  const mark = engine.timeline.end;
  orderMark(engine, parsePeerId('peer-0')!, { term: 1, members: NO_MEMBERS });
  for (let count = 0; count < 30; count++) tick([0, null]);
  expect(engine.timeline.inputAt(mark, far)).toBe(INPUT_KICK);
  expect(engine.timeline.inputAt(mark + 1, far)).toBe(INPUT_KICK);
});

test('[N4] after 66 missing inputs in a row a player is absent and nobody waits for it', () => {
  const { engine, tick, now } = createRoom(2);
  for (let count = 0; count < 5; count++) tick([0, INPUT_RIGHT]);
  for (let count = 0; count < ABSENT_AFTER_TICKS + 20; count++) tick([0, null]);
  expect(findMember(engine.room, toMemberId(1))?.absent).toBe(true);
  tick([0, null]);
  expect(engine.timeline.end).toBe(now());
});

test('[N4] an input that comes after its tick was ordered changes nothing', () => {
  const { engine, sequencer, tick, now } = createRoom(2);
  for (let count = 0; count < 40; count++) tick([0, null]);
  const late = engine.timeline.end - 2;
  sequencer.receive(far, late, [INPUT_KICK], now());
  engine.advance(now());
  expect(engine.timeline.inputAt(late, far)).toBe(0);
  expect(engine.hints.has(late, far)).toBe(false);
});

test('[N24] of ticks that nobody says to hold only so many are ordered', () => {
  const { engine, sequencer, tick, now } = createRoom(1);
  for (let count = 0; count < 1_100; count++) tick([0]);
  expect([engine.timeline.finalEnd, engine.timeline.end]).toEqual([0, 1_000]);
  expect(sequencer.isUnheard).toBe(true);
  engine.timeline.makeFinal(100);
  engine.advance(now());
  for (let count = 0; count < 400; count++) tick([0]);
  expect(engine.timeline.end).toBe(1_100);
});

test('a command without the right to it does not get into the timeline', () => {
  const { sequencer } = createRoom(2);
  expect(sequencer.order({ type: 'start', by: toMemberId(1) })).toBe(false);
  expect(sequencer.order({ type: 'start', by: toMemberId(0) })).toBe(true);
});

test('nobody waits for a seat in which nobody sits', () => {
  const { engine, tick, now } = createRoom(1);
  for (let count = 0; count < 5; count++) tick([0]);
  expect(engine.timeline.end).toBe(now());
});
