import { beforeEach, expect, test } from 'vitest';
import type { PeerId } from '../../shared/base/peer-id.ts';
import type { RoomCode } from '../../shared/lobby/ids.ts';
import type { ReportReason } from '../../shared/lobby/person-report.ts';
import type { GuestId, RoomRecord } from '../store/room-store.ts';
import { freeSeat, openRoom, takeSeat } from './room-record.ts';
import { Reports } from './reports.ts';

/** `ada` … are guests, `peer-of-ada` … their member ids. */
const arrival = (name: string) => ({
  guest: name as GuestId,
  page: 'page',
  connection: name,
  name,
  newId: `peer-of-${name}` as PeerId,
});
const plan = { code: 'PVX7Q2' as RoomCode, id: 'room', max: 16, versions: { sim: 1, wire: 1 } };
const seat = (into: RoomRecord, name: string): RoomRecord => takeSeat(into, arrival(name));
const room = ['bob', 'cy', 'dan'].reduce(seat, openRoom(plan, arrival('ada')));

let reports: Reports;

beforeEach(() => {
  reports = new Reports();
});

/** Whether it counted, or why it was refused. */
function say(
  by: string,
  of: string,
  why: ReportReason = 'spoiling',
  where: RoomRecord | null = room,
  page = 'page',
): unknown {
  const peer = `peer-of-${of}` as PeerId;
  const added = reports.add(where, { guest: by as GuestId, page }, { peer, why });
  return added.ok ? added.value : added.error.code;
}

test('[L165] what people say of each other is counted by reason, those of whom most was said first', () => {
  expect(say('ada', 'bob', 'cheating')).toBe(true);
  expect(say('ada', 'cy', 'name')).toBe(true);
  expect(say('bob', 'cy', 'name')).toBe(true);
  expect(say('dan', 'cy', 'other')).toBe(true);
  const none = { name: 0, words: 0, spoiling: 0, cheating: 0, other: 0 };
  expect(reports.all([room])).toMatchObject([
    { code: room.code, seat: { name: 'cy' }, reasons: { ...none, name: 2, other: 1 } },
    { code: room.code, seat: { name: 'bob' }, reasons: { ...none, cheating: 1 } },
  ]);
});

test('[L165] a person counts once of each other one, with the reason that it gave first', () => {
  expect(say('ada', 'bob', 'name')).toBe(true);
  expect(say('ada', 'bob', 'cheating')).toBe(false);
  expect(reports.all([room])).toMatchObject([{ reasons: { name: 1, cheating: 0 } }]);
  // The reported person comes back as another member, and is the same guest.
  const { seats } = room;
  const without = freeSeat(room, seats[1]!)!;
  const again = takeSeat(without, { ...arrival('bob'), newId: 'another-peer' as PeerId });
  const added = reports.add(
    again,
    { guest: 'ada' as GuestId, page: 'page' },
    { peer: 'another-peer' as PeerId, why: 'name' },
  );
  expect(added).toEqual({ ok: true, value: false });
  expect(reports.all([again])).toMatchObject([{ seat: { id: 'another-peer' } }]);
});

test('[L165] only of one that is there, never of oneself, and only by a page that has its seat', () => {
  expect(say('ada', 'ada')).toBe('NO_PEER');
  expect(say('ada', 'eve')).toBe('NO_PEER');
  expect(say('eve', 'ada')).toBe('NOT_MEMBER');
  expect(say('ada', 'bob', 'name', null)).toBe('NOT_MEMBER');
  expect(say('ada', 'bob', 'name', room, 'older page')).toBe('NOT_MEMBER');
  expect(reports.all([room])).toEqual([]);
});

test('[L165] of one that left only the numbers are told', () => {
  say('ada', 'bob');
  const without = freeSeat(room, room.seats[1]!)!;
  expect(reports.all([without])).toMatchObject([{ seat: null, reasons: { spoiling: 1 } }]);
});

test('[L168] nothing of it outlives the room', () => {
  say('ada', 'bob');
  reports.forget(room.code);
  expect(reports.all([room])).toEqual([]);
  expect(say('ada', 'bob')).toBe(true);
});

test('[L166] however many come and go, of a room no more is kept than four rooms full', () => {
  for (let i = 0; i < 100; i++) say('ada', `guest-${i}`, 'other', seat(room, `guest-${i}`));
  const kept = reports.all([room]);
  expect(kept).toHaveLength(64);
  for (let i = 0; i < 100; i++) say(`guest-${i}`, 'bob', 'other', seat(room, `guest-${i}`));
  expect(reports.all([room])[0]).toMatchObject({ seat: { name: 'bob' }, reasons: { other: 64 } });
});

test('[L166] nobody is forgotten by having guests come in, be complained of and go', () => {
  say('ada', 'bob', 'cheating');
  for (let i = 0; i < 100; i++) say('cy', `guest-${i}`, 'other', seat(room, `guest-${i}`));
  expect(reports.all([room])).toContainEqual(
    expect.objectContaining({ seat: expect.objectContaining({ name: 'bob' }) }),
  );
});

test('[L166] of those who went, the one that fewest complained of is forgotten first', () => {
  for (const by of ['ada', 'bob', 'cy']) say(by, 'troll', 'words', seat(room, 'troll'));
  for (let i = 0; i < 100; i++) say('dan', `guest-${i}`, 'other', seat(room, `guest-${i}`));
  expect(reports.all([room])[0]).toMatchObject({ seat: null, reasons: { words: 3 } });
});
