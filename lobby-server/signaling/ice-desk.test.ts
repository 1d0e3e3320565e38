import { expect, test } from 'vitest';
import { ManualTimers } from '../../tests/lobby/manual-timers.ts';
import type { RoomRecord } from '../store/room-store.ts';
import { SharedBuckets } from '../limits/shared-buckets.ts';
import { IceDesk } from './ice-desk.ts';

const settings = {
  stunUrls: ['stun:s.example'],
  turnUrls: ['turn:t.example'],
  turnSecret: 'north',
};
const room = (...connections: (string | null)[]): RoomRecord =>
  ({
    seats: connections.map((connection, at) => ({ id: `member ${at}`, connection })),
  }) as unknown as RoomRecord;

function underTest() {
  const timers = new ManualTimers();
  const limits = { turnPasswords: { burst: 2, perSecond: 1 / 30 } };
  const desk = new IceDesk({ settings, limits, shared: new SharedBuckets(), timers });
  const hasTurn = (record: RoomRecord, network = 'home') =>
    desk.give(record, 'member 0', [network]).servers.length > 1;
  return { timers, desk, hasTurn };
}

test('[L144] who is alone in a room gets no password, and asks again as soon as somebody comes', () => {
  const { desk, hasTurn } = underTest();
  expect(desk.give(room('a'), 'member 0', ['home'])).toEqual({
    servers: [{ urls: ['stun:s.example'] }],
    lifetimeS: 1,
  });
  expect(hasTurn(room('a', null))).toBe(false);
  expect(hasTurn(room('a', 'b'))).toBe(true);
});

test('[L144] an address gets so many passwords, and other addresses get theirs', () => {
  const { desk, hasTurn, timers } = underTest();
  const both = room('a', 'b');
  expect([hasTurn(both), hasTurn(both), hasTurn(both)]).toEqual([true, true, false]);
  expect(desk.give(both, 'member 0', ['home']).lifetimeS).toBe(60);
  expect(hasTurn(both, 'elsewhere')).toBe(true);
  timers.advance(30_000);
  expect(hasTurn(both)).toBe(true);
});

test('[L144] without TURN there is nothing to keep back', () => {
  const timers = new ManualTimers();
  const limits = { turnPasswords: { burst: 0, perSecond: 1 } };
  const desk = new IceDesk({
    settings: { ...settings, turnUrls: [] },
    limits,
    shared: new SharedBuckets(),
    timers,
  });
  expect(desk.give(room('a'), 'member 0', [])).toEqual({
    servers: [{ urls: ['stun:s.example'] }],
    lifetimeS: 0,
  });
});
