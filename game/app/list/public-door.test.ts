import { createMatchState, MATCH, type Phase, PHASE } from '../../../shared/sim/match-state.ts';
import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import type { PeerId } from '../../../shared/base/peer-id.ts';
import { fail, ok } from '../../../shared/base/result.ts';
import type { RoomCode } from '../../../shared/lobby/ids.ts';
import { type AccessNews, OPEN_ACCESS } from '../../../shared/lobby/room-access.ts';
import { type MemberId, toMemberId } from '../../../shared/room/command.ts';
import { ManualTimers } from '../../../tests/lobby/manual-timers.ts';
import type { PublicParts } from '../../ui/model/public-rooms-model.ts';
import type { Screen } from '../../ui/model/view-model.ts';
import type { OnlineRoom } from '../room/online-room.ts';
import { PublicDoor } from './public-door.ts';
import type { PublicRooms, PublicRoomsPorts } from './public-rooms.ts';

const code = 'PVX7Q2' as RoomCode;
const self = 'ana' as PeerId;

function underTest({ isMissing = false } = {}) {
  const did: string[] = [];
  const watched: MemberId[] = [];
  let ports: PublicRoomsPorts | null = null;
  const model = {
    screen: signal<Screen>({ screen: 'home', error: null, code: null }),
    publicParts: signal<PublicParts | null>(null),
  };
  const rooms = {
    list: { open: () => did.push('open'), close: () => did.push('close') },
    access: { follow: () => did.push('follow'), leave: () => did.push('leave') },
    parts: {},
  } as unknown as PublicRooms;
  const door = new PublicDoor({
    loadPublicRooms: async (given) => {
      did.push('load');
      ports = given;
      return isMissing ? fail('offline') : ok(rooms);
    },
    timers: new ManualTimers(),
    model,
    hand: () => 'keys',
    playSound: () => {},
    join: (joined, password) => did.push(`join ${joined} ${password ?? 'without'}`),
    watch: (member) => watched.push(member),
    onProblem: (problem) => did.push(problem),
    mapName: () => 'Classic',
    keyOf: () => undefined,
  });
  return { door, did, model, watched, enter: () => ports!.enter };
}

function roomOf(member: number | null, phase: Phase = PHASE.warmUp): OnlineRoom {
  const match = createMatchState(1);
  match.ints[MATCH.phase] = phase;
  const session = { self: member === null ? null : toMemberId(member), world: { match } };
  return { joined: { self, room: { code } }, session } as unknown as OnlineRoom;
}

function accessOf(change: Partial<AccessNews['access']>, host = self): AccessNews {
  return {
    code,
    door: code,
    host,
    access: { ...OPEN_ACCESS, ...change },
    hasPassword: false,
    turn: false,
    key: null,
  };
}

test('the list is shown once its part is here, unless the person went on', async () => {
  const { door, did, model } = underTest();
  await door.browse();
  expect(model.screen.value.screen).toBe('rooms');
  expect(did).toEqual(['load', 'open']);
  const impatient = underTest();
  const browsing = impatient.door.browse();
  impatient.model.screen.value = { screen: 'home', error: null, code: null };
  await browsing;
  expect(impatient.did).toEqual(['load']);
});

test('a part that does not come is said', async () => {
  const { door, did } = underTest({ isMissing: true });
  await door.browse();
  expect(did).toEqual(['load', 'offline']);
  expect(await door.openAccess()).toBe('offline');
});

test('[L95] [L169] in a public room all have what belongs to it loaded, once they are in; in others nobody has', async () => {
  const { door, did } = underTest();
  door.follow(roomOf(null), accessOf({ visibility: 'public' }), 0);
  door.follow(roomOf(0), accessOf({}), 0);
  door.follow(roomOf(0), null, 0);
  expect(did).toEqual([]);
  const guest = underTest();
  guest.door.follow(roomOf(0), accessOf({ visibility: 'public' }, 'bob' as PeerId), 0);
  expect(guest.did).toEqual(['load']);
  door.follow(roomOf(0), accessOf({ visibility: 'public' }), 0);
  door.follow(roomOf(0), accessOf({ visibility: 'public' }), 16);
  expect(did).toEqual(['load']);
});

test('[L126] the host of a match has it too, for those who are invited', async () => {
  const { door, did } = underTest();
  door.follow(roomOf(0, PHASE.playing), accessOf({}, 'bob' as PeerId), 0);
  expect(did).toEqual([]);
  door.follow(roomOf(0, PHASE.playing), accessOf({}), 16);
  expect(did).toEqual(['load']);
});

test('what the server has no more is asked for every half minute in a match, not every tick', async () => {
  const { door, did } = underTest({ isMissing: true });
  for (let nowMs = 0; nowMs < 60_000; nowMs += 16) {
    door.follow(roomOf(0, PHASE.playing), accessOf({}), nowMs);
    await Promise.resolve();
    await Promise.resolve();
  }
  expect(did).toEqual(['load', 'load']);
});

test('a room that was entered to watch puts the person on the bench, once', async () => {
  const { door, did, watched, enter } = underTest();
  await door.browse();
  enter()(code, 'watch', 'sesame');
  expect(did.at(-1)).toBe(`join ${code} sesame`);
  door.follow(roomOf(null), null, 0);
  expect(watched).toEqual([]);
  door.follow(roomOf(3), null, 16);
  door.follow(roomOf(3), null, 32);
  expect(watched).toEqual([3]);
  enter()(code, 'play', null);
  door.follow(roomOf(3), null, 48);
  expect(watched).toEqual([3]);
});
