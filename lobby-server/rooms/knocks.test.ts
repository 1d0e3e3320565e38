import { beforeEach, expect, test } from 'vitest';
import type { RoomCode } from '../../shared/lobby/ids.ts';
import { KNOCK_MS, KNOCKS_MAX } from '../../shared/lobby/limits.ts';
import { ManualTimers } from '../../tests/lobby/manual-timers.ts';
import type { GuestId } from '../store/room-store.ts';
import { Knocks } from './knocks.ts';

const code = 'PVX7Q2' as RoomCode;

let timers: ManualTimers;
let knocks: Knocks;
let changes: number;
let answers: string[];

beforeEach(() => {
  timers = new ManualTimers();
  changes = 0;
  answers = [];
  let made = 0;
  knocks = new Knocks({
    timers,
    makeId: () => `knock-${made++}`,
    onChange: () => changes++,
    onAnswer: (_code, { connection }, isLetIn) => answers.push(`${connection} ${isLetIn}`),
  });
});

function guest(name: string, connection = name) {
  return { guest: name as GuestId, connection, name };
}

const names = () => knocks.waiting(code).map(({ name }) => name);

test('[L94] who knocks waits, and asking again is no second knock', () => {
  expect(knocks.knock(code, guest('Bob'))).toEqual({ code: 'KNOCK_PENDING' });
  expect(knocks.knock(code, guest('Bob'))).toEqual({ code: 'KNOCK_PENDING' });
  expect(names()).toEqual(['Bob']);
  expect(changes).toBe(1);
});

test('[L94] let in, a guest is let in for half a minute', () => {
  knocks.knock(code, guest('Bob'));
  expect(knocks.answer(code, 'knock-0', true)).toBe(true);
  expect(answers).toEqual(['Bob true']);
  expect(knocks.isLetIn(code, 'Bob' as GuestId)).toBe(true);
  expect(names()).toEqual([]);
  timers.advance(KNOCK_MS);
  expect(knocks.isLetIn(code, 'Bob' as GuestId)).toBe(false);
});

test('[L94] a host that says nothing for half a minute said no, and a no holds for as long', () => {
  knocks.knock(code, guest('Bob'));
  timers.advance(KNOCK_MS);
  expect(answers).toEqual(['Bob false']);
  expect(knocks.knock(code, guest('Bob'))).toEqual({ code: 'KNOCK_REFUSED' });
  expect(names()).toEqual([]);
  timers.advance(KNOCK_MS);
  expect(knocks.knock(code, guest('Bob'))).toEqual({ code: 'KNOCK_PENDING' });
});

test('[L94] who comes over another connection hears the answer there', () => {
  knocks.knock(code, guest('Bob', 'first'));
  knocks.knock(code, guest('Bob', 'second'));
  knocks.endConnection('first');
  expect(names()).toEqual(['Bob']);
  knocks.answer(code, 'knock-0', false);
  expect(answers).toEqual(['second false']);
});

test('[L94] who goes away waits no more, and is not answered', () => {
  knocks.knock(code, guest('Bob'));
  knocks.endConnection('Bob');
  expect(names()).toEqual([]);
  expect(knocks.answer(code, 'knock-0', true)).toBe(false);
  expect(timers.pending).toBe(0);
});

test('[L94] before one door no more wait than a host can look over', () => {
  for (let i = 0; i < KNOCKS_MAX; i++) knocks.knock(code, guest(`guest ${i}`));
  expect(knocks.knock(code, guest('Bob'))).toEqual({ code: 'RATE_LIMITED', retryMs: KNOCK_MS });
  expect(knocks.waiting(code)).toHaveLength(KNOCKS_MAX);
});

test('[L94] the end of a room is a no to those who wait', () => {
  knocks.knock(code, guest('Bob'));
  knocks.forget(code);
  expect(answers).toEqual(['Bob false']);
  expect(timers.pending).toBe(0);
});
