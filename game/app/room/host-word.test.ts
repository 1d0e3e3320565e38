import { expect, test } from 'vitest';
import type { PeerId } from '../../../shared/base/peer-id.ts';
import type { RoomCode } from '../../../shared/lobby/ids.ts';
import { OPEN_ACCESS } from '../../../shared/lobby/room-access.ts';
import type { JoinedRoom } from '../../../shared/lobby/room.ts';
import { toMemberId } from '../../../shared/room/command.ts';
import type { RoomState } from '../../../shared/room/room-state.ts';
import { HostWord } from './host-word.ts';

const code = 'PVX7Q2' as RoomCode;
const [ana, bob] = ['ana', 'bob'] as [PeerId, PeerId];

/** Ana sequences; `host` runs the room. */
function underTest(known: PeerId, host: 0 | 1) {
  const told: PeerId[] = [];
  const access = {
    code,
    door: code,
    host: known,
    access: OPEN_ACCESS,
    hasPassword: false,
    turn: false,
    key: null,
  };
  const word = new HostWord({
    isOnline: true,
    access,
    nameHost: (_code, peer) => void told.push(peer),
  });
  const members = [ana, bob].map((peer, id) => ({ id: toMemberId(id), peer }));
  const state = { members, host: toMemberId(host), sequencer: toMemberId(0) };
  const follow = (self: PeerId, nowMs = 0) =>
    word.follow(
      state as unknown as RoomState,
      { self, room: { code } } as unknown as JoinedRoom,
      nowMs,
    );
  return { follow, told };
}

test('[L92] the sequencer tells the lobby who runs the room, where it takes another one for that', () => {
  const { follow, told } = underTest(ana, 1);
  follow(ana);
  expect(told).toEqual([bob]);
  follow(ana, 2999);
  expect(told).toEqual([bob]);
  follow(ana, 3000);
  expect(told).toEqual([bob, bob]);
});

test('[L92] the one that the lobby takes for the host tells it, others do not', () => {
  const former = underTest(bob, 0);
  former.follow(bob);
  expect(former.told).toEqual([ana]);
  const other = underTest(ana, 1);
  other.follow(bob);
  expect(other.told).toEqual([]);
});

test('[L92] a lobby that knows is told nothing', () => {
  const { follow, told } = underTest(bob, 1);
  follow(ana);
  expect(told).toEqual([]);
});
