import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../settings/settings.ts';
import type { OnlineRoom } from '../room/online-room.ts';
import { type Second, SECOND_KEY, SecondDoor } from './second-door.ts';

function roomOf(code: string, quick = false): OnlineRoom {
  return { joined: { room: { code, quick } } } as unknown as OnlineRoom;
}

function makeDoor(kept: string | null = null) {
  const world = {
    loads: 0,
    isMissing: false,
    followed: 0,
    retry: (): void => {},
  };
  const second: Second = {
    parts: { Panel: () => null, hand: signal(null) },
    settings: (own) => ({ ...own, nick: 'first' }),
    pads: () => [],
    follow: () => void (world.followed += 1),
  };
  const storage = { getItem: (key: string) => (key === SECOND_KEY ? kept : null) };
  const door = new SecondDoor(
    async (retry) => {
      world.loads += 1;
      world.retry = retry;
      return world.isMissing ? null : second;
    },
    () => storage as Storage,
  );
  return { door, world, second };
}

test('[L164] a second person may come to a room of friends, and to no quick room', () => {
  const { door } = makeDoor();
  const allowed = [null, roomOf('PVX7Q2'), roomOf('PVX7Q2', true), null].map((room) => {
    door.follow(room, 0);
    return door.isAllowed.value;
  });
  expect(allowed).toEqual([false, true, false, false]);
});

test('nothing is loaded until a second person is wanted, and it has its ticks then', async () => {
  const { door, world, second } = makeDoor();
  door.follow(roomOf('PVX7Q2'), 0);
  expect([world.loads, door.parts.value, door.settings(DEFAULT_SETTINGS)]).toEqual([
    0,
    null,
    DEFAULT_SETTINGS,
  ]);
  await door.open();
  door.follow(roomOf('PVX7Q2'), 16);
  expect([world.loads, world.followed, door.parts.value]).toEqual([1, 1, second.parts]);
  expect([door.settings(DEFAULT_SETTINGS).nick, door.pads()]).toEqual(['first', []]);
});

test('[L163] in the room that had one before a reload it is brought without being asked, once', () => {
  const { door, world } = makeDoor('PVX7Q2{"name":"Zoe","hand":"pad"}');
  const loads = ['PVX7Q3', 'PVX7Q2', 'PVX7Q2'].map((code) => {
    door.follow(roomOf(code), 0);
    return world.loads;
  });
  expect(loads).toEqual([0, 1, 1]);
});

test('what could not be loaded can be asked for again', async () => {
  const { door, world } = makeDoor();
  world.isMissing = true;
  await door.open();
  expect(door.parts.value).toBeNull();
  world.isMissing = false;
  world.retry();
  await expect.poll(() => door.parts.value).not.toBeNull();
});

test('[N74] one that is asked for twice at once, or again behind a reload, is brought once', async () => {
  const { door, world, second } = makeDoor('PVX7Q2{"name":"Zoe","hand":"pad"}');
  const asked = [door.open(), door.open()];
  door.follow(roomOf('PVX7Q2'), 0);
  await Promise.all(asked);
  await door.open();
  expect([world.loads, door.parts.value]).toEqual([1, second.parts]);
});
