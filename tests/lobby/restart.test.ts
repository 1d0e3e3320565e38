import { afterEach, beforeEach, expect, test } from 'vitest';
import type { GuestStore } from '../../game/net/lobby/guest-store.ts';
import { KeptTicket } from '../../game/net/lobby/kept-ticket.ts';
import type { LobbyClient } from '../../game/net/lobby/lobby-client.ts';
import { TicketSeal } from '../../lobby-server/rooms/ticket-seal.ts';
import { perMinute } from '../../lobby-server/limits/limits.ts';
import type { JoinedRoom } from '../../shared/lobby/room.ts';
import { TICKET_CHARS_MAX } from '../../shared/lobby/limits.ts';
import { CutProxy } from '../faults/cut-proxy.ts';
import {
  ask,
  honestAuth,
  LobbyUnderTest,
  roomEnd,
  roomWhere,
  type UnderTest,
  value,
} from './lobby-under-test.ts';
import { ManualTimers } from './manual-timers.ts';

const SECOND_MS = 1000;
/** Friends that come back within a moment are back sooner than in five seconds. */
const QUICKLY = { rebuildMs: 300 };

let lobby: LobbyUnderTest;
let proxy: CutProxy;
let url: string;
const tabs = new Map<LobbyClient, Tab>();

beforeEach(async () => {
  lobby = await LobbyUnderTest.start();
  proxy = new CutProxy(() => lobby.server.port);
  url = await proxy.listen();
  lobby.alsoEnd(() => proxy.close());
});

afterEach(() => lobby.end());

/** Ends the lobby without a word, as a crash does, and starts another one. */
async function restart(options: UnderTest = {}): Promise<void> {
  proxy.cutNew = true;
  proxy.cut();
  const old = lobby.server;
  lobby.server = await lobby.startServer({ times: QUICKLY, ...options });
  await old.close();
  proxy.cutNew = false;
}

function memory(): Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, text) => void kept.set(key, text),
    removeItem: (key) => void kept.delete(key),
  };
}

type Tab = { readonly guests: GuestStore; readonly ticket: KeptTicket };

/** A browser's tab: what its pages find again after a reload. */
function makeTab(): Tab {
  const store = memory();
  return {
    guests: {
      load: () => store.getItem('guest'),
      save: (guest) => store.setItem('guest', guest),
    },
    ticket: new KeptTicket(() => store),
  };
}

/** A page behind the cable, and the tab that it is in. */
function openPage(tab = makeTab()): LobbyClient {
  const client = lobby.client({ url, ...tab });
  tabs.set(client, tab);
  return client;
}

/** Waits until all of a room carry the ticket that tells of the last of them, and gives it. */
async function carried(pages: readonly LobbyClient[], before = ''): Promise<string> {
  const { code } = pages[0]!.joined!.room;
  const held = () => pages.map((page) => tabs.get(page)!.ticket.shownFor(code).ticket ?? before);
  await expect.poll(() => new Set([before, ...held()]).size).toBe(2);
  await expect.poll(() => new Set(held()).size).toBe(1);
  return held()[0]!;
}

const online = (count: number) => (room: JoinedRoom['room']) =>
  room.members.filter((member) => member.online).length === count;

/** Waits until this page has its place in the room of the new lobby. */
function isBack(client: LobbyClient): Promise<unknown> {
  return new Promise((resolve) => {
    const stop = client.watchRoom({
      onRoom: () => {
        stop();
        resolve(null);
      },
      onSignal: () => {},
      onEnd: () => {},
    });
  });
}

test('[L130] [L131] a room outlives its lobby: the same places, sessions, sequencer and host', async () => {
  const ada = openPage();
  const { room } = value(await ada.createRoom('Ada'));
  const bob = openPage();
  const before = value(await bob.joinRoom(room.code, 'Bob'));
  const older = await carried([ada, bob]);
  ada.nameHost(room.code, before.self);
  await carried([ada, bob], older);

  await restart();
  await Promise.all([ada, bob].map(isBack));
  const after = await roomWhere(bob, online(2));
  expect(after.members).toEqual(before.room.members);
  expect(after.sequencer).toBe(before.room.sequencer);
  expect(bob.joined?.self).toBe(before.self);
  await expect.poll(() => bob.access?.host).toBe(before.self);
  expect(await lobby.server.rooms()).toBe(1);
});

