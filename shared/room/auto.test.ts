import { expect, test } from 'vitest';
import { RoomLab } from '../../tests/determinism/room-lab.ts';
import { MATCH, PHASE } from '../sim/match-state.ts';
import { END_TICKS, GOAL_TICKS } from '../sim/tuning.ts';
import { applyCommand } from './apply-command.ts';
import { toMemberId } from './command.ts';
import { REMATCH_TICKS } from './starting.ts';
import { builtInArena } from '../stadium/built-in/built-in-stadiums.ts';

/** A room of so many people in which matches follow one another, so many a team. */
function autoRoom(people: number, size: number, rotates = false): RoomLab {
  const room = new RoomLab(people);
  room.ask(0, { type: 'auto', size, rotates });
  return room;
}

function team(room: RoomLab, wanted: number): number[] {
  return room.world.room.members.filter((one) => one.team === wanted).map(({ id }) => id);
}

/** Until the countdown of the next match is over. */
function untilKickOff(room: RoomLab): void {
  for (let tick = 0; tick < 2 * REMATCH_TICKS && room.phase !== PHASE.kickOff; tick += 1)
    room.step();
  expect(room.phase).toBe(PHASE.kickOff);
}

function win(room: RoomLab, scores: 'sunScore' | 'waveScore'): void {
  room.step(20);
  room.world.match.ints[MATCH[scores]] = 3;
  room.world.match.ints[MATCH.phase] = PHASE.goal;
  room.step(GOAL_TICKS + 20);
  expect(room.phase).toBe(PHASE.end);
}

test('[R31] a match begins ten seconds after both teams have somebody, and the next after each result', () => {
  const room = autoRoom(2, 1);
  room.step(REMATCH_TICKS - 40);
  expect(room.phase).toBe(PHASE.warmUp);
  untilKickOff(room);
  win(room, 'sunScore');
  room.step(END_TICKS);
  expect(room.phase).toBe(PHASE.warmUp);
  untilKickOff(room);
  expect([room.world.room.isSwapped, team(room, 1), team(room, 2)]).toEqual([true, [0], [1]]);
});

test('[R31] those who are too many wait in the order in which they came, and bots go', () => {
  const room = new RoomLab(6);
  const bot = { type: 'bot', member: toMemberId(20), team: 1, level: 'pro' } as const;
  applyCommand(room.world, { ...bot, by: toMemberId(0) }, builtInArena);
  room.ask(0, { type: 'auto', size: 2, rotates: false });
  expect([team(room, 1), team(room, 2), team(room, 0)]).toEqual([
    [0, 2],
    [1, 3],
    [4, 5],
  ]);
  expect(room.world.room.queue).toEqual([4, 5]);
});

test('[R31] only the host says so, between matches; and that they do not any more at any such time', () => {
  const room = new RoomLab(2);
  room.ask(1, { type: 'auto', size: 1, rotates: false });
  expect(room.world.room.auto).toBe(0);
  room.ask(0, { type: 'start' });
  room.ask(0, { type: 'auto', size: 1, rotates: false });
  expect(room.world.room.auto).toBe(0);
  const auto = autoRoom(3, 1);
  auto.ask(0, { type: 'auto', size: 0, rotates: false });
  auto.step(REMATCH_TICKS + 60);
  expect([auto.phase, auto.world.room.queue]).toEqual([PHASE.warmUp, []]);
});

test('[R32] a newcomer waits while both teams are full, and gets the place of one that leaves', () => {
  const room = autoRoom(2, 1);
  for (const id of [2, 3]) room.join(id);
  expect(room.world.room.queue).toEqual([2, 3]);
  untilKickOff(room);
  room.ask(1, { type: 'leave', member: toMemberId(1) });
  expect([team(room, 2), room.world.room.queue]).toEqual([[2], [3]]);
});

