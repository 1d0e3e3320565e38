import type { Socket } from 'socket.io-client';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DEFAULT_TIMES } from '../../lobby-server/limits/limits.ts';
import type { RoomCode } from '../../shared/lobby/ids.ts';
import { CARD_KEPT_MS } from '../../shared/lobby/limits.ts';
import type { News } from '../../shared/lobby/lobby-events.ts';
import type { Peek } from '../../shared/lobby/peek.ts';
import type { RoomCard } from '../../shared/lobby/public-room.ts';
import { OPEN_ACCESS, type RoomAccess } from '../../shared/lobby/room-access.ts';
import type { JoinedRoom } from '../../shared/lobby/room.ts';
import { ask, LobbyUnderTest } from './lobby-under-test.ts';
import { ManualTimers } from './manual-timers.ts';

const CARD: RoomCard = {
  teamPlayers: 1,
  players: 2,
  bots: 0,
  spectators: 0,
  match: { sun: 2, wave: 1, clockS: 100, clockStep: -1 },
  map: null,
  goalLimit: 3,
  minutes: 3,
  hand: 'keyboard',
};

let timers: ManualTimers;
let lobby: LobbyUnderTest;
let nonces: number;
let host: Socket;
let code: RoomCode;

beforeEach(async () => {
  timers = new ManualTimers();
  lobby = await LobbyUnderTest.start({ timers });
  nonces = 0;
  host = lobby.raw();
  const made = await ask(host, 'room:create', { nonce: nonce(), name: 'Ana', max: 10 });
  code = (made as { value: JoinedRoom }).value.room.code;
});

afterEach(() => lobby.end());

function nonce(): string {
  return `nonce-of-a-test-${nonces++}`;
}

const peek = (by: Socket, more = {}) => ask(by, 'room:peek', { code, ...more });
const told = async (by: Socket, more = {}): Promise<Peek> =>
  ((await peek(by, more)) as { value: Peek }).value;
const set = (access: Partial<RoomAccess>, more = {}) =>
  ask(host, 'room:access', { code, access: { ...OPEN_ACCESS, ...access }, ...more });
const join = (by: Socket) => ask(by, 'room:join', { nonce: nonce(), code, name: 'Bob' });

const NO_ROOM = { ok: false, code: 'NO_ROOM' };
const CLOSED = { host: 'Ana', members: null, match: null };

test('[L126] who has an invitation is told who runs the room, who is there and the score', async () => {
  const bob = lobby.raw();
  expect(await told(bob)).toEqual({
    host: 'Ana',
    members: ['Ana'],
    max: 10,
    match: null,
    seatMs: null,
  });
  await join(lobby.raw());
  expect(await ask(host, 'room:card', { code, card: CARD })).toMatchObject({ ok: true });
  expect(await told(bob)).toMatchObject({ members: ['Ana', 'Bob'], match: CARD.match });
  timers.advance(10_000);
  expect((await told(bob)).match).toEqual({ ...CARD.match, clockS: 90 });
  // A host that says nothing more may have no match any more.
  timers.advance(CARD_KEPT_MS);
  expect((await told(bob)).match).toBeNull();
});

test.each([
  ['a password', {}, { password: 'sesame' }],
  ['a door that is knocked at', { knock: true }, {}],
  ['a locked door', { locked: true }, {}],
] as const)(
  '[L126] of a room with %s no more is told than who runs it',
  async (_, access, more) => {
    await ask(host, 'room:card', { code, card: CARD });
    await set({ visibility: 'public', ...access }, more);
    expect(await told(lobby.raw())).toMatchObject(CLOSED);
  },
);

test('[L126] a private room is none to one without its key', async () => {
  const key = await new Promise((resolve) => {
    host.on('room:access', (news: News<'room:access'>) => news.key && resolve(news.key));
    void set({ visibility: 'private' });
  });
  const bob = lobby.raw();
  expect(await peek(bob)).toEqual(NO_ROOM);
  expect(await peek(bob, { key: 'another-key-abcd' })).toEqual(NO_ROOM);
  expect(await told(bob, { key })).toMatchObject({ host: 'Ana', members: ['Ana'] });
});

test('[L126] a guest that was away is told how long its seat is kept, and what is played meanwhile', async () => {
  const bob = lobby.raw();
  const guest = await new Promise<string>((resolve) => {
    bob.on('welcome', (news: News<'welcome'>) => resolve(news.guest));
  });
  await join(bob);
  const cara = lobby.raw();
  // The guest is there: nothing is kept for it.
  expect((await told(cara, { guest })).seatMs).toBeNull();
  await set({ locked: true });
  bob.io.engine.close();
  await expect.poll(async () => (await told(cara, { guest })).seatMs).not.toBeNull();
  timers.advance(30_000);
  const seen = await told(cara, { guest });
  expect(seen.seatMs).toBe(DEFAULT_TIMES.seatGraceMs - 30_000);
  // It has a seat, so a locked door hides nothing from it.
  expect(seen.members).toEqual(['Ana']);
  expect(await peek(cara, { guest: 'nobody.signed-this' })).toEqual(NO_ROOM);
});

test('[L127] wrong codes cost a peek what they cost a join, and both together', async () => {
  const mallory = lobby.raw();
  const answers = new Set<unknown>();
  for (let tries = 0; tries < 12; tries += 1) {
    const wrong = { code: '222222' };
    const event = tries % 2 === 0 ? 'room:peek' : 'room:join';
    const more = event === 'room:join' ? { nonce: nonce(), name: 'Mal' } : {};
    const answer = (await ask(mallory, event, { ...wrong, ...more })) as { code?: string };
    answers.add(answer.code);
  }
  expect(answers).toEqual(new Set(['NO_ROOM', 'RATE_LIMITED']));
  expect(await peek(mallory)).toMatchObject({ ok: false, code: 'RATE_LIMITED' });
});
