import { beforeEach, expect, test } from 'vitest';
import { removeMember } from './remove-member.ts';
import { nextTerm } from '../../shared/consensus/term-state.ts';
import type { RoomCode } from '../../shared/lobby/ids.ts';
import { seededRandom } from '../../tests/lobby/hostile/seeded-random.ts';
import { RoomsUnderTest, visitor } from '../../tests/lobby/rooms-under-test.ts';
import { DEFAULT_LIMITS, DEFAULT_TIMES } from '../limits/limits.ts';
import type { RoomRecord } from '../store/room-store.ts';
import { changeAccess, nameHost } from './room-access.ts';
import type { RoomTicket } from './room-ticket.ts';
import type { Visitor } from './visitor.ts';

const TERM = nextTerm(0);
const { rebuildMs, seatGraceMs } = DEFAULT_TIMES;
const [ada, bob, cy, dan] = ['ada', 'bob', 'cy', 'dan'].map((name) => visitor(name)) as [
  Visitor,
  Visitor,
  Visitor,
  Visitor,
];
let first: RoomsUnderTest;
let code: RoomCode;

beforeEach(async () => {
  first = new RoomsUnderTest();
  code = await first.open(ada);
});

/** As the members of the room got it last. */
async function ticket(of = first): Promise<RoomTicket> {
  const room = await of.rooms.find(code);
  if (room === null) throw new Error('there is no such room');
  const seats = room.seats.map((seat) => ({ ...seat, connection: null }));
  return { room: { ...room, seats }, witness: of.witness.pastOf(code) };
}

const join = (by: Visitor, to = first) =>
  to.rooms.join(by, { nonce: `join of ${by.guest} ${to.timers.now()}`, code, name: by.guest });

async function comeBack(to: RoomsUnderTest, by: Visitor, told: RoomTicket): Promise<string> {
  const refused = await to.rooms.restore(by, told);
  if (refused !== null) return refused.code;
  const placed = await to.rooms.resume(by, code);
  return placed.ok ? 'OK' : placed.error.code;
}

const seatsOf = async (of: RoomsUnderTest): Promise<readonly string[]> =>
  ((await of.rooms.find(code))?.seats ?? []).map(
    ({ guest, connection }) => `${guest}${connection === null ? ' away' : ''}`,
  );

async function remove(from: RoomsUnderTest, by: Visitor, who: Visitor): Promise<void> {
  const seat = (await from.rooms.find(code))!.seats.find(({ guest }) => guest === who.guest)!;
  const removed = await from.rooms.remove(
    code,
    (room) => removeMember(room, by, seat.id),
    () => {},
  );
  if (!removed.ok) throw new Error(removed.error.code);
}

async function pass(of: RoomsUnderTest, ms: number): Promise<void> {
  of.timers.advance(ms);
  await new Promise<void>((resolve) => setImmediate(resolve));
}

test('[L131] a server that knows nothing has the room again: code, members, host, access, removed', async () => {
  await join(bob);
  await join(cy);
  const room = (await first.rooms.find(code))!;
  const bobs = room.seats[1]!.id;
  await first.rooms.change(code, (now) => nameHost(now, ada, bobs));
  const access = { ...room.access, locked: true };
  await first.rooms.change(code, (now) => changeAccess(now, bob, access, null, 'key'));
  await remove(first, ada, cy);
  const told = await ticket();

  const second = new RoomsUnderTest();
  expect(await comeBack(second, ada, told)).toBe('OK');
  expect(await seatsOf(second)).toEqual(['ada', 'bob away']);
  expect(await comeBack(second, bob, told)).toBe('OK');
  const back = (await second.rooms.find(code))!;
  expect(back).toEqual({
    ...(await first.rooms.find(code)),
    revision: back.revision,
  });
  expect(back.host).toBe(bobs);
  expect(back.revision).toBeGreaterThan(told.room.revision);
  await pass(second, rebuildMs);
  expect(await join(cy, second)).toEqual({ ok: false, error: { code: 'REMOVED' } });
  expect(await join(dan, second)).toEqual({ ok: false, error: { code: 'LOCKED' } });
});

