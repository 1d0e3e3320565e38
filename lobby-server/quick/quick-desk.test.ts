import { beforeEach, expect, test } from 'vitest';
import { removeMember } from '../rooms/remove-member.ts';
import type { RoomCode } from '../../shared/lobby/ids.ts';
import { OPEN_ACCESS } from '../../shared/lobby/room-access.ts';
import { RoomsUnderTest, visitor } from '../../tests/lobby/rooms-under-test.ts';
import { seededRandom } from '../../tests/lobby/hostile/seeded-random.ts';
import { DEFAULT_LIMITS } from '../limits/limits.ts';
import { changeAccess } from '../rooms/room-access.ts';
import type { LobbySeat, RoomRecord } from '../store/room-store.ts';

let lobby: RoomsUnderTest;

beforeEach(() => {
  lobby = new RoomsUnderTest();
});

async function guestsIn(code: unknown): Promise<readonly string[]> {
  const room = await lobby.rooms.find(code as RoomCode);
  return room === null ? [] : room.seats.map(({ guest }) => guest);
}

async function comeByCode(name: string, code: unknown): Promise<boolean> {
  const request = { nonce: `code ${name}`, name, code: code as RoomCode };
  return (await lobby.rooms.join(visitor(name), request)).ok;
}

test('[L110] the first has a room of its own at once, and the second is sent there', async () => {
  const first = await lobby.play(visitor('ada'));
  expect(await guestsIn(first)).toEqual(['ada']);
  expect(await lobby.rooms.find(first as RoomCode)).toMatchObject({ quick: true, max: 8 });
  expect(await lobby.play(visitor('bob'))).toBe(first);
  expect(await guestsIn(first)).toEqual(['ada', 'bob']);
});

test('[L110] a room takes eight; the ninth has a new one', async () => {
  const codes = [];
  for (let i = 0; i < 9; i++) codes.push(await lobby.play(visitor(`guest ${i}`)));
  expect(new Set(codes.slice(0, 8)).size).toBe(1);
  expect(codes[8]).not.toBe(codes[0]);
});

test('[L110] forty in the same moment: no room has more than eight, and nobody is in two', async () => {
  const presses = Array.from({ length: 40 }, (_, i) => visitor(`guest ${i % 30}`, 'page', `${i}`));
  const codes = await Promise.all(presses.map((by) => lobby.play(by)));
  const rooms = await Promise.all([...new Set(codes)].map((code) => guestsIn(code)));
  expect(rooms.map((guests) => guests.length)).toEqual([8, 8, 8, 6]);
  expect(new Set(rooms.flat()).size).toBe(30);
});

test('[L110] a second press gives the same place, also to a page that was loaded anew', async () => {
  const first = await lobby.play(visitor('ada'));
  expect(await lobby.play(visitor('ada'))).toBe(first);
  expect(await lobby.play(visitor('ada', 'page 2'))).toBe(first);
  expect(await guestsIn(first)).toEqual(['ada']);
});

test('[L110] a late copy of a press brings nobody back who has left', async () => {
  const press = { nonce: 'one press' };
  const code = (await lobby.play(visitor('ada'), press)) as RoomCode;
  await lobby.play(visitor('bob'));
  expect(await lobby.play(visitor('ada'), press)).toBe(code);
  await lobby.rooms.leave(visitor('ada'), code);
  expect(await lobby.play(visitor('ada'), press)).toBe('NOT_MEMBER');
  expect(await lobby.play(visitor('ada'))).toBe(code);
});

test('[L111] a page that vanishes gives its place back', async () => {
  const code = (await lobby.play(visitor('guest 0'))) as RoomCode;
  for (let i = 1; i < 8; i++) await lobby.play(visitor(`guest ${i}`));
  await lobby.rooms.disconnected(visitor('guest 3'), code, 'bye');
  const meanwhile = await lobby.play(visitor('early'));
  expect(meanwhile).not.toBe(code);
  lobby.timers.advance(5000);
  await lobby.rooms.find(code);
  expect(await lobby.play(visitor('late'))).toBe(meanwhile);
  await lobby.rooms.leave(visitor('early'), meanwhile as RoomCode);
  await lobby.rooms.leave(visitor('late'), meanwhile as RoomCode);
  expect(await lobby.play(visitor('last'))).toBe(code);
});

