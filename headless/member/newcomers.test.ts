import { expect, test } from 'vitest';
import type { Tick } from '../../shared/sim/tick.ts';
import { toMemberId } from '../../shared/room/command.ts';
import type { Person, RoomState } from '../../shared/room/room-state.ts';
import { Newcomers } from './newcomers.ts';

/** @param pages of those who count, as bits */
function room(people: number, pages: number | null, absent = 0): RoomState {
  const members = Array.from({ length: people }, (_, place) => {
    return { type: 'person', id: toMemberId(place), absent: place < absent } as Person;
  });
  const configuration = pages === null ? null : { pages, at: 0 as Tick };
  return { members, configuration } as unknown as RoomState;
}

function areDeaf(newcomers: Newcomers, now: RoomState, tick: number): boolean {
  return newcomers.areDeaf({ room: now, tick: tick as Tick });
}

test('one that came is deaf until it counts', () => {
  const newcomers = new Newcomers();
  expect(areDeaf(newcomers, room(2, 0b11), 100)).toBe(false);
  expect(areDeaf(newcomers, room(3, 0b11), 101)).toBe(true);
  expect(areDeaf(newcomers, room(3, 0b1011), 110)).toBe(false);
});

test('one that does not count for a second and a half is waited for no longer', () => {
  const newcomers = new Newcomers();
  areDeaf(newcomers, room(2, 0b11), 100);
  const now = room(3, 0b11);
  expect([101, 190, 191].map((tick) => areDeaf(newcomers, now, tick))).toEqual([true, true, false]);
});

test('those who were there first, those who are away, and a room without elections are not waited for', () => {
  expect(areDeaf(new Newcomers(), room(4, 0b11), 100)).toBe(false);
  const newcomers = new Newcomers();
  areDeaf(newcomers, room(2, 0b11, 1), 100);
  expect(areDeaf(newcomers, room(3, 0b11, 1), 101)).toBe(false);
  const alone = new Newcomers();
  areDeaf(alone, room(1, null), 100);
  expect(areDeaf(alone, room(2, null), 101)).toBe(false);
});
