import { expect, test } from 'vitest';
import { RoomLab } from '../../tests/determinism/room-lab.ts';
import { PHASE, SEAT, seatInt } from '../sim/match-state.ts';
import { INPUT_UP } from '../sim/input.ts';
import { COUNTDOWN_TICKS, IDLE_TICKS } from '../sim/tuning.ts';
import { toMemberId } from './command.ts';

function playing(): RoomLab {
  const room = new RoomLab(2);
  room.ready(0, 1);
  room.step(COUNTDOWN_TICKS - 1);
  expect(room.phase).toBe(PHASE.kickOff);
  return room;
}

/** Both hold what they hold; the first changes it once in a while. */
function runWithOneStill(room: RoomLab, ticks: number): void {
  for (let tick = 0; tick < ticks; tick += 1) {
    room.inputs[0] = tick % 200 < 100 ? 0 : INPUT_UP;
    room.step();
  }
}

test('[R19] a player that holds the same for 25 seconds of play is idle, and keeps its seat', () => {
  const room = playing();
  runWithOneStill(room, IDLE_TICKS - 1);
  expect(room.member(1).idle).toBe(false);
  runWithOneStill(room, 1);
  expect(room.member(1)).toMatchObject({ idle: true, absent: false, seat: 1, team: 2 });
  expect(room.member(0).idle).toBe(false);
});

test('[R19] in the warm-up nobody is idle', () => {
  const room = new RoomLab(2);
  room.step(IDLE_TICKS + 10);
  expect([room.member(0).idle, room.member(1).idle]).toEqual([false, false]);
});

test('[R20] idle it stays, whatever is held for its seat, until its person says to be there', () => {
  const room = playing();
  runWithOneStill(room, IDLE_TICKS);
  room.inputs[1] = INPUT_UP;
  room.step(5);
  expect(room.member(1).idle).toBe(true);
  room.ask(1, { type: 'here' });
  expect(room.member(1).idle).toBe(false);
  room.step(IDLE_TICKS - 2);
  expect(room.member(1).idle).toBe(false);
});

test('[R20] whatever it asks for shows that it is there, asked in time as well', () => {
  const room = playing();
  runWithOneStill(room, IDLE_TICKS - 10);
  room.ask(1, { type: 'here' });
  expect(room.world.match.ints[seatInt(1, SEAT.still)]).toBe(1);
  runWithOneStill(room, IDLE_TICKS);
  expect(room.member(1).idle).toBe(true);
  room.ask(1, { type: 'team', member: toMemberId(1), team: 1 });
  expect(room.member(1)).toMatchObject({ idle: false, team: 1 });
});

test('[R19] no start waits for one that is idle, and none begins against it alone', () => {
  const room = new RoomLab(3);
  room.ask(0, { type: 'start' });
  room.step(COUNTDOWN_TICKS);
  for (let tick = 0; tick < IDLE_TICKS; tick += 1) {
    room.inputs[0] = tick % 200 < 100 ? 0 : INPUT_UP;
    room.inputs[1] = room.inputs[0];
    room.step();
  }
  expect(room.member(2).idle).toBe(true);
  room.ask(0, { type: 'stop' });
  room.ready(0, 1);
  expect(room.phase).toBe(PHASE.countdown);
  room.ask(0, { type: 'stop' });
  room.order({ type: 'leave', member: toMemberId(0) });
  room.ready(1);
  expect(room.phase).toBe(PHASE.warmUp);
});
