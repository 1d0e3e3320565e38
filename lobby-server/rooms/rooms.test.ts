import { beforeEach, expect, test } from 'vitest';
import { removeMember } from './remove-member.ts';
import type { RoomCode } from '../../shared/lobby/ids.ts';
import type { ManualTimers } from '../../tests/lobby/manual-timers.ts';
import { RoomsUnderTest, visitor } from '../../tests/lobby/rooms-under-test.ts';
import { seededRandom } from '../../tests/lobby/hostile/seeded-random.ts';
import { networksOf } from '../limits/address-prefix.ts';
import { DEFAULT_LIMITS, DEFAULT_TIMES } from '../limits/limits.ts';
import type { RoomRecord } from '../store/room-store.ts';
import type { Rooms } from './rooms.ts';
import type { Visitor } from './visitor.ts';

let timers: ManualTimers;
let rooms: Rooms;
let told: readonly RoomRecord[];
let random: () => number;

beforeEach(() => {
  random = seededRandom(1);
  ({ timers, rooms, told } = new RoomsUnderTest({ random: () => random() }));
});

async function open(by: Visitor): Promise<RoomCode> {
  const placed = await rooms.create(by, { nonce: `nonce of ${by.guest}`, name: 'Ada', max: 4 });
  if (!placed.ok) throw new Error(placed.error.code);
  return placed.value.room.code;
}

/** Lets what is on its way to the store arrive. */
const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

const join = (by: Visitor, code: RoomCode, nonce = `join of ${by.connection}`) =>
  rooms.join(by, { nonce, code, name: by.guest });

test('[L16] a room whose members are all lost ends when the last place is freed', async () => {
  const ada = visitor('ada');
  const code = await open(ada);
  await rooms.disconnected(ada, code, 'bye');
  timers.advance(DEFAULT_TIMES.byeGraceMs);
  await settle();
  timers.advance(DEFAULT_TIMES.byeAloneMs - DEFAULT_TIMES.byeGraceMs - 1);
  await settle();
  expect(await rooms.count()).toBe(1);
  timers.advance(1);
  await settle();
  expect(await rooms.count()).toBe(0);
  expect(timers.pending).toBe(0);
});

test('[L15] a member that comes back before the grace ends is not put out later', async () => {
  const ada = visitor('ada');
  const code = await open(ada);
  await rooms.disconnected(ada, code, 'lost');
  timers.advance(DEFAULT_TIMES.seatGraceMs - 1);
  await rooms.resume({ ...ada, connection: 'new' }, code);
  timers.advance(DEFAULT_TIMES.seatGraceMs * 2);
  expect((await rooms.find(code))?.seats).toHaveLength(1);
});

test('[L86] who made the room and was away for too long comes again as the same member, others as new ones', async () => {
  const ada = visitor('ada');
  const bob = visitor('bob');
  const code = await open(ada);
  await join(bob, code);
  const idOf = async (guest: string) =>
    (await rooms.find(code))?.seats.find((seat) => seat.guest === guest)?.id;
  const lapseAndCome = async (who: typeof ada, guest: string): Promise<boolean> => {
    const id = await idOf(guest);
    await rooms.disconnected(who, code, 'lost');
    timers.advance(DEFAULT_TIMES.seatGraceMs);
    await settle();
    expect(await idOf(guest)).toBeUndefined();
    await join(who, code, 'again');
    return (await idOf(guest)) === id;
  };
  expect(await lapseAndCome(ada, 'ada')).toBe(true);
  expect(await lapseAndCome(bob, 'bob')).toBe(false);
  const id = await idOf('ada');
  await rooms.leave(ada, code);
  await join(ada, code, 'once more');
  expect(await idOf('ada')).not.toBe(id);
});

test('[L13] a connection found dead late does not touch its successor', async () => {
  const ada = visitor('ada');
  const code = await open(ada);
  await rooms.resume({ ...ada, connection: 'new' }, code);
  await rooms.disconnected(ada, code, 'lost');
  expect((await rooms.find(code))?.seats[0]?.connection).toBe('new');
  expect(timers.pending).toBe(0);
});

test('[L13] resuming needs the page that holds the seat', async () => {
  const ada = visitor('ada', 'page-1');
  const code = await open(ada);
  const refused = (why: string) => ({ ok: false, error: { code: why } });
  expect(await rooms.resume(visitor('ada', 'page-2'), code)).toEqual(refused('REPLACED'));
  expect(await rooms.resume(visitor('eve', 'page-1'), code)).toEqual(refused('NOT_MEMBER'));
});

