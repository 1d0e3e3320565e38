import { expect, test } from 'vitest';
import { SEAT_KEPT_MS } from '../../../shared/base/seat-kept.ts';
import { parseRoomCode } from '../../../shared/lobby/ids.ts';
import { LeftSeatStore } from './left-seat.ts';

const CODE = parseRoomCode('PVX7Q2')!;
const DOOR = parseRoomCode('PVX7Q4')!;
const OTHER = parseRoomCode('PVX7Q3')!;

function makeStore(texts = new Map<string, string>(), guest: string | null = 'me.signed') {
  const clock = { nowMs: 1_000_000 };
  const storage = {
    getItem: (key: string) => texts.get(key) ?? null,
    setItem: (key: string, text: string) => void texts.set(key, text),
    removeItem: (key: string) => void texts.delete(key),
  } as Storage;
  const store = new LeftSeatStore(
    () => storage,
    () => clock.nowMs,
    () => guest,
  );
  return { store, clock, texts };
}

test('[L128] the seat of a page that is gone is known to the next one for as long as it is kept', () => {
  const { store, clock, texts } = makeStore();
  store.save({ code: CODE, door: DOOR, sun: 2, wave: 1 });
  const next = makeStore(texts, null);
  expect(next.store.load()).toMatchObject({ code: CODE, guest: 'me.signed', sun: 2, wave: 1 });
  next.clock.nowMs = clock.nowMs + SEAT_KEPT_MS;
  expect(next.store.load()).toBeNull();
});

test('[L128] a room that was left is forgotten, and no other', () => {
  const { store } = makeStore();
  store.save({ code: CODE, door: DOOR, sun: 0, wave: 0 });
  store.clear(OTHER);
  expect(store.load()?.code).toBe(CODE);
  store.clear(CODE);
  expect(store.load()).toBeNull();
});

test('[L182] the seat is found by the first code of its room, and by the one that a link had', () => {
  const { store, texts } = makeStore();
  store.save({ code: CODE, door: DOOR, sun: 0, wave: 0 });
  const { store: next } = makeStore(texts, 'another.signed');
  expect(next.leftByAnother(CODE)?.code).toBe(CODE);
  expect(next.leftByAnother(DOOR)?.code).toBe(CODE);
  expect(next.leftByAnother(OTHER)).toBeNull();
});

test.each([
  ['nothing', 'null'],
  ['no JSON', '{'],
  ['no code', '{"code":"PVX7QA","door":"PVX7Q2","guest":"g","sun":0,"wave":0,"savedMs":1000000}'],
  [
    'no code of a link',
    '{"code":"PVX7Q2","door":1,"guest":"g","sun":0,"wave":0,"savedMs":1000000}',
  ],
  [
    'a long guest',
    `{"code":"PVX7Q2","door":"PVX7Q2","guest":"${'g'.repeat(129)}","sun":0,"wave":0,"savedMs":1}`,
  ],
  ['no score', '{"code":"PVX7Q2","door":"PVX7Q2","guest":"g","sun":-1,"wave":0,"savedMs":1000000}'],
  [
    'a time to come',
    '{"code":"PVX7Q2","door":"PVX7Q2","guest":"g","sun":0,"wave":0,"savedMs":2000000}',
  ],
])('[L128] of %s no seat is read', (_, text) => {
  expect(makeStore(new Map([['peerball.seat', text]])).store.load()).toBeNull();
});

test('[L128] where storage is forbidden nothing is kept, and nothing breaks', () => {
  const forbidden = (): Storage => {
    throw new Error('forbidden');
  };
  const store = new LeftSeatStore(
    forbidden,
    () => 0,
    () => 'me',
  );
  store.save({ code: CODE, door: DOOR, sun: 0, wave: 0 });
  store.clear(CODE);
  expect(store.load()).toBeNull();
});