test('[L111] nobody is sent to a room in which nobody is heard', async () => {
  const code = (await lobby.play(visitor('ada'))) as RoomCode;
  await lobby.rooms.disconnected(visitor('ada'), code, 'lost');
  expect(await lobby.play(visitor('bob'))).not.toBe(code);
  expect(await lobby.play(visitor('ada', 'page', 'again'))).toBe(code);
});

test('[L111] [L9] a guest that was removed from a room is not sent there again', async () => {
  const code = (await lobby.play(visitor('ada'))) as RoomCode;
  await lobby.play(visitor('bob'));
  const bob = (await lobby.rooms.find(code))!.seats[1]!;
  await lobby.rooms.remove(
    code,
    (room) => removeMember(room, visitor('ada'), bob.id),
    () => {},
  );
  const other = await lobby.play(visitor('bob'));
  expect(other).not.toBe(code);
  lobby.timers.advance(10_000);
  expect(lobby.moves).toEqual([]);
  expect(await guestsIn(other)).toEqual(['bob']);
});

test('[L111] another version is no company, and a code leads to a quick room as to any', async () => {
  const code = await lobby.play(visitor('ada'));
  const newer = { ...visitor('bob'), versions: { sim: 1, wire: 2 } };
  expect(await lobby.play(newer)).not.toBe(code);
  expect(await comeByCode('friend', code)).toBe(true);
});

test('[L111] rooms that people made for themselves are not filled', async () => {
  await lobby.open(visitor('ada'), 8);
  expect(await guestsIn(await lobby.play(visitor('bob')))).toEqual(['bob']);
});

test('[L113] where no new room may be opened any open one suits; without one the lobby says why', async () => {
  lobby = new RoomsUnderTest({ limits: { ...DEFAULT_LIMITS, rooms: 1 } });
  const code = await lobby.play(visitor('ada'), { skill: 0 });
  expect(await lobby.play(visitor('bob'), { skill: 4000 })).toBe(code);
  for (let i = 0; i < 6; i++) await lobby.play(visitor(`guest ${i}`));
  expect(await lobby.play(visitor('ninth'))).toBe('TRY_LATER');
  lobby.rooms.draining = true;
  expect(await lobby.play(visitor('tenth'))).toBe('DRAINING');
});

test('[L114] two who do not suit at first are brought together by their wait', async () => {
  const first = await lobby.play(visitor('ada'), { skill: 1000 });
  lobby.timers.advance(500);
  const second = await lobby.play(visitor('bob'), { skill: 1600 });
  expect(second).not.toBe(first);
  lobby.timers.advance(3400);
  expect(lobby.moves).toEqual([]);
  lobby.timers.advance(1000);
  expect(lobby.moves).toEqual([{ guest: 'bob', from: second, to: first }]);
  expect(await comeByCode('bob', first)).toBe(true);
  await lobby.rooms.leave(visitor('bob'), second as RoomCode);
  lobby.timers.advance(20_000);
  expect(lobby.moves).toHaveLength(1);
  expect(lobby.quick.status).toEqual({ searching: 0, playing: 2 });
});

test('[L114] the place of one who is awaited is kept, and nobody is sent where it comes from', async () => {
  const first = (await lobby.play(visitor('ada'), { skill: 1000 })) as RoomCode;
  const second = await lobby.play(visitor('bob'), { skill: 1250 });
  expect(second).not.toBe(first);
  lobby.timers.advance(2000);
  expect(lobby.moves).toEqual([{ guest: 'ada', from: first, to: second }]);
  // Five by code and the one who is awaited: one place is left.
  for (let i = 0; i < 6; i++) await comeByCode(`friend ${i}`, second);
  const third = (await lobby.play(visitor('cy'), { skill: 1000 })) as RoomCode;
  expect(third).not.toBe(second);
  expect(await guestsIn(first)).toEqual(['ada']);
  lobby.timers.advance(5000);
  await lobby.quick.close(visitor('ada'), first);
  await lobby.quick.close(visitor('cy'), third);
  expect(await lobby.play(visitor('dee'), { skill: 1000 })).toBe(second);
});

test('[L114] who does not come is sent again, and waits for others meanwhile', async () => {
  await lobby.play(visitor('ada'), { skill: 1000 });
  await lobby.play(visitor('bob'), { skill: 1350 });
  lobby.timers.advance(2000);
  expect(lobby.moves).toHaveLength(1);
  lobby.timers.advance(4000);
  expect(lobby.moves).toHaveLength(1);
  lobby.timers.advance(2000);
  expect(lobby.moves).toHaveLength(2);
});

