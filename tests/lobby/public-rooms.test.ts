import type { Socket } from 'socket.io-client';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { RoomCode } from '../../shared/lobby/ids.ts';
import { CARD_KEPT_MS, KNOCK_MS } from '../../shared/lobby/limits.ts';
import type { News, NewsName } from '../../shared/lobby/lobby-events.ts';
import type { ListPage, RoomCard } from '../../shared/lobby/public-room.ts';
import { OPEN_ACCESS, type RoomAccess } from '../../shared/lobby/room-access.ts';
import type { JoinedRoom } from '../../shared/lobby/room.ts';
import { ask, LobbyUnderTest } from './lobby-under-test.ts';
import { ManualTimers } from './manual-timers.ts';

const card: RoomCard = {
  teamPlayers: 2,
  players: 1,
  bots: 0,
  spectators: 0,
  match: null,
  map: 'Night Big',
  goalLimit: 3,
  minutes: 5,
  hand: 'touch',
};
const open: RoomAccess = { ...OPEN_ACCESS, visibility: 'public' };
const sdp = 'v=0\r\nm=application 9 UDP/DTLS/SCTP webrtc-datachannel\r\n';

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

const set = (access: Partial<RoomAccess>, more = {}, by = host) =>
  ask(by, 'room:access', { code, access: { ...open, ...access }, ...more });
const join = (by: Socket, more = {}) =>
  ask(by, 'room:join', { nonce: nonce(), code, name: 'Bob', ...more });

/** Makes the room public and shows its card. */
async function publish(access: Partial<RoomAccess> = {}): Promise<void> {
  expect(await set(access)).toEqual(OK);
  expect(await ask(host, 'room:card', { code, card })).toEqual(OK);
}

async function listOf(by: Socket): Promise<ListPage> {
  return ((await ask(by, 'list:get', { from: null })) as { value: ListPage }).value;
}

/** The next piece of news of this name. */
function next<Name extends NewsName>(socket: Socket, name: Name): Promise<News<Name>> {
  return new Promise((resolve) => {
    socket.once(name as string, resolve);
  });
}

/** The same once it says this. */
function nextWhere<Name extends NewsName>(
  socket: Socket,
  name: Name,
  fits: (news: News<Name>) => boolean,
): Promise<News<Name>> {
  return new Promise((resolve) => {
    const hear = (news: News<Name>): void => {
      if (!fits(news)) return;
      socket.off(name as string, hear);
      resolve(news);
    };
    socket.on(name as string, hear);
  });
}

const OK = { ok: true, value: {} };
const refused = (why: string) => ({ ok: false, code: why });

test('[L92] a room is opened as one that its code opens, and only its host changes that', async () => {
  const bob = lobby.raw();
  const heard = next(bob, 'room:access');
  expect(await join(bob)).toMatchObject({ ok: true });
  expect(await heard).toMatchObject({ code, access: OPEN_ACCESS, hasPassword: false, key: null });
  expect(await set({ locked: true }, {}, bob)).toEqual(refused('NOT_HOST'));
  expect(await set({ locked: true }, {}, lobby.raw())).toEqual(refused('NOT_MEMBER'));
  const told = next(bob, 'room:access');
  expect(await set({ locked: true })).toEqual(OK);
  expect(await told).toMatchObject({ access: { locked: true } });
});

test('[L92] into a locked room comes who was in it, and who made it', async () => {
  const auth = lobby.raw();
  const welcome = next(auth, 'welcome');
  expect(await join(auth)).toMatchObject({ ok: true });
  await set({ locked: true });
  expect(await join(lobby.raw())).toEqual(refused('LOCKED'));
  expect(await welcome).toMatchObject({ guest: expect.any(String) });
  expect(await join(auth)).toMatchObject({ ok: true });
});

test('[L92] where nobody may watch the room is full with its places', async () => {
  await set({ spectators: false, places: 2 });
  expect(await join(lobby.raw())).toMatchObject({ ok: true });
  expect(await join(lobby.raw())).toEqual(refused('FULL'));
});

