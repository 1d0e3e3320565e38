import { expect, test } from 'vitest';
import type { RoomSession } from '../../../shared/netplay/room-session.ts';
import { Goodbyes } from './goodbyes.ts';

function leave(untilMs: number) {
  const room = {
    session: {} as RoomSession,
    isHungUp: false,
    isGone: (nowMs: number) => nowMs >= untilMs,
    hangUp: () => {
      room.isHungUp = true;
    },
  };
  return room;
}

test('a room that was left gets its time until the goodbye is gone, and that is said once', () => {
  const goodbyes = new Goodbyes();
  const [first, second] = [leave(100), leave(200)];
  goodbyes.begin(first);
  goodbyes.begin(second);
  expect(goodbyes.sessions).toEqual([first.session, second.session]);
  expect(goodbyes.end(50)).toBe(false);
  expect(goodbyes.end(150)).toBe(true);
  expect(goodbyes.sessions).toEqual([second.session]);
  expect(goodbyes.end(160)).toBe(false);
  expect(goodbyes.end(250)).toBe(true);
  expect(goodbyes.sessions).toEqual([]);
});

test('who asks for a room again does not wait: the goodbye ends at once', () => {
  const goodbyes = new Goodbyes();
  expect(goodbyes.hurry()).toBe(false);
  const room = leave(100);
  goodbyes.begin(room);
  expect(goodbyes.hurry()).toBe(true);
  expect(room.isHungUp).toBe(true);
  expect(goodbyes.sessions).toEqual([]);
});

test('while nobody left, each tick sees the same empty list', () => {
  const goodbyes = new Goodbyes();
  expect(goodbyes.end(0)).toBe(false);
  expect(goodbyes.sessions).toBe(goodbyes.sessions);
});
