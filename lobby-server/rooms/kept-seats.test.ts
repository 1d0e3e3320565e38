import { beforeEach, expect, test } from 'vitest';
import type { RoomCode } from '../../shared/lobby/ids.ts';
import type { ManualTimers } from '../../tests/lobby/manual-timers.ts';
import { RoomsUnderTest, visitor } from '../../tests/lobby/rooms-under-test.ts';
import { DEFAULT_LIMITS, DEFAULT_TIMES } from '../limits/limits.ts';
import type { Rooms } from './rooms.ts';
import type { Visitor } from './visitor.ts';

const { seatGraceMs, byeGraceMs, byeAloneMs, roomKeptMs } = DEFAULT_TIMES;
const TEN_MINUTES_MS = 600_000;
const [ada, bob, cy] = ['ada', 'bob', 'cy'].map((name) => visitor(name)) as [
  Visitor,
  Visitor,
  Visitor,
];
let timers: ManualTimers;
let rooms: Rooms;

beforeEach(() => {
  ({ timers, rooms } = new RoomsUnderTest({ limits: { ...DEFAULT_LIMITS, rooms: 2 } }));
});

async function open(by: Visitor): Promise<RoomCode> {
  const nonce = `nonce of ${by.guest} at ${timers.now()}`;
  const placed = await rooms.create(by, { nonce, name: by.guest, max: 4 });
  if (!placed.ok) throw new Error(placed.error.code);
  return placed.value.room.code;
}

const join = (by: Visitor, code: RoomCode) =>
  rooms.join(by, { nonce: `join of ${by.guest} at ${timers.now()}`, code, name: by.guest });

const lose = (by: Visitor, code: RoomCode) => rooms.disconnected(by, code, 'lost');

/** Winds the clock on, and lets what became due arrive at the store. */
async function pass(ms: number): Promise<void> {
  timers.advance(ms);
  await new Promise<void>((resolve) => setImmediate(resolve));
}

async function namesIn(code: RoomCode): Promise<readonly string[]> {
  return (await rooms.find(code))?.seats.map(({ name }) => name) ?? [];
}

test('[L66] a room that was just made waits ten minutes for its host, and no longer', async () => {
  const code = await open(ada);
  await lose(ada, code);
  await pass(seatGraceMs);
  await pass(TEN_MINUTES_MS - seatGraceMs);
  expect(await namesIn(code)).toEqual(['ada']);
  await pass(roomKeptMs - TEN_MINUTES_MS);
  expect(await namesIn(code)).toEqual([]);
  expect(timers.pending).toBe(0);
});

test('[L66] so it does when friends come meanwhile: nobody among them has a match', async () => {
  const code = await open(ada);
  await lose(ada, code);
  await pass(seatGraceMs);
  await join(bob, code);
  await join(cy, code);
  await pass(TEN_MINUTES_MS - seatGraceMs);
  expect(await namesIn(code)).toEqual(['ada', 'bob', 'cy']);
  expect(await rooms.resume({ ...ada, connection: 'ada 2' }, code)).toMatchObject({ ok: true });
});

test('[L66] a friend who does not wait any longer is gone after the usual time', async () => {
  const code = await open(ada);
  await lose(ada, code);
  await join(bob, code);
  await join(cy, code);
  await lose(bob, code);
  await pass(seatGraceMs);
  expect(await namesIn(code)).toEqual(['ada', 'cy']);
});

test('[L15] [L66] a host that was here together with somebody is waited for as usual', async () => {
  const code = await open(ada);
  await join(bob, code);
  await lose(ada, code);
  await pass(seatGraceMs);
  expect(await namesIn(code)).toEqual(['bob']);
});

test('[L66] once alone again, the host is waited for as at first', async () => {
  const code = await open(ada);
  await join(bob, code);
  await rooms.leave(bob, code);
  await lose(ada, code);
  await pass(seatGraceMs);
  await join(cy, code);
  await pass(TEN_MINUTES_MS - seatGraceMs);
  expect(await namesIn(code)).toEqual(['ada', 'cy']);
});

