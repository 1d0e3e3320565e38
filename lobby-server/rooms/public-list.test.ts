import { expect, test } from 'vitest';
import type { PeerId } from '../../shared/base/peer-id.ts';
import { makeRoomCode, type RoomCode } from '../../shared/lobby/ids.ts';
import { CARD_KEPT_MS, LIST_PAGE_CARDS } from '../../shared/lobby/limits.ts';
import {
  type ListDelta,
  type Listing,
  type RoomCard,
  listDelta,
  listPage,
} from '../../shared/lobby/public-room.ts';
import { OPEN_ACCESS } from '../../shared/lobby/room-access.ts';
import { seededRandom } from '../../tests/lobby/hostile/seeded-random.ts';
import { ManualTimers } from '../../tests/lobby/manual-timers.ts';
import type { GuestId, RoomRecord } from '../store/room-store.ts';
import { PublicList } from './public-list.ts';
import { openRoom } from './room-record.ts';

const idle: RoomCard = {
  teamPlayers: 2,
  players: 1,
  bots: 3,
  spectators: 0,
  match: null,
  map: 'Night Big',
  goalLimit: 3,
  minutes: 5,
  hand: 'keyboard',
};

const running: RoomCard = { ...idle, match: { sun: 2, wave: 1, clockS: 190, clockStep: -1 } };

function publicRoom(code: RoomCode): RoomRecord {
  const page = { guest: code as string as GuestId, page: 'page', connection: code };
  const arrival = { ...page, name: 'Ana', newId: `id-${code}` as PeerId };
  const room = openRoom({ code, id: 'room', max: 10, versions: { sim: 1, wire: 1 } }, arrival);
  return { ...room, access: { ...OPEN_ACCESS, visibility: 'public', title: 'Friday' } };
}

const PVX = 'PVX7Q2' as RoomCode;

function underTest() {
  const timers = new ManualTimers();
  const deltas: ListDelta[] = [];
  const list = new PublicList({ timers, onDelta: (delta) => deltas.push(delta) });
  return { timers, deltas, list };
}

function thousand(list: PublicList, card = running): RoomRecord[] {
  const random = seededRandom(7);
  const rooms = Array.from({ length: 1000 }, () => publicRoom(makeRoomCode(random)));
  for (const room of rooms) list.put(room, card);
  return rooms;
}

test('[L96] a public room is listed with its card and what the lobby knows of it', () => {
  const { list } = underTest();
  const room = publicRoom(PVX);
  list.put({ ...room, password: { salt: 'a', hash: 'b' } }, idle);
  const page = list.page(null);
  expect(listPage.parse(page)).toEqual(page);
  expect(page).toMatchObject({ next: null, total: 1 });
  expect(page.listings).toEqual([
    {
      code: PVX,
      title: 'Friday',
      host: 'Ana',
      members: 1,
      max: 10,
      password: true,
      locked: false,
      knock: false,
      spectators: true,
      relayOnly: false,
      card: idle,
    } satisfies Listing,
  ]);
});

test('[L96] of a room that is not public nothing is listed, and one that no longer is goes', () => {
  const { list, timers, deltas } = underTest();
  const room = publicRoom(PVX);
  list.put({ ...room, access: OPEN_ACCESS }, idle);
  expect(list.size).toBe(0);
  list.put(room, idle);
  timers.advance(1000);
  list.follow({ ...room, access: OPEN_ACCESS });
  expect(list.size).toBe(0);
  timers.advance(1000);
  expect(deltas.at(-1)).toEqual({ changed: [], gone: [PVX] });
});

test('[L97] a card that its host does not renew is gone within twenty seconds', () => {
  const { list, timers, deltas } = underTest();
  list.put(publicRoom(PVX), idle);
  timers.advance(CARD_KEPT_MS - 1000);
  list.put(publicRoom(PVX), idle);
  timers.advance(CARD_KEPT_MS - 1000);
  expect(list.size).toBe(1);
  timers.advance(2000);
  expect(list.size).toBe(0);
  expect(deltas.at(-1)).toEqual({ changed: [], gone: [PVX] });
  expect(CARD_KEPT_MS + 1000).toBeLessThan(20_000);
});

test('[L97] the card of a host ends when another one runs the room', () => {
  const { list } = underTest();
  const room = publicRoom(PVX);
  list.put(room, idle);
  list.follow({ ...room, host: 'somebody' as PeerId });
  expect(list.size).toBe(0);
});

test('[L96] a renewed card that says nothing new is no news, and a clock that runs is none', () => {
  const { list, timers, deltas } = underTest();
  const room = publicRoom(PVX);
  list.put(room, running);
  timers.advance(1000);
  expect(deltas).toHaveLength(1);
  timers.advance(7000);
  list.put(room, { ...running, match: { ...running.match!, clockS: 182 } });
  timers.advance(1000);
  expect(deltas).toHaveLength(1);
  expect(list.page(null).listings[0]!.card.match!.clockS).toBe(181);
  list.put(room, { ...running, match: { ...running.match!, clockS: 170 } });
  list.put(room, { ...running, match: { ...running.match!, sun: 3, clockS: 170 } });
  timers.advance(1000);
  expect(deltas).toHaveLength(2);
  expect(deltas[1]!.changed.map(({ card }) => card.match)).toEqual([
    { sun: 3, wave: 1, clockS: 169, clockStep: -1 },
  ]);
});

test('[L96] pages give every room once, also when rooms go meanwhile', () => {
  const { list } = underTest();
  const rooms = thousand(list);
  const seen: RoomCode[] = [];
  let from: number | null = null;
  for (let pages = 0; ; pages++) {
    const page = list.page(from);
    expect(page.listings.length).toBeLessThanOrEqual(LIST_PAGE_CARDS);
    seen.push(...page.listings.map(({ code }) => code));
    if (pages === 3) for (const { code } of rooms.slice(0, 40)) list.drop(code);
    if (page.next === null) break;
    from = page.next;
  }
  expect(seen).toEqual(rooms.map(({ code }) => code));
});

test('[L96] a delta is bounded, and what it has no room for comes with the next', () => {
  const { list, timers, deltas } = underTest();
  const rooms = thousand(list, idle);
  timers.advance(17_000);
  expect(deltas).toHaveLength(17);
  for (const delta of deltas) expect(listDelta.safeParse(delta).success).toBe(true);
  for (const room of rooms) list.put(room, idle);
  timers.advance(10_000);
  const told = deltas.flatMap(({ changed }) => changed.map(({ code }) => code));
  expect(new Set(told).size).toBe(1000);
  expect(told).toHaveLength(1000);
  for (const { code } of rooms) list.drop(code);
  deltas.length = 0;
  timers.advance(5000);
  expect(deltas.flatMap(({ gone }) => gone)).toHaveLength(1000);
  timers.advance(5000);
  expect(deltas).toHaveLength(5);
  expect(timers.pending).toBe(0);
});

test('[L96] what a page of a list of a thousand rooms costs is said', () => {
  const { list } = underTest();
  thousand(list);
  const froms = Array.from({ length: 20 }, (_, page) => (page === 0 ? null : page * 50));
  const beganMs = performance.now();
  let bytes = 0;
  for (const from of froms) bytes += JSON.stringify(list.page(from)).length;
  const eachMs = (performance.now() - beganMs) / froms.length;
  console.info(`a page of 1 000 rooms: ${eachMs.toFixed(2)} ms, ${bytes / froms.length} bytes`);
  expect(list.page(null).listings).toHaveLength(LIST_PAGE_CARDS);
});
