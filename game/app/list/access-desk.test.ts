import { expect, test } from 'vitest';
import type { PeerId } from '../../../shared/base/peer-id.ts';
import { fail, ok } from '../../../shared/base/result.ts';
import type { RoomCode } from '../../../shared/lobby/ids.ts';
import { OPEN_ACCESS } from '../../../shared/lobby/room-access.ts';
import { builtInArena } from '../../../shared/stadium/built-in/built-in-stadiums.ts';
import { createWorld } from '../../../shared/room/world.ts';
import { ManualTimers } from '../../../tests/lobby/manual-timers.ts';
import type { LobbyClient } from '../../net/lobby/lobby-client.ts';
import { AccessDesk } from './access-desk.ts';

const CODE = 'PVX7Q2' as RoomCode;
const SELF = 'ana' as PeerId;
const GONE = { auth: 'ben.name', name: 'Ben' };

/** The desk of a host; the lobby answers as the test says. */
function makeDesk() {
  const world = { asked: [] as string[], isRefused: false, nowMs: 0 };
  const room = { code: CODE, quick: false, revision: 1 };
  const lobby = {
    line: {
      hear: () => () => {},
      ask: (name: string) => {
        world.asked.push(name);
        const answer = name === 'room:removed' ? { removed: [GONE] } : {};
        return Promise.resolve(world.isRefused ? fail({ code: 'RATE_LIMITED' }) : ok(answer));
      },
    },
    access: { code: CODE, door: CODE, host: SELF, access: OPEN_ACCESS },
    joined: { self: SELF, room },
    isOnline: true,
  } as unknown as LobbyClient;
  const desk = new AccessDesk({
    lobby,
    timers: new ManualTimers(),
    onKnock: () => {},
    hand: () => 'keys',
    mapName: () => 'Classic',
  });
  const state = createWorld('classic', builtInArena, 1);
  /** A second in the room, whose members change at each tick. */
  const pass = async (): Promise<void> => {
    for (let tick = 0; tick < 60; tick += 1) {
      room.revision += 1;
      desk.follow(state, (world.nowMs += 1000 / 60));
      await Promise.resolve();
    }
  };
  return { desk, world, pass };
}

test('[L183] the lobby is asked now and then who was sent away, however often people come and go', async () => {
  const { desk, world, pass } = makeDesk();
  desk.followRemoved(true);
  for (let second = 0; second < 9; second += 1) await pass();
  expect(world.asked.length).toBeGreaterThan(1);
  expect(world.asked.length).toBeLessThan(5);
  expect(desk.removed.value).toEqual([GONE]);
});

test('[L183] where the lobby did not say it, it is asked again, and at once where the host let somebody back', async () => {
  const { desk, world, pass } = makeDesk();
  world.isRefused = true;
  desk.followRemoved(true);
  await pass();
  expect([world.asked, desk.removed.value]).toEqual([['room:removed'], []]);
  world.isRefused = false;
  for (let second = 0; second < 3; second += 1) await pass();
  expect(desk.removed.value).toEqual([GONE]);
  world.asked = [];
  await desk.forgive(GONE.auth);
  await pass();
  expect(world.asked).toEqual(['room:forgive', 'room:removed']);
});