test('[L131] nobody new comes in while members come back, and by the same code afterwards', async () => {
  await join(bob);
  const told = await ticket();
  const second = new RoomsUnderTest();
  await comeBack(second, ada, told);
  await pass(second, 1000);
  const error = { code: 'TRY_LATER', retryMs: rebuildMs - 1000 };
  expect(await join(dan, second)).toEqual({ ok: false, error });
  // A page of a member that was loaded anew is new as well.
  const anew = visitor('bob', 'another page');
  expect(await join(anew, second)).toEqual({ ok: false, error });
  expect(await comeBack(second, bob, told)).toBe('OK');
  await pass(second, rebuildMs - 1000);
  expect((await join(dan, second)).ok).toBe(true);
  expect(await seatsOf(second)).toEqual(['ada', 'bob', 'dan']);
});

test('[L131] who does not come back is waited for like anybody who was lost', async () => {
  await join(bob);
  const second = new RoomsUnderTest();
  await comeBack(second, ada, await ticket());
  expect(second.rooms.seatKeptMs(code, bob.guest)).toBe(seatGraceMs);
  await pass(second, seatGraceMs);
  expect(await seatsOf(second)).toEqual(['ada']);
  expect(await comeBack(second, bob, await ticket())).toBe('NOT_MEMBER');
});

test('[L131] a newer ticket of another member says who is one, and puts out who is none', async () => {
  await join(cy);
  const older = await ticket();
  await remove(first, ada, cy);
  await join(bob);
  const newer = await ticket();

  const second = new RoomsUnderTest();
  expect(await comeBack(second, cy, older)).toBe('OK');
  expect(await comeBack(second, bob, newer)).toBe('OK');
  expect(second.out).toEqual([{ code, guest: 'cy', why: 'REMOVED' }]);
  expect(await seatsOf(second)).toEqual(['ada away', 'bob']);
  expect(second.rooms.seatKeptMs(code, cy.guest)).toBeNull();
  expect(await comeBack(second, cy, older)).toBe('REMOVED');
  expect(await comeBack(second, ada, older)).toBe('OK');
  const room = (await second.rooms.find(code))!;
  expect(room.seats.map(({ pageNumber }) => pageNumber)).toEqual(
    newer.room.seats.map(({ pageNumber }) => pageNumber),
  );
});

test('[L131] so it does with who had lost the seat, and with a page that had been replaced', async () => {
  await join(bob);
  await join(cy);
  const older = await ticket();
  await first.rooms.disconnected(cy, code, 'lost');
  await pass(first, seatGraceMs);
  const bobs = visitor('bob', 'a newer page');
  await join(bobs);
  const newer = await ticket();

  const second = new RoomsUnderTest();
  expect(await comeBack(second, cy, older)).toBe('OK');
  expect(await comeBack(second, bob, older)).toBe('OK');
  expect(await comeBack(second, ada, newer)).toBe('OK');
  expect(second.out).toEqual([
    { code, guest: 'bob', why: 'REPLACED' },
    { code, guest: 'cy', why: 'EXPIRED' },
  ]);
  expect(await comeBack(second, bobs, older)).toBe('OK');
  expect(await seatsOf(second)).toEqual(['ada', 'bob']);
});

test('[L131] what happened in the room since it came back stands, whatever a newer ticket tells', async () => {
  await join(bob);
  await join(cy);
  const older = await ticket();
  await join(dan);
  const newer = await ticket();

  const second = new RoomsUnderTest();
  for (const by of [ada, bob, cy]) await comeBack(second, by, older);
  await second.rooms.leave(cy, code);
  await remove(second, ada, bob);
  const access = { ...older.room.access, knock: true };
  await second.rooms.change(code, (now) => changeAccess(now, ada, access, null, 'key'));
  expect(await comeBack(second, dan, newer)).toBe('OK');
  expect(await seatsOf(second)).toEqual(['ada', 'dan']);
  const room = (await second.rooms.find(code))!;
  expect(room.access).toEqual(access);
  expect(room.removed).toEqual(['bob']);
});