test('[R32] one that only watches is not waited for; one that is away keeps its place in the queue', () => {
  const room = autoRoom(2, 1);
  for (const id of [2, 3, 4]) room.join(id);
  room.ask(2, { type: 'wait', waiting: false });
  room.order({ type: 'absent', member: toMemberId(3), absent: true });
  room.ask(1, { type: 'team', member: toMemberId(1), team: 0 });
  room.step();
  expect([team(room, 2), room.world.room.queue]).toEqual([[4], [3]]);
  room.ask(2, { type: 'wait', waiting: true });
  room.ask(2, { type: 'wait', waiting: true });
  expect(room.world.room.queue).toEqual([3, 2]);
});

test('[R32] a bot makes place for the first who waits', () => {
  const room = new RoomLab(1);
  const bot = { type: 'bot', member: toMemberId(20), team: 2, level: 'pro' } as const;
  applyCommand(room.world, { ...bot, by: toMemberId(0) }, builtInArena);
  room.ask(0, { type: 'auto', size: 1, rotates: false });
  room.join(1);
  expect([team(room, 1), team(room, 2), room.world.room.queue]).toEqual([[0], [1], []]);
});

test('[R33] who loses makes place for those who wait, as many as wait, and waits behind them', () => {
  const room = autoRoom(5, 2);
  expect(room.world.room.queue).toEqual([4]);
  untilKickOff(room);
  win(room, 'sunScore');
  untilKickOff(room);
  expect([team(room, 1), team(room, 2), room.world.room.queue]).toEqual([[0, 2], [3, 4], [1]]);
  win(room, 'waveScore');
  untilKickOff(room);
  expect([team(room, 1), team(room, 2), room.world.room.queue]).toEqual([[1, 2], [3, 4], [0]]);
});

test('[R33] where nobody waits everybody plays on', () => {
  const room = autoRoom(4, 2);
  untilKickOff(room);
  win(room, 'waveScore');
  untilKickOff(room);
  expect([team(room, 1), team(room, 2)]).toEqual([
    [0, 2],
    [1, 3],
  ]);
});

/** Plays so many matches, all won by the same team, and gives who sat out each. */
function sitOut(room: RoomLab, matches: number): number[][] {
  return Array.from({ length: matches }, () => {
    untilKickOff(room);
    const bench = team(room, 0).toSorted((a, b) => a - b);
    win(room, 'sunScore');
    return bench;
  });
}

test('[R50] where all rotate everybody makes place in turn, whoever wins', () => {
  const one = sitOut(autoRoom(5, 2, true), 10);
  expect(one).toEqual([4, 0, 1, 2, 3, 4, 0, 1, 2, 3].map((id) => [id]));
  const four = sitOut(autoRoom(8, 2, true), 4);
  expect(four).toEqual([
    [4, 5, 6, 7],
    [0, 1, 2, 3],
    [4, 5, 6, 7],
    [0, 1, 2, 3],
  ]);
});

test('[R50] a newcomer waits behind the others, and nobody sits out twice before everybody did', () => {
  const room = autoRoom(5, 2, true);
  sitOut(room, 2);
  room.join(5);
  const bench = sitOut(room, 9).flat();
  for (const id of [0, 1, 2, 3, 4, 5]) expect(bench.filter((one) => one === id)).toHaveLength(3);
});

test('[R50] where nobody waits everybody plays on, and the list stays as it is', () => {
  const room = autoRoom(4, 2, true);
  expect(sitOut(room, 3)).toEqual([[], [], []]);
  expect(room.world.room.members.map(({ id }) => id)).toEqual([0, 1, 2, 3]);
});

test('[R50] where winners stay the list is not touched; rotation ends with matches that follow one another', () => {
  const room = autoRoom(5, 2);
  sitOut(room, 2);
  expect(room.world.room.members.map(({ id }) => id)).toEqual([0, 1, 2, 3, 4]);
  const rotating = autoRoom(3, 1, true);
  expect(rotating.world.room.rotates).toBe(true);
  rotating.ask(0, { type: 'auto', size: 0, rotates: true });
  expect(rotating.world.room.rotates).toBe(false);
});
