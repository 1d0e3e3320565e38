import { expect, test } from 'vitest';
import type { PeerId } from '../../shared/base/peer-id.ts';
import type { RoomCode } from '../../shared/lobby/ids.ts';
import { TERM_MAX } from '../../shared/lobby/limits.ts';
import type { GuestId, RoomRecord, LobbySeat } from '../store/room-store.ts';
import { type ClaimRequest, claimTerm, findInTheWay } from './claim-term.ts';
import { freeSeat, markLost, takeSeat } from './room-record.ts';

/** Ada is host of term 3; `ada` … `dan` are members, sockets and guests alike. */
const names = ['ada', 'bob', 'cy', 'dan'];
const room: RoomRecord = {
  code: 'PVX7Q2' as RoomCode,
  host: 'ada' as PeerId,
  term: 3,
  claimed: true,
  behind: [],
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
    pageNumber: index,
    connection: name,
  })),
  endedPages: [],
  hasMet: true,
  founder: 'founder' as GuestId,
  lapsedId: null,
  removed: [],
};

const seatOf = (from: RoomRecord, name: string): LobbySeat =>
  from.seats.find((seat) => seat.name === name)!;
const without = (from: RoomRecord, ...gone: string[]): RoomRecord =>
  gone.reduce((left, name) => freeSeat(left, seatOf(left, name))!, from);

/** The host after the claim, or why not. */
function claim(from: RoomRecord, by: string, term: number, votes = 1, electorate = 4): unknown {
  return outcomeOf(claimTerm(from, by, claimOf(term, votes, electorate)));
}

/** The first so many of these want the claimant, out of the first so many. */
function claimOf(term: number, votes: number, electorate: number): ClaimRequest {
  const ids = [...names, 'eve'].map((name) => name as PeerId);
  const count = { voters: ids.slice(0, votes), electorate: ids.slice(0, electorate) };
  return { term, ...count, missing: [], insists: false };
}

/** A claim of somebody alone, who misses these. */
function aloneWithout(
  missing: readonly string[],
  term: number,
  insists = false,
  by = 'own',
): ClaimRequest {
  const ids = missing.map((name) => name as PeerId);
  const own = by as PeerId;
  return { term, voters: [own], electorate: [own, ...ids], missing: ids, insists };
}

