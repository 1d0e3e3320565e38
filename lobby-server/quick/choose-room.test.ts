import { expect, test } from 'vitest';
import type { RoomCode } from '../../shared/lobby/ids.ts';
import { chooseRoom, type QuickOffer, type QuickPerson, worstRttMs } from './choose-room.ts';

const NOW = { waitedMs: 0 };

function person(skill: number, rttMs = 20, hand: QuickPerson['hand'] = 'keys'): QuickPerson {
  return { skill, rttMs, hand };
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
    offer('far', [person(1000, 75), person(1000, 75)]),
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

test('[L112] what suits widens with the wait, of either side, for eight seconds', () => {
  const weak = (aloneMs: number) => [offer('room', [person(500)], aloneMs)];
  expect(chooseRoom(person(1000), weak(3900), NOW)).toBeNull();
  expect(chooseRoom(person(1000), weak(4000), NOW)).toBe('room');
  expect(chooseRoom(person(1000), weak(0), { waitedMs: 4000 })).toBe('room');
  const far = (aloneMs: number) => [offer('room', [person(1000, 198)], aloneMs)];
  expect(chooseRoom(person(1000), far(3900), NOW)).toBeNull();
  expect(chooseRoom(person(1000), far(4000), NOW)).toBe('room');
  expect(chooseRoom(person(1950), [offer('room', [person(1000)], 1e9)], NOW)).toBeNull();
  expect(chooseRoom(person(1900), [offer('room', [person(1000)], 1e9)], NOW)).toBe('room');
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