test('[L92] the host hands over, and a host that leaves is followed', async () => {
  const bob = lobby.raw();
  const { self } = ((await join(bob)) as { value: JoinedRoom }).value;
  expect(await ask(bob, 'room:card', { code, card })).toEqual(refused('NOT_HOST'));
  expect(await ask(host, 'room:host', { code, peer: 'nobody' })).toEqual(refused('NO_PEER'));
  const told = nextWhere(host, 'room:access', ({ host: now }) => now === self);
  expect(await ask(host, 'room:host', { code, peer: self })).toEqual(OK);
  await told;
  expect(await ask(bob, 'room:card', { code, card })).toEqual(OK);
  // The sequencer may say so too: it knows from the timeline who runs the room.
  const cy = lobby.raw();
  const third = ((await join(cy)) as { value: JoinedRoom }).value.self;
  expect(await ask(cy, 'room:host', { code, peer: third })).toEqual(refused('NOT_HOST'));
  expect(await ask(host, 'room:host', { code, peer: third })).toEqual(OK);
  const heir = nextWhere(bob, 'room:access', ({ host: now }) => now !== third);
  expect(await ask(cy, 'room:leave', { code })).toEqual(OK);
  await heir;
});

test('[L93] into a room with a password comes who knows it', async () => {
  await set({}, { password: 'open sesame' });
  const bob = lobby.raw();
  expect(await join(bob)).toEqual(refused('BAD_PASSWORD'));
  expect(await join(bob, { password: 'open sesam' })).toEqual(refused('BAD_PASSWORD'));
  expect(await join(bob, { password: 'open sesame' })).toMatchObject({ ok: true });
  // Another setting changes nothing of it; null takes it away.
  await set({ title: 'Friday' });
  expect(await join(lobby.raw())).toEqual(refused('BAD_PASSWORD'));
  await set({}, { password: null });
  expect(await join(lobby.raw())).toMatchObject({ ok: true });
});

test('[L93] passwords are tried five times a minute from one address, whatever the socket', async () => {
  await set({}, { password: 'open sesame' });
  for (let i = 0; i < 5; i++) {
    expect(await join(lobby.raw(), { password: `guess ${i}` })).toEqual(refused('BAD_PASSWORD'));
  }
  const limited = { ...refused('RATE_LIMITED'), retryMs: 12_000 };
  expect(await join(lobby.raw(), { password: 'open sesame' })).toEqual(limited);
  timers.advance(12_000);
  expect(await join(lobby.raw(), { password: 'open sesame' })).toMatchObject({ ok: true });
});

test('[L94] who knocks is let in by the host', async () => {
  await set({ knock: true });
  const bob = lobby.raw();
  const knocks = nextWhere(host, 'room:knocks', ({ knocks: all }) => all.length === 1);
  expect(await join(bob)).toEqual(refused('KNOCK_PENDING'));
  const [knock] = (await knocks).knocks;
  expect(knock).toEqual({ knock: expect.any(String), name: 'Bob' });
  const knocked = next(bob, 'room:knocked');
  const answer = { code, knock: knock!.knock, isLetIn: true };
  expect(await ask(bob, 'room:admit', answer)).toEqual(refused('NOT_MEMBER'));
  expect(await ask(host, 'room:admit', answer)).toEqual(OK);
  expect(await knocked).toEqual({ code, isLetIn: true });
  expect(await join(bob)).toMatchObject({ ok: true });
  expect(await ask(host, 'room:admit', answer)).toEqual(refused('NO_PEER'));
});

test('[L94] who is refused, or not answered for half a minute, stays outside', async () => {
  await set({ knock: true });
  const bob = lobby.raw();
  expect(await join(bob)).toEqual(refused('KNOCK_PENDING'));
  const knocked = next(bob, 'room:knocked');
  timers.advance(KNOCK_MS);
  expect(await knocked).toEqual({ code, isLetIn: false });
  expect(await join(bob)).toEqual(refused('KNOCK_REFUSED'));
});

test('[L94] a private room opens to its link, and to its code alone like to a knock', async () => {
  const told = next(host, 'room:access');
  await set({ visibility: 'private' });
  const { key } = await told;
  expect(key).toMatch(/^[\w-]{16}$/);
  expect(await join(lobby.raw())).toEqual(refused('KNOCK_PENDING'));
  const wrong = 'A'.repeat(16);
  expect(await join(lobby.raw(), { key: wrong })).toEqual(refused('KNOCK_PENDING'));
  expect(await join(lobby.raw(), { key })).toMatchObject({ ok: true });
  const open2 = next(host, 'room:access');
  await set({ visibility: 'unlisted' });
  expect((await open2).key).toBeNull();
});

test('[L94] a host that comes back to its page hears who waits', async () => {
  await set({ knock: true });
  await join(lobby.raw());
  const again = next(host, 'room:knocks');
  expect(await ask(host, 'room:resume', { code })).toMatchObject({ ok: true });
  expect((await again).knocks).toHaveLength(1);
});

