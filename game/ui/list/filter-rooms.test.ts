import { expect, test } from 'vitest';
import type { RoomCode } from '../../../shared/lobby/ids.ts';
import type { Listing, RoomCard } from '../../../shared/lobby/public-room.ts';
import { listingOf } from '../../../tests/lobby/listings.ts';
import type { WayView } from '../model/public-rooms-model.ts';
import {
  ALL_ROOMS,
  clockOf,
  countPeople,
  filterRooms,
  type RoomFilters,
  whatIsShut,
} from './filter-rooms.ts';

function room(code: string, change: Partial<Listing> = {}, card: Partial<RoomCard> = {}) {
  return { listing: listingOf(code, change, card), heardMs: 0 };
}

const ROOMS = [
  room('CCCCCC', { title: 'Friday kickabout' }, { players: 1 }),
  room('FFFFFF', { host: 'Léa' }, { players: 3, teamPlayers: 3, map: 'Köln' }),
  room('GGGGGG', { locked: true }, { players: 4 }),
  room('HHHHHH', { members: 10 }, { players: 8 }),
  room('JJJJJJ', { password: true }, { players: 2 }),
];

function shown(filters: Partial<RoomFilters>, ways: Record<string, number> = {}): string[] {
  const measured = new Map(
    Object.entries(ways).map(([code, ms]): [RoomCode, WayView] => [
      code as RoomCode,
      { state: 'measured', ms, bars: 3 },
    ]),
  );
  const rooms = filterRooms(ROOMS, measured, { ...ALL_ROOMS, ...filters });
  return rooms.map(({ listing }) => listing.code[0]!);
}

test('rooms that can be joined come first, those with most players before others', () => {
  expect(shown({})).toEqual(['F', 'J', 'C', 'H', 'G']);
});

test('[L188] the people of a list are those that the lobby seats, whatever the hosts of the rooms say', () => {
  expect(countPeople([])).toBe(0);
  const four = room('CCCCCC', { members: 4 }, { players: 8, spectators: 8 });
  expect(countPeople([four, room('FFFFFF', { members: 3, locked: true })])).toBe(7);
});

test('a search finds names of rooms, hosts and maps, whatever their accents', () => {
  expect(shown({ text: ' FRIDAY' })).toEqual(['C']);
  expect(shown({ text: 'lea' })).toEqual(['F']);
  expect(shown({ text: 'koln' })).toEqual(['F']);
  expect(shown({ text: 'nothing like it' })).toEqual([]);
});

test('full and closed rooms can be left out, and teams of another size', () => {
  expect(shown({ hidesFull: true })).not.toContain('H');
  expect(shown({ hidesClosed: true })).toEqual(['F', 'C', 'H']);
  expect(shown({ teamPlayers: 3 })).toEqual(['F']);
});

test('[L99] a ping that was not measured is not above any', () => {
  expect(shown({ pingBelow: 80 }, { FFFFFF: 81, JJJJJJ: 79 })).toEqual(['J', 'C', 'H', 'G']);
});

test('what is shut is said: closed before full', () => {
  expect(whatIsShut(listingOf('CCCCCC', { locked: true, members: 10 }))).toBe('locked');
  expect(whatIsShut(listingOf('CCCCCC', { members: 10 }))).toBe('full');
  expect(whatIsShut(listingOf('CCCCCC'))).toBeNull();
});

test('a clock goes on since it was told, down to nothing', () => {
  const match = { sun: 0, wave: 0, clockS: 5, clockStep: -1 };
  const now = room('CCCCCC', {}, { match });
  expect(clockOf(now, 2400)).toBe(3);
  expect(clockOf(now, 60_000)).toBe(0);
  expect(clockOf(room('CCCCCC', {}, { match: { ...match, clockStep: 0 } }), 9000)).toBe(5);
  expect(clockOf(room('CCCCCC'), 0)).toBeNull();
});
