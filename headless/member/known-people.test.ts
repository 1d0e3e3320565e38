import { beforeEach, expect, test } from 'vitest';
import type { PeerId } from '../../shared/base/peer-id.ts';
import { fail, ok } from '../../shared/base/result.ts';
import type { RoomCode } from '../../shared/lobby/ids.ts';
import type { RoomState } from '../../shared/room/room-state.ts';
import type { KnownPerson } from '../feed/room-feed.ts';
import { KnownPeople, type PeopleDesk } from './known-people.ts';

const CODE = 'PVX7Q2' as RoomCode;
const auth = (peer: string): string => `${peer}${'x'.repeat(43 - peer.length)}`;

let told: (readonly KnownPerson[])[];
let asked: number;
/** The peers that the lobby names; null: it does not answer. */
let named: readonly string[] | null;
let removed: string[];
let forgiven: (string | null)[];
let people: KnownPeople;

const lobby: PeopleDesk = {
  async askPeople() {
    asked += 1;
    if (named === null) return fail('NO_ANSWER');
    const all = named.map((peer) => ({ peer: peer as PeerId, auth: auth(peer), conn: null }));
    return ok({ people: all });
  },
  async forgive(_code, one) {
    forgiven.push(one);
    const count = removed.filter((other) => one === null || other === one).length;
    removed = removed.filter((other) => one !== null && other !== one);
    return ok({ forgiven: count });
  },
};

beforeEach(() => {
  [told, asked, named, removed, forgiven] = [[], 0, [], [], []];
  people = new KnownPeople(CODE, lobby, (known) => void told.push(known));
});

function room(...peers: string[]): RoomState {
  const members = peers.map((peer) => ({ type: 'person', peer }));
  return { members } as unknown as RoomState;
}

/** The turn of an answer. */
const answered = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));

test('a script hears nothing until the lobby has named those who came, which is asked once', async () => {
  named = ['a', 'b'];
  expect(people.advance(room('a', 'b'), 0)).toBe(true);
  expect(people.advance(room('a', 'b'), 16)).toBe(true);
  await answered();
  expect(people.advance(room('a', 'b'), 33)).toBe(false);
  expect(asked).toBe(1);
  expect(told).toEqual([
    [
      { peer: 'a', auth: auth('a'), conn: '' },
      { peer: 'b', auth: auth('b'), conn: '' },
    ],
  ]);
});

test('a lobby that does not answer holds a script up for a second, and is asked on', async () => {
  named = null;
  const now = room('a');
  expect([0, 500, 999].map((nowMs) => people.advance(now, nowMs))).toEqual([true, true, true]);
  await answered();
  expect(people.advance(now, 1_000)).toBe(false);
  await answered();
  expect(asked).toBe(2);
  named = ['a'];
  people.advance(now, 2_000);
  await answered();
  expect(told.length).toBe(1);
});

test('one that was forgiven is asked for until the lobby had kept it out', async () => {
  named = ['a'];
  people.advance(room('a'), 0);
  await answered();
  people.forgive('a' as PeerId, 100);
  people.advance(room(), 100);
  await answered();
  removed = [auth('a')];
  people.advance(room(), 500);
  people.advance(room(), 1_200);
  await answered();
  people.advance(room(), 5_000);
  expect(forgiven).toEqual([auth('a'), auth('a')]);
  expect(removed).toEqual([]);
});

test('to forgive all is asked once, and one that the lobby never named not at all', async () => {
  people.forgive(null, 0);
  people.forgive('stranger' as PeerId, 0);
  for (const nowMs of [0, 2_000, 4_000]) {
    people.advance(room(), nowMs);
    await answered();
  }
  expect(forgiven).toEqual([null]);
});