test('[L131] a friend who comes by the old code waits for those who were there, and is in', async () => {
  const ada = openPage();
  const { room } = value(await ada.createRoom('Ada'));
  const bob = openPage();
  value(await bob.joinRoom(room.code, 'Bob'));
  await carried([ada, bob]);
  await restart({ times: { ...QUICKLY, openingMs: 2500 } });
  const cy = value(await lobby.client().joinRoom(room.code, 'Cy'));
  expect(cy.room.members.map(({ name }) => name)).toEqual(['Ada', 'Bob', 'Cy']);
});

test('[L130] what is relayed between two goes on behind a restart', async () => {
  const ada = openPage();
  const { room } = value(await ada.createRoom('Ada'));
  const bob = openPage();
  value(await bob.joinRoom(room.code, 'Bob'));
  await carried([ada, bob]);
  await restart();
  await Promise.all([ada, bob].map(isBack));
  const heard = new Promise<readonly number[]>((resolve) => {
    bob.watchRoom({
      onRoom: () => {},
      onSignal: () => {},
      onEnd: () => {},
      onRelayed: ({ session, frame }) => resolve([session, ...frame]),
    });
  });
  expect(ada.relay(2, Uint8Array.of(7))).toBe(true);
  expect(await heard).toEqual([1, 7]);
});

test('[L130] a page that was loaded anew meanwhile is back too, by the ticket of its tab', async () => {
  const tab = makeTab();
  const page = openPage(tab);
  const before = value(await page.createRoom('Ada'));
  await carried([page]);
  page.suspend();
  await restart();
  const after = value(await lobby.client(tab).joinRoom(before.room.code, 'Ada'));
  expect(after.self).toBe(before.self);
  expect(after.room.members).toHaveLength(1);
});

test('[L129] a page that left shows no ticket of that room any more', async () => {
  const tab = makeTab();
  const page = openPage(tab);
  const { code } = value(await page.createRoom('Ada')).room;
  await carried([page]);
  page.leaveRoom();
  expect(tab.ticket.shownFor(code)).toEqual({});
});

test('[L130] everybody behind one address is back at once, however few may guess', async () => {
  const ada = openPage();
  const { room } = value(await ada.createRoom('Ada'));
  const friends = Array.from({ length: 11 }, () => openPage());
  for (const [at, friend] of friends.entries()) {
    value(await friend.joinRoom(room.code, `Friend ${at}`));
  }
  await carried([ada, ...friends]);
  const few = { joins: perMinute(1), failedJoinsOfPrefix: perMinute(1) };
  await restart({ limits: few });
  await Promise.all([ada, ...friends].map(isBack));
  const { counters } = lobby.server;
  expect(counters.get('room:resume/OK')).toBe(12);
  expect(counters.get('room:resume/RATE_LIMITED')).toBe(0);
});

test('[L187] twelve people of one address are back in four rooms, where it may open one', async () => {
  const pages = Array.from({ length: 12 }, () => openPage());
  for (let at = 0; at < pages.length; at += 3) {
    const [host, ...guests] = pages.slice(at, at + 3) as [LobbyClient, ...LobbyClient[]];
    const { code } = value(await host.createRoom('Ada')).room;
    for (const guest of guests) value(await guest.joinRoom(code, 'Bob'));
    await carried([host, ...guests]);
  }
  const few = { roomsOfPrefix: 1, creates: perMinute(1), joins: perMinute(1) };
  await restart({ limits: { ...few, failedJoinsOfPrefix: perMinute(1) } });
  await Promise.all(pages.map(isBack));
  expect(await lobby.server.rooms()).toBe(4);
  expect(lobby.server.counters.get('room:resume/OK')).toBe(12);
});