test('[L134] a page is told of the rooms that suit, measures, and goes where the way is short', async () => {
  const near = await lobby.play(visitor('ada'), { rttMs: 70 });
  const far = await lobby.play(visitor('bob'), { rttMs: 70 });
  expect(far).not.toBe(near);
  const cy = visitor('cy');
  const codes = lobby.quick.near(cy, { hand: 'keys' });
  expect([...codes].sort()).toEqual([near, far].sort());
  expect(codes.map((code) => lobby.quick.answerer(code)).sort()).toEqual(['ada page', 'bob page']);
  const ways = [
    { code: far as RoomCode, rttMs: 140 },
    { code: near as RoomCode, rttMs: 30 },
  ];
  expect(await lobby.play(cy, { rttMs: 70, ways })).toBe(near);
  expect(lobby.quick.near(cy, { hand: 'keys' })).toEqual([]);
});

test('[L134] what was measured also counts for one that waits alone', async () => {
  const first = await lobby.play(visitor('ada'), { rttMs: 0 });
  const ways = [{ code: first as RoomCode, rttMs: 100 }];
  await lobby.play(visitor('bob'), { rttMs: 0, ways });
  lobby.timers.advance(3000);
  expect(lobby.moves).toEqual([]);
  lobby.timers.advance(1000);
  expect(lobby.moves).toHaveLength(1);
});

test('[L134] nobody answers for a room that is closed or none', async () => {
  const code = (await lobby.play(visitor('ada'))) as RoomCode;
  await lobby.quick.close(visitor('ada'), code);
  expect(lobby.quick.answerer(code)).toBeNull();
  expect(lobby.quick.answerer('222222' as RoomCode)).toBeNull();
  const ways = [{ code: '222222' as RoomCode, rttMs: 1 }];
  expect(await lobby.play(visitor('bob'), { ways })).not.toBe(code);
});

test('[L115] people alone hear how many there are, at once and every two seconds at most', async () => {
  await lobby.play(visitor('ada'), { skill: 0 });
  await lobby.play(visitor('bob'), { skill: 4000 });
  const code = await lobby.play(visitor('cy'), { skill: 4000 });
  expect(lobby.quick.status).toEqual({ searching: 1, playing: 2 });
  lobby.timers.advance(0);
  expect(lobby.statuses).toMatchObject([{ searching: 1, playing: 2 }]);
  await lobby.play(visitor('dee'), { skill: 4000 });
  lobby.timers.advance(1999);
  expect(lobby.statuses).toHaveLength(1);
  lobby.timers.advance(1);
  expect(lobby.statuses[1]).toMatchObject({ searching: 1, playing: 3 });
  await lobby.rooms.disconnected(visitor('cy'), code as RoomCode, 'lost');
  expect(lobby.quick.status).toEqual({ searching: 1, playing: 2 });
});

test('[L116] all in a room hear that people were found, each time that others are here', async () => {
  const code = await lobby.play(visitor('ada'), { skill: 1000 });
  expect(lobby.matches).toEqual([]);
  await lobby.play(visitor('bob'), { skill: 1000 });
  expect(lobby.matches).toEqual([{ to: code, code, sun: [], wave: [] }]);
  await lobby.play(visitor('cy'), { skill: 1050 });
  const ids = (await lobby.rooms.find(code as RoomCode))!.seats.map(({ id }) => id);
  expect(lobby.matches.at(-1)).toEqual({
    to: code,
    code,
    sun: [ids[0], ids[2]],
    wave: [ids[1]],
  });
  await lobby.rooms.disconnected(visitor('cy'), code as RoomCode, 'lost');
  await lobby.rooms.disconnected(visitor('bob'), code as RoomCode, 'lost');
  expect(lobby.matches).toHaveLength(3);
});

test('[L117] the member that sequences closes its room, and nobody else can', async () => {
  const code = (await lobby.play(visitor('ada'))) as RoomCode;
  await lobby.play(visitor('bob'));
  const refused = (why: string) => ({ ok: false, error: { code: why } });
  expect(await lobby.quick.close(visitor('bob'), code)).toEqual(refused('NOT_SEQUENCER'));
  expect(await lobby.quick.close(visitor('eve'), code)).toEqual(refused('NOT_MEMBER'));
  expect(await lobby.quick.close(visitor('ada', 'older page'), code)).toEqual(
    refused('NOT_MEMBER'),
  );
  expect(await lobby.quick.close(visitor('eve'), 'CCCCCC' as RoomCode)).toEqual(
    refused('NOT_MEMBER'),
  );
  expect(await lobby.quick.close(visitor('ada'), code)).toMatchObject({ ok: true });
  expect(await lobby.play(visitor('cy'))).not.toBe(code);
  expect(await lobby.play(visitor('bob'))).toBe(code);
});