test('[L131] a ticket that comes late tells who was sent away, and nothing else', async () => {
  await join(bob);
  await join(cy);
  const older = await ticket();
  await remove(first, ada, cy);
  await join(dan);
  const newer = await ticket();

  const second = new RoomsUnderTest();
  expect(await comeBack(second, cy, older)).toBe('OK');
  await pass(second, rebuildMs);
  expect(await comeBack(second, dan, newer)).toBe('NOT_MEMBER');
  expect(second.out).toEqual([{ code, guest: 'cy', why: 'REMOVED' }]);
  expect(await comeBack(second, ada, older)).toBe('OK');
  expect(await seatsOf(second)).toEqual(['ada', 'bob away']);
  expect((await second.rooms.find(code))!.sequencer).toBe(older.room.sequencer);
});

test('[L131] a room that has ended is brought back by no ticket', async () => {
  const told = await ticket();
  await first.rooms.leave(ada, code);
  expect(await comeBack(first, ada, told)).toBe('NO_ROOM');
});

test('[L130] a ticket of another room leads nowhere, also where that had the same code', async () => {
  const told = await ticket();
  const second = new RoomsUnderTest();
  await comeBack(second, ada, told);
  const foreign = { ...told, room: { ...told.room, id: 'another-room-000' } };
  expect(await comeBack(second, ada, foreign)).toBe('NO_ROOM');
  expect(await seatsOf(second)).toEqual(['ada']);
});

test('[L131] a full server takes rooms back where others are deserted, and says later where none is', async () => {
  const full = new RoomsUnderTest({
    limits: { ...DEFAULT_LIMITS, rooms: 1 },
    random: seededRandom(9),
  });
  const other = await full.open(bob);
  expect(await comeBack(full, ada, await ticket())).toBe('TRY_LATER');
  await full.rooms.disconnected(bob, other, 'lost');
  expect(await comeBack(full, ada, await ticket())).toBe('OK');
});

test('[L131] a room that came back counts for an address and keeps nobody out of its own', async () => {
  const limits = { ...DEFAULT_LIMITS, roomsOfPrefix: 1 };
  const second = new RoomsUnderTest({ limits, random: seededRandom(9) });
  await second.open(ada);
  expect(await comeBack(second, ada, await ticket())).toBe('OK');
});

/** A ticket of a room that `by` opened and left alone, as it is after years of collecting. */
async function collect(by: Visitor, seed: number): Promise<RoomTicket> {
  first = new RoomsUnderTest({ random: seededRandom(seed) });
  code = await first.open(by);
  return ticket();
}

test('[L187] one address brings back as many rooms as it has places for pages, and no more', async () => {
  const limits = { ...DEFAULT_LIMITS, roomsOfPrefix: 2, socketsOfPrefix: 12 };
  const second = new RoomsUnderTest({ limits, random: seededRandom(99) });
  const behindOne = (guest: string): Visitor => ({ ...visitor(guest), networks: ['school'] });
  const outcomes: string[] = [];
  let mate: Visitor | null = null;
  for (let at = 1; at <= 14; at++) {
    const by = behindOne(`pupil ${at}`);
    const told = await collect(by, at);
    if (at === 1) {
      mate = behindOne('mate');
      await join(mate);
    }
    const shown = at === 1 ? await ticket() : told;
    outcomes.push(await comeBack(second, by, shown));
    // A room that is back already takes in all who were in it, however many rooms there are.
    if (at === 1) expect(await comeBack(second, mate!, shown)).toBe('OK');
  }
  expect(outcomes.slice(0, 12)).toEqual(Array.from({ length: 12 }, () => 'OK'));
  expect(outcomes.slice(12)).toEqual(['TOO_MANY_ROOMS', 'TOO_MANY_ROOMS']);
  expect(await second.rooms.count()).toBe(12);

  const other = await collect(ada, 50);
  expect(await comeBack(second, ada, other)).toBe('OK');
});

