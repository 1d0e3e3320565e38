import { expect, test } from 'vitest';
import { only } from '../../shared/consensus/members.ts';
import type { PeerId } from '../../shared/base/peer-id.ts';
import type { RoomCode } from '../../shared/lobby/ids.ts';
import { PAGE_NUMBERS } from '../../shared/base/room-limits.ts';
import { seededRandom } from '../../tests/lobby/hostile/seeded-random.ts';
import type { GuestId, RoomRecord } from '../store/room-store.ts';
import { endedIn, nextPageNumber } from './page-numbers.ts';
import { findSeat, freeSeat, markLost, openRoom, takeSeat, toRoom } from './room-record.ts';

const VERSIONS = { sim: 1, wire: 1 };

function arrival(name: string, page: string) {
  const guest = name as GuestId;
  return { guest, page, connection: `${name} ${page}`, name, newId: `peer-of-${name}` as PeerId };
}

const seated = (room: RoomRecord, name: string) => findSeat(room, name as GuestId)!;
const numberOf = (room: RoomRecord, name: string) => seated(room, name).pageNumber;
const enter = (room: RoomRecord, name: string, page = 'page 1', named = 0) =>
  takeSeat(room, arrival(name, page), named);

function openWith(...names: readonly string[]): RoomRecord {
  const [first, ...others] = names;
  const opened = openRoom(
    { code: 'PVX7Q2' as RoomCode, id: 'room', max: 16, versions: VERSIONS },
    arrival(first!, 'page 1'),
  );
  return others.reduce((room, name) => enter(room, name), opened);
}

test('[L87] there are as many numbers as the sets of the consensus have bits', () => {
  expect(only(PAGE_NUMBERS - 1)).toBe(2 ** (PAGE_NUMBERS - 1));
  expect(() => only(PAGE_NUMBERS)).toThrow();
});

test('[L87] each page has a number of its own, and all members are told of all', () => {
  const { members } = toRoom(openWith('ada', 'bob', 'cy'));
  expect(members.map(({ pageNumber }) => pageNumber)).toEqual([0, 1, 2]);
});

test('[L87] [L88] a page that was loaded anew has a new number, and the old one is over', () => {
  const room = enter(openWith('ada', 'bob'), 'ada', 'page 2');
  expect([numberOf(room, 'ada'), numberOf(room, 'bob')]).toEqual([2, 1]);
  expect(endedIn(room)).toBe(0b001);
});

test('[L87] the same page on another connection keeps its number', () => {
  const room = openWith('ada', 'bob');
  const lost = markLost(room, seated(room, 'ada'));
  expect(endedIn(lost)).toBe(0);
  const back = enter(lost, 'ada');
  expect([numberOf(back, 'ada'), endedIn(back)]).toEqual([0, 0]);
});

test('[L88] a page whose seat is free is over, and comes back as another', () => {
  const room = openWith('ada', 'bob');
  const left = freeSeat(room, seated(room, 'bob'))!;
  expect(endedIn(left)).toBe(0b010);
  expect(numberOf(enter(left, 'bob'), 'bob')).toBe(2);
});

test('[L87] numbers go round: the one whose page is over for longest comes first', () => {
  let room = openWith('ada', 'bob');
  const given: number[] = [];
  for (let page = 2; page < 40; page++) {
    room = enter(room, 'bob', `page ${page}`);
    given.push(numberOf(room, 'bob'));
  }
  expect(given.slice(0, 29)).toEqual(Array.from({ length: 29 }, (_, index) => index + 2));
  expect(given.slice(29, 32)).toEqual([1, 2, 3]);
});

test('[L88] a number that is given again is not over any more', () => {
  let room = openWith('ada', 'bob');
  for (let page = 2; page < 31; page++) room = enter(room, 'bob', `page ${page}`);
  const before = endedIn(room);
  room = enter(room, 'bob', 'page 31');
  expect(numberOf(room, 'bob')).toBe(1);
  expect([before & 0b10, endedIn(room) & 0b10]).toEqual([0b10, 0]);
});

test('[L87] a number that the witness may know another page by comes last', () => {
  const room = { seats: [], endedPages: Array.from({ length: 31 }, (_, index) => index) };
  expect(nextPageNumber(room, 0b111)).toBe(3);
  expect(nextPageNumber(room, 2 ** 31 - 1)).toBe(0);
});

test('[L87] no two members ever have one number, however they come and go', () => {
  const random = seededRandom(3);
  let room = openWith('keeper');
  for (let step = 0; step < 2000; step++) {
    const name = `guest-${Math.floor(random() * 15)}`;
    const seat = findSeat(room, name as GuestId);
    if (seat && random() < 0.3) room = freeSeat(room, seat)!;
    else room = enter(room, name, `page ${Math.floor(random() * 3)}`, random() * 2 ** 31);
    const numbers = room.seats.map(({ pageNumber }) => pageNumber);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(numbers.filter((number) => room.endedPages.includes(number))).toEqual([]);
    expect(new Set(room.endedPages).size).toBe(room.endedPages.length);
    expect(numberOf(room, 'keeper')).toBe(0);
  }
});
