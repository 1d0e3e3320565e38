import { expect, test } from 'vitest';
import type { PeerId } from '../../shared/base/peer-id.ts';
import type { RoomCode } from '../../shared/lobby/ids.ts';
import { OPEN_ACCESS } from '../../shared/lobby/room-access.ts';
import type { GuestId, RoomRecord } from '../store/room-store.ts';
import { REMOVED_MAX } from '../../shared/lobby/limits.ts';
import { isRemoved, removeMember, REMOVED_NAMES_MAX, sendAway } from './remove-member.ts';
import { takeSeat } from './room-record.ts';

/** Ada sequences; `ada` … `cy` are guests, `peer of ada` … their member ids. */
const empty: RoomRecord = {
  code: 'PVX7Q2' as RoomCode,
  door: 'PVX7Q2' as RoomCode,
  id: 'room',
  sequencer: peerOf('ada'),
  max: 16,
  quick: false,
  closed: false,
  revision: 10,
  nextSession: 1,
  versions: { sim: 1, wire: 1 },
  seats: [],
  endedPages: [],
  hasMet: true,
  founder: 'founder' as GuestId,
  lapsedId: null,
  host: peerOf('ada'),
  access: OPEN_ACCESS,
  password: null,
  key: null,
  removed: [],
  removedNames: [],
};
const room = ['ada', 'bob', 'cy'].reduce(seat, empty);

function peerOf(name: string): PeerId {
  return `peer-of-${name}` as PeerId;
}

function seat(into: RoomRecord, name: string): RoomRecord {
  const newId = peerOf(name);
  return takeSeat(into, { guest: name as GuestId, page: 'page', connection: name, name, newId });
}

/** The room after that, or why not. */
function remove(from: RoomRecord | null, by: string, whom: string, page = 'page'): unknown {
  const removed = removeMember(from, { guest: by as GuestId, page }, peerOf(whom));
  return removed.ok ? removed.value.room : removed.error.code;
}

test('[L9] the sequencer takes a member out, and the room keeps its guest id and nothing else of it', () => {
  const after = remove(room, 'ada', 'bob') as RoomRecord;
  expect(after.seats.map(({ name }) => name)).toEqual(['ada', 'cy']);
  expect(after).toMatchObject({ sequencer: room.sequencer, revision: room.revision + 1 });
  expect(after.removed).toEqual(['bob']);
  expect(isRemoved(after, 'bob' as GuestId)).toBe(true);
  expect(isRemoved(after, 'cy' as GuestId)).toBe(false);
});

test('[L9] nobody but the sequencer removes anybody, and only whoever is there, itself excepted', () => {
  expect(remove(room, 'bob', 'cy')).toBe('NOT_SEQUENCER');
  expect(remove({ ...room, sequencer: peerOf('bob') }, 'ada', 'cy')).toBe('NOT_SEQUENCER');
  expect(remove(room, 'ada', 'dan')).toBe('NO_PEER');
  expect(remove(room, 'ada', 'ada')).toBe('NO_PEER');
});

test('[L9] a stranger cannot tell by the answer whether there is a room', () => {
  expect(remove(room, 'eve', 'bob')).toBe('NOT_MEMBER');
  expect(remove(null, 'eve', 'bob')).toBe('NOT_MEMBER');
});

test('[L12] a page that was replaced removes nobody', () => {
  expect(remove(room, 'ada', 'bob', 'older page')).toBe('NOT_MEMBER');
});

test('[L9] a room keeps the newest of those who were removed, and no more than it may', () => {
  let now = room;
  for (let i = 0; i < REMOVED_MAX + 2; i++) {
    now = remove(seat(now, `guest-${i}`), 'ada', `guest-${i}`) as RoomRecord;
  }
  expect(now.removed).toHaveLength(REMOVED_MAX);
  expect([now.removed.at(0), now.removed.at(-1)]).toEqual(['guest-2', `guest-${REMOVED_MAX + 1}`]);
  // [L183] Of the newest it knows what they were called.
  expect(now.removedNames.map(({ guest }) => guest)).toEqual(now.removed.slice(-REMOVED_NAMES_MAX));
});

test('[L167] the operator sends away whoever is there, the sequencer too, but not the last one', () => {
  const after = (from: RoomRecord | null, whom: string): unknown => {
    const sent = sendAway(from, peerOf(whom));
    return sent.ok ? sent.value.room : sent.error.code;
  };
  const without = after(room, 'ada') as RoomRecord;
  expect(without).toMatchObject({
    sequencer: peerOf('bob'),
    host: peerOf('bob'),
    removed: ['ada'],
  });
  expect(after(room, 'dan')).toBe('NO_PEER');
  expect(after(null, 'ada')).toBe('NO_PEER');
  expect(after(seat(empty, 'ada'), 'ada')).toBe('NO_PEER');
});