test('[L187] who collected tickets brings one room back for each place of an address, and guessed no code', async () => {
  const auth = honestAuth();
  const collector = lobby.raw(auth);
  const shown: Shown[] = [];
  collector.on('room:ticket', (told: Shown) => shown.push(told));
  const welcome = new Promise<{ guest: string }>((resolve) => {
    collector.once('welcome', resolve);
  });
  for (let at = 0; at < 3; at++) {
    const nonce = `nonce-of-a-room-${at}`;
    await ask(collector, 'room:create', { nonce, name: 'Eve', max: 4 });
    await expect.poll(() => shown).toHaveLength(at + 1);
  }
  const limits = { roomsOfPrefix: 1, socketsOfPrefix: 1, failedJoinsOfPrefix: perMinute(1) };
  await restart({ limits });
  const socket = lobby.raw({ ...auth, ...(await welcome) });
  const [first, second, third] = shown.map(({ code, ticket }) => ({ code, ticket }));
  expect(await ask(socket, 'room:resume', first)).toMatchObject({ ok: true });
  const tooMany = { ok: false, code: 'TOO_MANY_ROOMS' };
  expect(await ask(socket, 'room:resume', second)).toEqual(tooMany);
  const join = { nonce: 'nonce-nonce-nonce', name: 'Eve', ...third };
  for (let at = 0; at < 3; at++) expect(await ask(socket, 'room:join', join)).toEqual(tooMany);
  expect(await lobby.server.rooms()).toBe(1);
});

test('[L131] for three seconds strangers neither see nor are sent to rooms, and no code is wrong', async () => {
  const timers = new ManualTimers();
  await lobby.end();
  lobby = await LobbyUnderTest.start({ timers, times: { openingMs: 3000 } });
  const socket = lobby.raw();
  const join = { nonce: 'nonce-nonce-nonce', code: 'CCCCCC', name: 'Eve' };
  const later = (retryMs: number) => ({ ok: false, code: 'TRY_LATER', retryMs });
  const press = { nonce: 'press-press-press', name: 'Eve', hand: 'keys' };
  expect(await ask(socket, 'list:get', { from: null })).toEqual(later(3000));
  expect(await ask(socket, 'queue:join', press)).toEqual(later(3000));
  timers.advance(SECOND_MS);
  for (let i = 0; i < 8; i++) {
    expect(await ask(socket, 'room:join', join)).toEqual(later(2000));
    expect(await ask(socket, 'room:peek', { code: 'CCCCCC' })).toEqual(later(2000));
    expect(await ask(socket, 'room:resume', { code: 'CCCCCC' })).toEqual(later(2000));
  }
  timers.advance(2 * SECOND_MS);
  expect(await ask(socket, 'room:join', join)).toEqual({ ok: false, code: 'NO_ROOM' });
  expect(await ask(socket, 'list:get', { from: null })).toMatchObject({ ok: true });
  expect(await ask(socket, 'queue:join', press)).toMatchObject({ ok: true });
});

test('[L59] the page hears that the lobby stops, until it has reached another one', async () => {
  const ada = openPage();
  value(await ada.createRoom('Ada'));
  await carried([ada]);
  expect(ada.isDraining).toBe(false);
  lobby.server.drain();
  await expect.poll(() => ada.isDraining).toBe(true);
  await restart();
  await expect.poll(() => ada.isDraining).toBe(false);
  expect(ada.joined).not.toBeNull();
});

test('[L129] tickets are renewed by themselves, and by whatever they tell', async () => {
  const timers = new ManualTimers();
  await lobby.end();
  lobby = await LobbyUnderTest.start({ timers });
  const socket = lobby.raw();
  const got: string[] = [];
  socket.on('room:ticket', ({ ticket }: { ticket: string }) => got.push(ticket));
  await ask(socket, 'room:create', { nonce: 'nonce-nonce-nonce', name: 'Ada', max: 4 });
  timers.advance(20);
  await expect.poll(() => got).toHaveLength(1);
  timers.advance(9 * 60 * SECOND_MS);
  await ask(socket, 'ice:get', {});
  expect(got).toHaveLength(1);
  timers.advance(2 * 60 * SECOND_MS + 20);
  await expect.poll(() => got).toHaveLength(2);
  expect(new Set(got).size).toBe(2);
});

