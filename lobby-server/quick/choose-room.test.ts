import { expect, test } from 'vitest';
import type { RoomCode } from '../../shared/lobby/ids.ts';
import type { GuestId } from '../store/room-store.ts';
import {
  chooseRoom,
  type QuickOffer,
  type QuickPerson,
  roomsNear,
  worstRttMs,
} from './choose-room.ts';

const NOW = { waitedMs: 0 };

let guests = 0;

function person(skill: number, rttMs = 20, hand: QuickPerson['hand'] = 'keys'): QuickPerson {
  return { guest: `guest ${guests++}` as GuestId, skill, rttMs, hand, ways: new Map() };
}

function offer(
  code: string,
  people: readonly QuickPerson[],
  aloneMs: number | null = null,
): QuickOffer {
  return { code: code as RoomCode, people, aloneMs };
}

test('[L112] where no room is open a new one is better', () => {
  expect(chooseRoom(person(1000), [], NOW)).toBeNull();
});

test('[L112] the closer skill is chosen at equal ways, and the shorter way at equal skills', () => {
  const offers = [
    offer('far', [person(1000, 56), person(1000, 56)]),
    offer('weak', [person(930), person(930)]),
    offer('best', [person(1020), person(980)]),
  ];
  expect(chooseRoom(person(1000), offers, NOW)).toBe('best');
  expect(chooseRoom(person(1000), offers.slice(0, 2), NOW)).toBe('weak');
  expect(chooseRoom(person(1000), offers.slice(0, 1), NOW)).toBe('far');
});

test('[L112] 100 points cost as much as 40 ms of the worst way', () => {
  const offers = [
    offer('points', [person(1060), person(1060)]),
    offer('ms', [person(1000, 0), person(1000, 47)]),
  ];
  expect(worstRttMs(person(1000, 30), [person(1000, 5), person(1000, 40)])).toBe(50);
  expect(chooseRoom(person(1000), offers, NOW)).toBe('ms');
  const farther = [offers[0]!, offer('ms', [person(1000, 0), person(1000, 50)])];
  expect(chooseRoom(person(1000), farther, NOW)).toBe('points');
});

test('[L112] what suits widens with the wait, of either side, and behind 20 s anybody suits', () => {
  const weak = (aloneMs: number) => [offer('room', [person(500)], aloneMs)];
  expect(chooseRoom(person(1000), weak(2900), NOW)).toBeNull();
  expect(chooseRoom(person(1000), weak(3000), NOW)).toBe('room');
  expect(chooseRoom(person(1000), weak(0), { waitedMs: 3000 })).toBe('room');
  const far = (aloneMs: number) => [offer('room', [person(1000, 200)], aloneMs)];
  expect(chooseRoom(person(1000), far(11_700), NOW)).toBeNull();
  expect(chooseRoom(person(1000), far(11_800), NOW)).toBe('room');
  const others = (aloneMs: number) => [offer('room', [person(4000, 900)], aloneMs)];
  expect(chooseRoom(person(0), others(19_999), NOW)).toBeNull();
  expect(chooseRoom(person(0), others(20_000), NOW)).toBe('room');
});

test('[L113] where it has to be any room, the best of those that do not suit is taken', () => {
  const offers = [offer('worse', [person(3000)], 0), offer('bad', [person(2500)], 0)];
  expect(chooseRoom(person(0), offers, NOW)).toBeNull();
  expect(chooseRoom(person(0), offers, { waitedMs: 0, isPicky: false })).toBe('bad');
});

test('[L112] a person alone comes first, then uneven teams, then even ones', () => {
  const two = offer('two', [person(1000), person(1000)]);
  const three = offer('three', [person(1000), person(1000), person(1000)]);
  const alone = offer('alone', [person(1000)], 0);
  const waiting = offer('waiting', [person(1000)], 1000);
  expect(chooseRoom(person(1000), [two, three, alone, waiting], NOW)).toBe('waiting');
  expect(chooseRoom(person(1000), [two, three, alone], NOW)).toBe('alone');
  expect(chooseRoom(person(1000), [two, three], NOW)).toBe('three');
});

test('[L112] who plays by touch is rather sent to others who do', () => {
  const keys = offer('keys', [person(1000), person(1000, 20, 'pad')]);
  const mixed = offer('mixed', [person(1000), person(1000, 20, 'touch')]);
  expect(chooseRoom(person(1000, 20, 'touch'), [keys, mixed], NOW)).toBe('mixed');
  expect(chooseRoom(person(1000, 20, 'pad'), [keys, mixed], NOW)).toBe('keys');
});

test('[L112] [L134] a way that one of both measured counts, whatever the lobby is away', () => {
  const near = person(1000, 70);
  const far = person(1000, 70);
  const offers = [offer('far', [far]), offer('near', [near])];
  const ways = new Map([
    [near.guest, 25],
    [far.guest, 150],
  ]);
  const comer = { ...person(1000, 70), ways };
  expect(chooseRoom(comer, offers, NOW)).toBe('near');
  expect(worstRttMs(comer, [near, far])).toBe(150);
  expect(worstRttMs(far, [comer])).toBe(150);
  expect(chooseRoom(comer, offers.slice(0, 1), NOW)).toBeNull();
});

test('[L112] [L134] to the others of a room the way over one whom both measured is as good as it is short', () => {
  const host = person(1000, 90);
  const guest = { ...person(1000, 90), ways: new Map([[host.guest, 30]]) };
  const comer = { ...person(1000, 90), ways: new Map([[host.guest, 40]]) };
  expect(worstRttMs(comer, [host, guest])).toBe(50);
});

test('[L134] measured are the rooms that suit by skill now or soon, the best first', () => {
  const offers = [
    offer('no', [person(2001), person(2001)]),
    offer('soon', [person(1800), person(1800)]),
    offer('next', [person(1050), person(1050)]),
    offer('best', [person(1050)], 0),
  ];
  expect(roomsNear(person(1000), offers, 6)).toEqual(['best', 'next', 'soon']);
  expect(roomsNear(person(1000), offers, 1)).toEqual(['best']);
});
