import { expect, test } from 'vitest';
import { fail } from '../../shared/base/result.ts';
import type { RoomWish } from '../feed/room-feed.ts';
import { makeMemory } from '../globals/memory-storage.ts';
import { enterRoom } from './enter-room.ts';

const WISH: RoomWish = {
  title: null,
  name: 'Script',
  password: null,
  isPublic: false,
  maxPlayers: 8,
  hasNoPlayer: true,
};

test('a lobby that does not answer is asked until nobody wants in any more', async () => {
  let asked = 0;
  const refuse = () => {
    asked += 1;
    return Promise.resolve(fail({ code: 'UNREACHABLE' as const }));
  };
  const lobby = { createRoom: refuse, rejoinRoom: refuse };
  const wait = () => Promise.resolve();
  const ports = { lobby, storage: makeMemory(), log: () => {}, wait, isOver: () => asked === 3 };
  expect(await enterRoom(ports, WISH)).toBeNull();
  expect(asked).toBe(3);
});