test('[L187] where a room of an address has ended, the next one that waits comes back', async () => {
  const limits = { ...DEFAULT_LIMITS, roomsOfPrefix: 1, socketsOfPrefix: 1 };
  const second = new RoomsUnderTest({ limits, random: seededRandom(99) });
  const bobHere = { ...bob, networks: ada.networks };
  await comeBack(second, ada, await ticket());
  const ended = code;
  const told = await collect(bobHere, 3);
  expect(await comeBack(second, bobHere, told)).toBe('TOO_MANY_ROOMS');
  await second.rooms.leave(ada, ended);
  expect(await comeBack(second, bobHere, told)).toBe('OK');
});

test('[L132] the witness comes back in another life, and what it had decided holds it back', async () => {
  await join(bob);
  const mark = { at: 10, term: TERM, members: 0b11 };
  const ask = async (of: RoomsUnderTest, by: Visitor, settledLife: number, term = TERM) =>
    of.witness.ask(by.connection, code, (from) => ({
      type: 'sync',
      from,
      term,
      mark,
      settledLife,
    }));
  const life = first.witness.pastOf(code).life;
  expect(await ask(first, ada, life)).toMatchObject({ value: { type: 'synced' } });
  expect(first.pasts.at(-1)).toMatchObject({ code });
  const told = await ticket();
  expect(told.witness).toEqual({ life, term: TERM, votedFor: 0 });

  for (let seed = 1; seed <= 300; seed++) {
    const second = new RoomsUnderTest();
    second.witness.adopt(told.room, { ...told.witness, life: 1 + (seed % 255) });
    expect(second.witness.pastOf(code).life).not.toBe(1 + (seed % 255));
  }
  const second = new RoomsUnderTest();
  await comeBack(second, ada, told);
  await comeBack(second, bob, told);
  const past = second.witness.pastOf(code);
  expect(past).toEqual({ life: past.life, term: TERM, votedFor: 0 });
  // A sequencer that settled the life before has to do it again.
  expect(await ask(second, ada, life)).toMatchObject({ value: { reason: 'no-memory' } });
  expect(await ask(second, bob, past.life)).toMatchObject({ value: { type: 'refused' } });
  expect(await ask(second, ada, past.life, 0)).toMatchObject({ value: { reason: 'older-term' } });
  expect(await ask(second, ada, past.life)).toMatchObject({ value: { type: 'synced' } });
});

test('[L132] a newer ticket ends a life that began by an older one', async () => {
  await join(bob);
  const older = await ticket();
  const second = new RoomsUnderTest();
  await comeBack(second, ada, older);
  const { life } = second.witness.pastOf(code);
  const room: RoomRecord = { ...older.room, revision: older.room.revision + 1 };
  const witness = { life, term: nextTerm(TERM), votedFor: 1 };
  await comeBack(second, bob, { room, witness });
  const past = second.witness.pastOf(code);
  expect([past.term, past.votedFor, past.life === life]).toEqual([nextTerm(TERM), 1, false]);
  expect(second.news.at(-1)).toMatchObject({ code, life: past.life });
});

test('[L117] [L131] a quick room that its people closed stays so, another one is filled again', async () => {
  for (const isClosed of [true, false]) {
    const before = new RoomsUnderTest();
    code = (await before.play(ada)) as RoomCode;
    if (isClosed) await before.quick.close(ada, code);
    const after = new RoomsUnderTest({ random: seededRandom(9) });
    expect(await comeBack(after, ada, await ticket(before))).toBe('OK');
    await pass(after, rebuildMs);
    expect((await after.play(bob)) === code).toBe(!isClosed);
  }
});