test('[L111] a host that locks a quick room keeps those out who press PLAY', async () => {
  const code = (await lobby.play(visitor('ada'))) as RoomCode;
  const locked = { ...OPEN_ACCESS, locked: true };
  await lobby.rooms.change(code, (room) => {
    return changeAccess(room, visitor('ada'), locked, undefined, 'A'.repeat(16));
  });
  expect(await lobby.play(visitor('bob'))).not.toBe(code);
});

test('[L110] 1 000 random comings and goings: nobody twice, nobody too many', async () => {
  const random = seededRandom(3);
  const upTo = (count: number): number => Math.floor(random() * count);
  for (let i = 0; i < 1000; i++) {
    const guest = `guest ${upTo(25)}`;
    const act = upTo(5);
    const place = await placeOf(guest);
    if (act <= 2) {
      const known = { skill: 200 * upTo(10), rttMs: upTo(150) };
      await lobby.play(visitor(guest, `page ${upTo(2)}`, `socket ${i}`), known);
    } else if (act === 3 && place !== null) await goAway(place, upTo(3));
    else lobby.timers.advance(random() * 30_000);
    for (const { guest: sent, to } of lobby.moves.splice(0)) await followMove(sent, to, i);
    await expectSound(`step ${i}`);
  }
});

type Place = { readonly code: RoomCode; readonly seat: LobbySeat };

async function allRooms(): Promise<readonly RoomRecord[]> {
  const codes = [...new Set(lobby.told.map(({ code }) => code))];
  const found = await Promise.all(codes.map((code) => lobby.rooms.find(code)));
  return found.flatMap((room) => room ?? []);
}

async function placeOf(guest: string): Promise<Place | null> {
  for (const { code, seats } of await allRooms()) {
    const seat = seats.find((one) => one.guest === guest);
    if (seat) return { code, seat };
  }
  return null;
}

async function goAway({ code, seat }: Place, how: number): Promise<void> {
  const who = visitor(seat.guest, seat.page, seat.connection ?? 'none');
  if (how === 0) await lobby.rooms.leave(who, code);
  else await lobby.rooms.disconnected(who, code, how === 1 ? 'lost' : 'bye');
}

/** As the lobby's handlers do it: into the other room, then out of the first. */
async function followMove(guest: string, code: RoomCode, step: number): Promise<void> {
  const place = await placeOf(guest);
  if (place === null || place.code === code) return;
  const who = visitor(guest, place.seat.page, `moved ${step}`);
  const joined = await lobby.rooms.join(who, { nonce: `move ${step}`, name: guest, code });
  if (joined.ok) await lobby.rooms.leave(who, place.code);
}

async function expectSound(step: string): Promise<void> {
  const rooms = await allRooms();
  const seats = rooms.flatMap((room) => room.seats);
  expect(new Set(seats.map(({ guest }) => guest)).size, step).toBe(seats.length);
  for (const room of rooms) expect(room.seats.length, step).toBeLessThanOrEqual(8);
  const { searching, playing } = lobby.quick.status;
  const heard = seats.filter(({ connection }) => connection !== null).length;
  expect(searching + playing, step).toBe(heard);
}

test('[L131] one that comes while rooms come back is not sent to each of them in turn', async () => {
  const behind = new RoomsUnderTest({ random: seededRandom(9) });
  const request = { name: 'Ada', max: 8, quick: true };
  for (let i = 0; i < 40; i++) {
    const by = visitor(`guest ${i}`);
    const placed = await lobby.rooms.create(by, { ...request, nonce: `room ${i}` });
    if (!placed.ok) throw new Error(placed.error.code);
    const { room } = placed.value;
    const seats = room.seats.map((seat) => ({ ...seat, connection: null }));
    const ticket = { room: { ...room, seats }, witness: lobby.witness.pastOf(room.code) };
    expect(await behind.rooms.restore(by, ticket)).toBe(null);
    expect(await behind.rooms.resume(by, room.code)).toMatchObject({ ok: true });
  }
  let asked = 0;
  const join = behind.rooms.join.bind(behind.rooms);
  behind.rooms.join = (...place) => {
    asked += 1;
    return join(...place);
  };
  expect(await behind.play(visitor('new'))).toMatch(/^\w{6}$/);
  expect(asked).toBe(0);
});