type Shown = { readonly code: string; readonly ticket: string; readonly auth: object };

/** Opens a room by bare words, and gives what its only page could show to another lobby. */
/** The same ticket but for its first letter. */
function forge(ticket: string): string {
  return (ticket.startsWith('A') ? 'B' : 'A') + ticket.slice(1);
}

async function openRaw(name: string): Promise<Shown> {
  const auth = honestAuth();
  const socket = lobby.raw(auth);
  const guest = new Promise<string>((resolve) => {
    socket.once('welcome', (news: { guest: string }) => resolve(news.guest));
  });
  const ticket = new Promise<{ code: string; ticket: string }>((resolve) => {
    socket.once('room:ticket', resolve);
  });
  await ask(socket, 'room:create', { nonce: `nonce-of-a-room-${name}`, name, max: 4 });
  return { ...(await ticket), auth: { ...auth, guest: await guest } };
}

const resume = (shown: Shown, code = shown.code, ticket = shown.ticket): Promise<unknown> =>
  ask(lobby.raw(shown.auth), 'room:resume', { code, ticket });

const NO_ROOM = { ok: false, code: 'NO_ROOM' };

test('[L130] a ticket opens its own room to its own guest, and nothing else to anybody', async () => {
  const [ada, eve] = [await openRaw('Ada'), await openRaw('Eve')];
  await restart();
  // Stolen; for another room; with another's room; forged; of another secret.
  expect(await resume({ ...ada, auth: eve.auth })).toEqual(NO_ROOM);
  expect(await resume(eve, ada.code)).toEqual(NO_ROOM);
  expect(await resume(eve, ada.code, ada.ticket)).toEqual(NO_ROOM);
  expect(await resume(ada, ada.code, forge(ada.ticket))).toEqual(NO_ROOM);
  const sealed = new TicketSeal('another secret').seal('{}');
  expect(await resume(ada, ada.code, sealed)).toEqual(NO_ROOM);
  expect(await lobby.server.rooms()).toBe(0);
  expect(await resume(ada)).toMatchObject({ ok: true });
  expect(await lobby.server.rooms()).toBe(1);
});

test('[L33] [L130] forged tickets are guesses', async () => {
  const ada = await openRaw('Ada');
  await restart({ limits: { failedJoinsOfPrefix: perMinute(10) } });
  const forged = () => resume(ada, ada.code, forge(ada.ticket));
  for (let i = 0; i < 10; i++) expect(await forged()).toEqual(NO_ROOM);
  expect(await forged()).toMatchObject({ ok: false, code: 'RATE_LIMITED' });
  expect(await resume(ada)).toMatchObject({ ok: true });
});

test('[L32] a ticket that is larger than any, or no text, is a malformed message', async () => {
  const ada = await openRaw('Ada');
  await restart();
  const bad = { ok: false, code: 'BAD_REQUEST' };
  for (const ticket of ['A'.repeat(TICKET_CHARS_MAX + 1), '', 'a.b', 5, null, ['A']]) {
    expect(await resume(ada, ada.code, ticket as string)).toEqual(bad);
  }
  expect(await lobby.server.rooms()).toBe(0);
});

test('[L12] [L131] of two pages of one member the older is told that it was replaced', async () => {
  const tab = makeTab();
  const first = openPage(tab);
  const { code } = value(await first.createRoom('Ada')).room;
  await carried([first]);
  await restart();
  await isBack(first);
  const ended = roomEnd(first);
  value(await lobby.client(tab).joinRoom(code, 'Ada'));
  expect(await ended).toBe('replaced');
});
