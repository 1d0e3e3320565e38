import { expect, test } from 'vitest';
import { RoomLab } from '../../tests/determinism/room-lab.ts';
import { MATCH, SEAT, seatInt } from '../sim/match-state.ts';
import { COUNTDOWN_TICKS } from '../sim/tuning.ts';
import type { Team } from '../sim/team.ts';
import { applyCommand } from './apply-command.ts';
import { toMemberId } from './command.ts';
import { builtInArena } from '../stadium/built-in/built-in-stadiums.ts';
import { hashWorld } from './world.ts';

/** People in these teams, in the order in which they came, and then bots. */
function roomOf(people: readonly Team[], bots: readonly Team[] = []): RoomLab {
  const room = new RoomLab(people.length);
  for (const id of people.keys()) put(room, id, 0);
  for (const [id, team] of people.entries()) put(room, id, team);
  for (const [index, team] of bots.entries()) {
    const member = toMemberId(10 + index);
    const bot = { type: 'bot', member, team, level: 'pro', by: toMemberId(0) } as const;
    applyCommand(room.world, bot, builtInArena);
  }
  return room;
}

function put(room: RoomLab, id: number, team: Team): void {
  room.ask(0, { type: 'team', member: toMemberId(id), team });
}

function teams(room: RoomLab): string {
  const { members } = room.world.room;
  return [1, 2]
    .map((team) => {
      const mine = members.filter((one) => one.team === team);
      const people = mine.filter(({ type }) => type === 'person').length;
      return `${people}+${mine.length - people}`;
    })
    .join(' ');
}

test('[R29] shuffling deals people and bots out evenly, the same way for everybody', () => {
  const seen = new Set<string>();
  for (let ticks = 0; ticks < 20; ticks += 1) {
    const [one, two] = [roomOf([1, 1, 1, 2], [1, 2]), roomOf([1, 1, 1, 2], [1, 2])];
    for (const room of [one, two]) {
      room.world.match.ints[MATCH.random0] = ticks;
      room.ask(0, { type: 'arrange', how: 'shuffle' });
    }
    expect(teams(one)).toBe('2+1 2+1');
    expect(hashWorld(one.world)).toBe(hashWorld(two.world));
    seen.add(one.world.room.members.map(({ team }) => team).join(''));
  }
  expect(seen.size).toBeGreaterThan(5);
});

test.each([
  [[1, 1, 1, 1, 2], [], '3+0 2+0'],
  [[1, 1, 2], [1, 1], '2+1 1+1'],
  [[1, 1, 1, 1], [2, 2, 2, 2], '2+2 2+2'],
  [[1, 1], [2], '1+0 1+1'],
  [[1, 1, 0], [], '1+0 1+0'],
] as const)('[R29] people %j and bots %j are balanced as %s', (people, bots, expected) => {
  const room = roomOf(people, bots);
  room.ask(0, { type: 'arrange', how: 'balance' });
  expect(teams(room)).toBe(expected);
  for (const { seat, team } of room.world.room.members) {
    if (seat !== null) expect(room.world.match.ints[seatInt(seat, SEAT.team)]).toBe(team);
  }
});

test('[R29] of the larger team those who came last change, and are not ready any more', () => {
  const room = roomOf([1, 1, 1]);
  room.ready(2);
  room.ask(0, { type: 'arrange', how: 'balance' });
  const members = room.world.room.members.map(({ team, ready }) => [team, ready]);
  expect(members).toEqual([
    [1, false],
    [1, false],
    [2, false],
  ]);
});

test('[R29] swapping the ends keeps teams and seats; twice is as before', () => {
  const room = roomOf([1, 2]);
  const { spawn } = room.world.arena;
  room.ask(0, { type: 'arrange', how: 'swap' });
  expect([teams(room), room.world.room.isSwapped]).toEqual(['1+0 1+0', true]);
  room.ask(0, { type: 'arrange', how: 'swap' });
  expect([room.world.room.isSwapped, room.world.arena.spawn]).toEqual([false, spawn]);
});

test('[R29] only the host arranges, and only between matches', () => {
  const room = roomOf([1, 1, 1, 2]);
  room.ask(1, { type: 'arrange', how: 'balance' });
  room.ask(0, { type: 'start' });
  for (const how of ['shuffle', 'balance', 'swap'] as const) room.ask(0, { type: 'arrange', how });
  room.step(COUNTDOWN_TICKS);
  for (const how of ['shuffle', 'balance', 'swap'] as const) room.ask(0, { type: 'arrange', how });
  expect([teams(room), room.world.room.isSwapped]).toEqual(['3+0 1+0', false]);
});