test('[L67] with everybody away all seats are kept for ten minutes', async () => {
  const code = await open(ada);
  await join(bob, code);
  await lose(ada, code);
  await lose(bob, code);
  await pass(seatGraceMs);
  await pass(TEN_MINUTES_MS - seatGraceMs);
  expect(await namesIn(code)).toEqual(['ada', 'bob']);
  await pass(roomKeptMs - TEN_MINUTES_MS);
  expect(await rooms.count()).toBe(0);
});

test('[L67] when the first is back, the others have the usual time from then on', async () => {
  const code = await open(ada);
  await join(bob, code);
  await lose(ada, code);
  await lose(bob, code);
  await pass(seatGraceMs * 2);
  await rooms.resume({ ...ada, connection: 'ada 2' }, code);
  await pass(seatGraceMs - 1);
  expect(await namesIn(code)).toEqual(['ada', 'bob']);
  await pass(1);
  expect(await namesIn(code)).toEqual(['ada']);
});

test('[L15] [L67] a goodbye is believed in a room with nobody in it too, a little later', async () => {
  const code = await open(ada);
  await rooms.disconnected(ada, code, 'bye');
  await pass(byeGraceMs);
  expect(await namesIn(code)).toEqual(['ada']);
  await pass(byeAloneMs - byeGraceMs);
  expect(await rooms.count()).toBe(0);
  expect(timers.pending).toBe(0);
});

test('[L15] a closed tab frees its place within three seconds of those who see it', async () => {
  const code = await open(ada);
  await join(bob, code);
  await rooms.disconnected(bob, code, 'bye');
  await pass(byeGraceMs);
  expect(await namesIn(code)).toEqual(['ada']);
  expect(byeGraceMs).toBeLessThan(3000);
});

test('[L67] who comes into a room that all have said goodbye to does not wait for them', async () => {
  const code = await open(ada);
  await join(bob, code);
  await rooms.disconnected(ada, code, 'bye');
  await rooms.disconnected(bob, code, 'bye');
  await pass(byeGraceMs);
  await join(cy, code);
  await pass(0);
  expect(await namesIn(code)).toEqual(['cy']);
});

test('[L68] where the server is full, the room that waits longest with nobody in it makes way', async () => {
  const first = await open(ada);
  const second = await open(bob);
  await lose(bob, second);
  await pass(1);
  await lose(ada, first);
  const third = await open(cy);
  expect(await namesIn(second)).toEqual([]);
  expect(await namesIn(first)).toEqual(['ada']);
  await rooms.resume({ ...ada, connection: 'ada 2' }, first);
  const refused = { ok: false, error: { code: 'TRY_LATER' } };
  expect(await rooms.create(bob, { nonce: 'once more', name: 'bob', max: 4 })).toEqual(refused);
  expect(await namesIn(third)).toEqual(['cy']);
});

test('[L68] a room that waits counts for the address that opened it', async () => {
  ({ timers, rooms } = new RoomsUnderTest({ limits: { ...DEFAULT_LIMITS, roomsOfPrefix: 1 } }));
  const code = await open(ada);
  await lose(ada, code);
  await pass(seatGraceMs);
  const refused = { ok: false, error: { code: 'TOO_MANY_ROOMS' } };
  const neighbour = { ...bob, networks: ada.networks };
  expect(await rooms.create(neighbour, { nonce: 'one more', name: 'bob', max: 4 })).toEqual(
    refused,
  );
  await pass(roomKeptMs - seatGraceMs);
  expect(await rooms.create(neighbour, { nonce: 'again', name: 'bob', max: 4 })).toMatchObject({
    ok: true,
  });
});

test('[L69] a page whose seat another page has is told so, one that has none is told that', async () => {
  const code = await open(ada);
  await join(bob, code);
  const again = { ...ada, page: 'another page', connection: 'ada 2' };
  await join(again, code);
  const refused = (why: string) => ({ ok: false, error: { code: why } });
  expect(await rooms.resume(ada, code)).toEqual(refused('REPLACED'));
  await rooms.leave(again, code);
  expect(await rooms.resume(ada, code)).toEqual(refused('NOT_MEMBER'));
  await rooms.leave(bob, code);
  expect(await rooms.resume(ada, code)).toEqual(refused('NO_ROOM'));
});