test('[L96] a stranger sees a public room, then only what changes', async () => {
  const eve = lobby.raw();
  await publish({ title: 'Friday <b>kickabout</b>' });
  expect(await ask(eve, 'list:sub', { on: true })).toEqual({
    ok: true,
    value: { ice: { servers: [{ urls: ['stun:stun.example:3478'] }], lifetimeS: 0 } },
  });
  const { listings, total, next: more } = await listOf(eve);
  expect([total, more]).toEqual([1, null]);
  expect(listings[0]).toMatchObject({ code, title: 'Friday <b>kickabout</b>', members: 1, card });
  timers.advance(1000);
  const delta = nextWhere(eve, 'list:delta', ({ changed }) => changed[0]?.members === 2);
  await join(lobby.raw());
  timers.advance(1000);
  expect((await delta).gone).toEqual([]);
  const gone = nextWhere(eve, 'list:delta', ({ gone: codes }) => codes.includes(code));
  await set({ visibility: 'unlisted' });
  timers.advance(1000);
  await gone;
  expect(await listOf(eve)).toMatchObject({ listings: [], total: 0 });
});

test('[L96] who wants no more of the list hears no more of it', async () => {
  const eve = lobby.raw();
  await ask(eve, 'list:sub', { on: true });
  await ask(eve, 'list:sub', { on: false });
  const heard: unknown[] = [];
  eve.on('list:delta', (delta) => heard.push(delta));
  await publish();
  timers.advance(1000);
  await listOf(eve);
  expect(heard).toEqual([]);
});

test('[L97] a room whose host fell silent is gone from the list within twenty seconds', async () => {
  await publish();
  const eve = lobby.raw();
  timers.advance(CARD_KEPT_MS - 1);
  expect(await listOf(eve)).toMatchObject({ total: 1 });
  host.disconnect();
  timers.advance(2000);
  expect(await listOf(eve)).toMatchObject({ total: 0 });
});

test('[L97] a room that ends is gone from the list at once', async () => {
  await publish();
  expect(await ask(host, 'room:leave', { code })).toEqual(OK);
  expect(await listOf(lobby.raw())).toMatchObject({ total: 0 });
});

test('[L98] cards, lists and probes are limited for each socket', async () => {
  await publish();
  const eve = lobby.raw();
  const codes = async (event: string, payload: object, count: number) => {
    const replies = [];
    for (let i = 0; i < count; i++) replies.push(await ask(eve, event, payload));
    return replies.map((reply) => (reply as { code?: string }).code ?? 'OK');
  };
  expect((await codes('list:get', { from: null }, 31)).at(-1)).toBe('RATE_LIMITED');
  expect((await codes('probe:offer', { code, sdp }, 17)).at(-1)).toBe('RATE_LIMITED');
  expect((await codes('room:card', { code, card }, 21)).at(-1)).toBe('RATE_LIMITED');
});

test('[L99] a stranger measures the way to the host of a listed room, through the lobby once', async () => {
  const eve = lobby.raw();
  expect(await ask(eve, 'probe:offer', { code, sdp })).toEqual(refused('NO_PEER'));
  await publish();
  const offered = next(host, 'probe:offer');
  const asked = await ask(eve, 'probe:offer', { code, sdp });
  const { probe } = await offered;
  expect(asked).toEqual({ ok: true, value: { probe } });
  const answered = next(eve, 'probe:answer');
  const answer = { probe, sdp: `${sdp}a=candidate:1\r\n` };
  // Another socket does not answer for the host.
  expect(await ask(lobby.raw(), 'probe:answer', answer)).toEqual(refused('NO_PEER'));
  expect(await ask(host, 'probe:answer', answer)).toEqual(OK);
  expect(await answered).toEqual(answer);
  expect(await ask(host, 'probe:answer', answer)).toEqual(refused('NO_PEER'));
  await set({ visibility: 'unlisted' });
  expect(await ask(eve, 'probe:offer', { code, sdp })).toEqual(refused('NO_PEER'));
});

test('[L99] a host is not measured by more strangers than a few a second', async () => {
  await publish();
  const replies = [];
  for (let i = 0; i < 17; i++) {
    replies.push(await ask(lobby.raw(), 'probe:offer', { code, sdp }));
  }
  expect(replies.slice(0, 16).every((reply) => (reply as { ok: boolean }).ok)).toBe(true);
  expect(replies.at(-1)).toEqual({ ...refused('RATE_LIMITED'), retryMs: 500 });
});
