import { expect, test } from 'vitest';
import type { RoomCode } from '../../shared/lobby/ids.ts';
import { ManualTimers } from '../../tests/lobby/manual-timers.ts';
import { IdleRooms } from './idle-rooms.ts';

const first = 'CCCCCC' as RoomCode;
const second = 'FFFFFF' as RoomCode;

test('[L19] a room is told of once when nothing was heard from it for the whole time', () => {
  const timers = new ManualTimers();
  const told: RoomCode[] = [];
  const idle = new IdleRooms(timers, 1500, (code) => void told.push(code));
  idle.heard(first);
  timers.advance(1000);
  idle.heard(second);
  timers.advance(499);
  expect(told).toEqual([]);
  timers.advance(1);
  expect(told).toEqual([first]);
  idle.heard(second);
  timers.advance(1499);
  expect(told).toEqual([first]);
  timers.advance(1);
  expect(told).toEqual([first, second]);
  expect(idle.size).toBe(0);
  idle.close();
  expect(timers.pending).toBe(0);
});