test('[L12] a page that was replaced can neither leave nor be lost', async () => {
  const old = visitor('ada', 'page-1');
  const code = await open(old);
  await join(visitor('ada', 'page-2'), code);
  await rooms.leave(old, code);
  await rooms.disconnected(old, code, 'bye');
  expect((await rooms.find(code))?.seats).toMatchObject([{ page: 'page-2', session: 2 }]);
});

test('[L11] a nonce is forgotten after a minute, a refused one at once', async () => {
  const ada = visitor('ada');
  const code = await open(ada);
  const bob = visitor('bob');
  expect(await join(bob, 'CCCCCC' as RoomCode, 'same')).toMatchObject({ ok: false });
  expect(await join(bob, code, 'same')).toMatchObject({ ok: true });
  await rooms.leave(bob, code);
  expect(await join(bob, code, 'same')).toMatchObject({ ok: false });
  timers.advance(DEFAULT_TIMES.nonceMs);
  expect(await join(bob, code, 'same')).toMatchObject({ ok: true });
});

test('[L3] a code that is taken is not given away twice', async () => {
  random = () => 0;
  const first = await open(visitor('ada'));
  const numbers = [0, 0, 0, 0, 0, 0];
  random = () => numbers.pop() ?? 0.99;
  expect(first).toBe('222222');
  expect(await open(visitor('bob'))).toBe('XXXXXX');
});

test('[L3] when no free code is found the guest shall try later', async () => {
  random = () => 0;
  await open(visitor('ada'));
  const second = rooms.create(visitor('bob'), { nonce: 'n', name: 'Bob', max: 4 });
  expect(await second).toEqual({ ok: false, error: { code: 'TRY_LATER' } });
});

test('every change counts the revision up by one', async () => {
  const ada = visitor('ada');
  const code = await open(ada);
  const bob = visitor('bob');
  await join(bob, code);
  await rooms.disconnected(bob, code, 'lost');
  await rooms.leave(ada, code);
  expect(told.map(({ revision }) => revision)).toEqual([1, 2, 3, 4]);
});

test('[L12] 1 000 random comings and goings make no member twice', async () => {
  random = seededRandom(7);
  const code = await open(visitor('guest-0'));
  const keeper = visitor('keeper');
  await join(keeper, code);
  for (let i = 0; i < 1000; i++) {
    const guest = `guest-${Math.floor(random() * 2)}`;
    const who = visitor(guest, `page-${Math.floor(random() * 3)}`, `socket-${i}`);
    const act = Math.floor(random() * 5);
    if (act <= 1) await join(who, code, `nonce-${i}`);
    else if (act === 2) await rooms.resume(who, code);
    else if (act === 3) await rooms.leave(who, code);
    else timers.advance(random() * 100_000);
    const room = await rooms.find(code);
    const guests = room!.seats.map((seat) => seat.guest);
    expect(new Set(guests).size, `step ${i}`).toBe(guests.length);
    expect(room!.seats.some(({ id }) => id === room!.sequencer)).toBe(true);
  }
});

test('[L9] a room that has ended takes its list of removed guests with it', async () => {
  const [ada, bob, cy] = [visitor('ada'), visitor('bob'), visitor('cy')];
  const code = await open(ada);
  const joined = await join(bob, code);
  if (!joined.ok) throw new Error(joined.error.code);
  const out: string[] = [];
  const onOut = ({ name }: { name: string }): void => void out.push(name);
  await rooms.remove(code, (room) => removeMember(room, ada, joined.value.seat.id), onOut);
  expect(out).toEqual(['bob']);
  expect(await join(bob, code, 'once more')).toEqual({ ok: false, error: { code: 'REMOVED' } });

  await rooms.leave(ada, code);
  random = seededRandom(1);
  expect(await open(cy)).toBe(code);
  expect(await join(bob, code, 'another room')).toMatchObject({ ok: true });
});

test('[L133] who fills the server with rooms from one /48 leaves the others theirs', async () => {
  const crowd = new RoomsUnderTest({ limits: DEFAULT_LIMITS });
  const refused = new Set<string>();
  for (let at = 0; at < 6000; at++) {
    const networks = networksOf(`2001:db8:1:${at.toString(16)}::1`);
    const by = { ...visitor(`eve ${at}`), networks };
    const placed = await crowd.rooms.create(by, { nonce: 'nonce', name: 'Eve', max: 4 });
    if (!placed.ok) refused.add(placed.error.code);
  }
  expect(await crowd.rooms.count()).toBe(16 * DEFAULT_LIMITS.roomsOfPrefix);
  expect([...refused]).toEqual(['TOO_MANY_ROOMS']);
  expect(await crowd.open(visitor('ada'))).toBeTruthy();
});
