import { expect, test } from 'vitest';
import type { PeerId } from '../../shared/base/peer-id.ts';
import type { RoomCode } from '../../shared/lobby/ids.ts';
import { TERM_MAX } from '../../shared/lobby/limits.ts';
import type { GuestId, RoomRecord, Seat } from '../store/room-store.ts';
import { claimTerm } from './claim-term.ts';
import { freeSeat, markLost } from './room-record.ts';

/** Ada is host of term 3; `ada` … `dan` are members, sockets and guests alike. */
const names = ['ada', 'bob', 'cy', 'dan'];
const room: RoomRecord = {
  code: 'PVX7Q2' as RoomCode,
  host: 'ada' as PeerId,
  term: 3,
  claimed: true,
  max: 8,
  revision: 10,
  nextSession: 5,
  versions: { sim: 1, wire: 1 },
  seats: names.map((name, index) => ({
    guest: name as GuestId,
    id: name as PeerId,
    name,
    page: 'page',
    session: index + 1,
    connection: name,
  })),
  removed: [],
};

const seatOf = (from: RoomRecord, name: string): Seat =>
  from.seats.find((seat) => seat.name === name)!;
const without = (from: RoomRecord, ...gone: string[]): RoomRecord =>
  gone.reduce((left, name) => freeSeat(left, seatOf(left, name))!, from);

/** The host after the claim, or why not. */
function claim(from: RoomRecord, by: string, term: number, votes = 1, electorate = 4): unknown {
  const claimed = claimTerm(from, by, { term, votes, electorate });
  if (!claimed.ok) return claimed.error;
  const { host, term: given } = claimed.value;
  return `${host} ${given}`;
}

test('[L17] a majority has the term, whatever the lobby hears of the host', () => {
  expect(claim(room, 'bob', 4, 3)).toBe('bob 4');
  expect(claim(room, 'bob', 9, 3)).toBe('bob 9');
  expect(claim(room, 'bob', 4, 2)).toEqual({ code: 'NOT_HOST', term: 3 });
});

test('[L17] one alone has it when the host is not heard', () => {
  expect(claim(room, 'bob', 4)).toEqual({ code: 'NOT_HOST', term: 3 });
  expect(claim(markLost(room, seatOf(room, 'ada')), 'bob', 4)).toBe('bob 4');
  expect(claim(without(room, 'ada'), 'cy', 4)).toBe('cy 4');
});

test('[L17] the host may always reign anew', () => {
  expect(claim(room, 'ada', 5)).toBe('ada 5');
});

test('[L17] a term that was given stays given, and the holder may ask again', () => {
  const stale = { code: 'STALE_TERM', term: 3 };
  expect(claim(room, 'bob', 3, 4)).toEqual(stale);
  expect(claim(room, 'bob', 2, 4)).toEqual(stale);
  expect(claim(room, 'ada', 2)).toEqual(stale);
  expect(claimTerm(room, 'ada', { term: 3, votes: 0, electorate: 0 })).toEqual({
    ok: true,
    value: room,
  });
});

test('[L17] a term that the lobby gave to nobody is to be had by the first who claims it', () => {
  const named = without(room, 'ada');
  expect(named).toMatchObject({ host: 'bob', term: 4, claimed: false });
  expect(claim(named, 'bob', 4)).toBe('bob 4');
  expect(claim(named, 'cy', 4)).toBe('cy 4');
  expect(claim(named, 'cy', 3)).toEqual({ code: 'STALE_TERM', term: 3 });
  const taken = claimTerm(named, 'cy', { term: 4, votes: 1, electorate: 3 });
  expect(taken.ok && claim(taken.value, 'bob', 4, 2, 3)).toEqual({ code: 'STALE_TERM', term: 4 });
});

test('[L14] the lobby is ahead of the members by one term at most', () => {
  const after = without(room, 'ada', 'bob', 'cy');
  expect(after).toMatchObject({ host: 'dan', term: 4, claimed: false });
  expect(claim(after, 'dan', 4, 1, 1)).toBe('dan 4');
});

test('[L14] the term stops at the highest that packets can carry', () => {
  const last = { ...room, term: TERM_MAX };
  expect(without(last, 'ada')).toMatchObject({ host: 'bob', term: TERM_MAX });
  expect(claim(without(last, 'ada'), 'bob', TERM_MAX)).toBe(`bob ${TERM_MAX}`);
});

test.each([
  ['more votes than voters', 5, 4],
  ['more voters than members', 5, 5],
  ['one voter', 1, 1],
  ['nobody', 0, 0],
  ['half', 2, 4],
])('[L18] a claim by %s is no majority', (_case, votes, electorate) => {
  expect(claim(room, 'bob', 4, votes, electorate)).toEqual({ code: 'NOT_HOST', term: 3 });
});

test('[L18] a connection that holds no seat claims nothing', () => {
  expect(claim(room, 'eve', 4, 4)).toEqual({ code: 'NOT_MEMBER' });
  const lost = markLost(room, seatOf(room, 'bob'));
  expect(claim(lost, 'bob', 4, 4)).toEqual({ code: 'NOT_MEMBER' });
});