function outcomeOf(claimed: ReturnType<typeof claimTerm>): unknown {
  if (!claimed.ok) return claimed.error;
  const { host, term } = claimed.value;
  return `${host} ${term}`;
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

test('[L17] one alone has it not while somebody is connected whom it does not hear', () => {
  const left = markLost(room, seatOf(room, 'ada'));
  const missesBoth = aloneWithout(['ada', 'cy'], 4);
  expect(outcomeOf(claimTerm(left, 'bob', missesBoth))).toEqual({ code: 'NOT_HOST', term: 3 });
  expect(outcomeOf(claimTerm(left, 'bob', aloneWithout(['ada'], 4)))).toBe('bob 4');
  const gone = markLost(left, seatOf(left, 'cy'));
  expect(outcomeOf(claimTerm(gone, 'bob', missesBoth))).toBe('bob 4');
  expect(outcomeOf(claimTerm(left, 'bob', aloneWithout(['ada', 'cy'], 4, true)))).toBe('bob 4');
});

test("[L17] a reign for the record is the host's, or a majority's", () => {
  const left = markLost(room, seatOf(room, 'ada'));
  const record = { ...aloneWithout([], 4), missing: null };
  expect(outcomeOf(claimTerm(left, 'bob', record))).toEqual({ code: 'NOT_HOST', term: 3 });
  expect(outcomeOf(claimTerm(room, 'ada', record))).toBe('ada 4');
  expect(outcomeOf(claimTerm(left, 'bob', { ...claimOf(4, 2, 3), missing: null }))).toBe('bob 4');
});

test('[L17] the host learns whether those whom it misses are gone', () => {
  const word = (from: RoomRecord): unknown =>
    outcomeOf(claimTerm(from, 'ada', aloneWithout(['bob', 'cy'], 3)));
  expect(word(room)).toEqual({ code: 'NOT_HOST', term: 3 });
  const left = markLost(room, seatOf(room, 'bob'));
  expect(word(left)).toEqual({ code: 'NOT_HOST', term: 3 });
  expect(word(without(left, 'cy'))).toBe('ada 3');
  expect(outcomeOf(claimTerm(room, 'ada', aloneWithout(['bob'], 3, true)))).toBe('ada 3');
});

test('[L17] somebody without whom the host went on does not follow it alone until it has caught up', () => {
  const bobLost = markLost(room, seatOf(room, 'bob'));
  const wentOn = claimTerm(bobLost, 'ada', aloneWithout(['bob'], 3));
  if (!wentOn.ok) throw new Error('no word');
  const { seats } = room;
  const adaLost = markLost({ ...wentOn.value, seats }, seatOf(room, 'ada'));
  const alone = aloneWithout(['ada'], 4);
  expect(outcomeOf(claimTerm(adaLost, 'bob', alone))).toEqual({ code: 'NOT_HOST', term: 3 });
  expect(outcomeOf(claimTerm(adaLost, 'bob', { ...alone, insists: true }))).toBe('bob 4');
  expect(outcomeOf(claimTerm(adaLost, 'cy', alone))).toBe('cy 4');
  const caughtUp = claimTerm({ ...wentOn.value, seats }, 'ada', aloneWithout([], 3));
  if (!caughtUp.ok) throw new Error('not told');
  const lost = markLost(caughtUp.value, seatOf(room, 'ada'));
  expect(outcomeOf(claimTerm(lost, 'bob', alone))).toBe('bob 4');
});

test('[L17] those without whom the host went on are no majority without half of the rest', () => {
  const wentOn = claimTerm(room, 'ada', aloneWithout(['cy', 'dan'], 3, true));
  if (!wentOn.ok) throw new Error('no word');
  const all = names.map((name) => name as PeerId);
  const [, bob] = all;
  const claimed = { term: 4, voters: all.slice(1), electorate: all, missing: [], insists: false };
  expect(outcomeOf(claimTerm(wentOn.value, 'dan', claimed))).toBe('dan 4');
  const alone = { ...wentOn.value, behind: [bob!, ...wentOn.value.behind] };
  expect(outcomeOf(claimTerm(alone, 'dan', claimed))).toEqual({ code: 'NOT_HOST', term: 3 });
});

test('[L14][L17] whom the lobby names is asked like everybody else what it holds', () => {
  const wentOn = claimTerm(room, 'ada', aloneWithout(['bob'], 3, true));
  if (!wentOn.ok) throw new Error('no word');
  const left = without(wentOn.value, 'ada');
  expect(left.host).toBe('cy');
  const named = { ...left, host: 'bob' as PeerId };
  const stale = { code: 'NOT_HOST', term: 3 };
  expect(outcomeOf(claimTerm(named, 'bob', aloneWithout([], 4)))).toEqual(stale);
  expect(outcomeOf(claimTerm(named, 'bob', aloneWithout(['cy'], 4)))).toEqual(stale);
  expect(outcomeOf(claimTerm(named, 'cy', aloneWithout(['dan'], 4)))).toEqual(stale);
  expect(outcomeOf(claimTerm(named, 'cy', aloneWithout([], 4)))).toBe('cy 4');
  const arrival = { guest: 'eve' as GuestId, page: 'p', connection: 'eve', name: 'eve' };
  expect(takeSeat(left, { ...arrival, newId: 'eve' as PeerId }).behind).toEqual(['bob']);
});

test('[L17] one without whom the host went on waits while somebody is heard who may hold more', () => {
  const wentOn = claimTerm(room, 'ada', aloneWithout(['bob'], 3, true));
  if (!wentOn.ok) throw new Error('no word');
  const arrival = { guest: 'ada' as GuestId, page: 'new', connection: 'anew', name: 'ada' };
  const reloaded = takeSeat(wentOn.value, { ...arrival, newId: 'other' as PeerId });
  const alone = aloneWithout([], 4);
  expect(outcomeOf(claimTerm(reloaded, 'bob', alone))).toEqual({ code: 'NOT_HOST', term: 2 });
  const votes = { ...alone, voters: ['bob', 'cy', 'dan'].map((name) => name as PeerId) };
  expect(outcomeOf(claimTerm(reloaded, 'bob', votes))).toBe('bob 4');
  expect(outcomeOf(claimTerm(without(reloaded, 'cy', 'dan'), 'bob', alone))).toBe('bob 4');
});

test('[L28] with half of the votes a connection over which nobody answers is not in the way', () => {
  const pair = without(room, 'cy', 'dan');
  const wish = aloneWithout(['ada'], 4, false, 'bob');
  expect(outcomeOf(claimTerm(pair, 'bob', wish))).toEqual({ code: 'NOT_HOST', term: 3 });
  expect(findInTheWay(pair, 'bob', wish)).toEqual(['ada']);
  const claimed = claimTerm(pair, 'bob', wish, new Set(['ada']));
  expect(outcomeOf(claimed)).toBe('bob 4');
  expect(claimed.ok && claimed.value.seats).toEqual(pair.seats);
});

test('[L28] so does the host learn that whom it misses is gone', () => {
  const pair = without(room, 'cy', 'dan');
  const word = aloneWithout(['bob'], 3, false, 'ada');
  expect(findInTheWay(pair, 'ada', word)).toEqual(['bob']);
  expect(claimTerm(pair, 'ada', word, new Set(['bob']))).toMatchObject({
    ok: true,
    value: { host: 'ada', term: 3, behind: ['bob'] },
  });
});

test('[L28] nobody is asked for less than half, nor when no answer would change anything', () => {
  expect(findInTheWay(room, 'bob', aloneWithout(['ada', 'cy'], 4, false, 'bob'))).toEqual([]);
  const pair = without(room, 'cy', 'dan');
  const wish = aloneWithout(['ada'], 4, false, 'bob');
  expect(findInTheWay({ ...pair, behind: ['bob' as PeerId] }, 'bob', wish)).toEqual([]);
  expect(findInTheWay(pair, 'bob', { ...wish, term: 3 })).toEqual([]);
  expect(findInTheWay(markLost(pair, seatOf(pair, 'ada')), 'bob', wish)).toEqual([]);
  expect(findInTheWay(pair, 'eve', wish)).toEqual([]);
});

test('[L17] the host may always reign anew', () => {
  expect(claim(room, 'ada', 5)).toBe('ada 5');
});

test('[L17] a term that was given stays given, and the holder may ask again', () => {
  const stale = { code: 'STALE_TERM', term: 3 };
  expect(claim(room, 'bob', 3, 4)).toEqual(stale);
  expect(claim(room, 'bob', 2, 4)).toEqual(stale);
  expect(claim(room, 'ada', 2)).toEqual(stale);
  expect(claimTerm(room, 'ada', claimOf(3, 0, 0))).toEqual({
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
  const taken = claimTerm(named, 'cy', claimOf(4, 1, 3));
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
