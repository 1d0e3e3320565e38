import { afterEach, beforeEach, expect, test } from 'vitest';
import type { GuestStore } from '../../game/net/lobby/guest-store.ts';
import { KeptTicket } from '../../game/net/lobby/kept-ticket.ts';
import { CutProxy } from '../faults/cut-proxy.ts';
import { LobbyUnderTest, roomEnd, roomWhere, value } from './lobby-under-test.ts';
import { ManualTimers } from './manual-timers.ts';

const GRACE_MS = 60_000;
const BYE_MS = 5000;
const ROOM_MS = 600_000;
let timers: ManualTimers;
let lobby: LobbyUnderTest;
let proxy: CutProxy;
let proxyUrl: string;

beforeEach(async () => {
  timers = new ManualTimers();
  const times = { seatGraceMs: GRACE_MS, byeGraceMs: BYE_MS, roomKeptMs: ROOM_MS };
  lobby = await LobbyUnderTest.start({ timers, times });
  proxy = new CutProxy(() => lobby.server.port);
  proxyUrl = await proxy.listen();
  lobby.alsoEnd(() => proxy.close());
});

afterEach(() => lobby.end());

/** Two pages that share one are the same guest: a page and its reloaded self. */
function oneGuest(): GuestStore {
  let held: string | null = null;
  return {
    load: () => held,
    save: (guest) => {
      held = guest;
    },
  };
}

const online = (count: number) => (room: { members: readonly { online: boolean }[] }) =>
  room.members.filter((member) => member.online).length === count;

test('[L13] a lost connection is taken up again: same place, same session', async () => {
  const ada = lobby.client();
  const { room } = value(await ada.createRoom('Ada'));
  const bob = lobby.client({ url: proxyUrl });
  const before = value(await bob.joinRoom(room.code, 'Bob'));

  const lost = roomWhere(ada, online(1));
  proxy.cut();
  expect((await lost).members.map(({ name }) => name)).toEqual(['Ada', 'Bob']);
  const back = await roomWhere(ada, online(2));

  expect(back.members).toEqual(before.room.members);
  await roomWhere(bob, ({ revision }) => revision === back.revision);
  expect(bob.joined?.self).toBe(before.self);
  timers.advance(GRACE_MS * 2);
  expect((await roomWhere(ada, online(2))).members).toHaveLength(2);
});

test('[L12] a reloaded page gets its own place again, as a new session', async () => {
  const ada = lobby.client();
  const { room } = value(await ada.createRoom('Ada'));
  const guests = oneGuest();
  const bob = lobby.client({ guests });
  const before = value(await bob.joinRoom(room.code, 'Bob'));
  bob.depart();
  await roomWhere(ada, online(1));

  const after = value(await lobby.client({ guests }).joinRoom(room.code, 'Bobby'));
  expect(after.self).toBe(before.self);
  expect(after.room.members).toEqual([
    before.room.members[0],
    { id: before.self, name: 'Bobby', session: 3, pageNumber: 2, online: true },
  ]);
});

test('[L12] a second page of the same guest puts the first one out', async () => {
  const guests = oneGuest();
  const first = lobby.client({ guests });
  const { room, self } = value(await first.createRoom('Ada'));
  const ended = roomEnd(first);
  const second = value(await lobby.client({ guests }).joinRoom(room.code, 'Ada'));

  expect(await ended).toBe('replaced');
  expect(second.self).toBe(self);
  expect(second.room.members).toHaveLength(1);
  // What the old page does now must not touch the seat of the new one.
  first.leaveRoom();
  value(await lobby.client().joinRoom(room.code, 'Bob'));
});

test('[L15] a lost member keeps its place for the grace period and no longer', async () => {
  const ada = lobby.client();
  const { room } = value(await ada.createRoom('Ada'));
  const bob = lobby.client({ url: proxyUrl });
  value(await bob.joinRoom(room.code, 'Bob'));
  proxy.cutNew = true;
  proxy.cut();
  await roomWhere(ada, online(1));

  timers.advance(GRACE_MS - 1);
  value(await lobby.client().joinRoom(room.code, 'Cy'));
  expect((await roomWhere(ada, online(2))).members).toHaveLength(3);
  timers.advance(1);
  const after = await roomWhere(ada, ({ members }) => members.length === 2);
  expect(after.members.map(({ name }) => name)).toEqual(['Ada', 'Cy']);
});

test('[L15] a page that said goodbye keeps its place for seconds only', async () => {
  const ada = lobby.client();
  const { room } = value(await ada.createRoom('Ada'));
  const bob = lobby.client();
  value(await bob.joinRoom(room.code, 'Bob'));
  bob.depart();
  await roomWhere(ada, online(1));
  timers.advance(BYE_MS);
  await roomWhere(ada, ({ members }) => members.length === 1);
});

test('[L15] a guest whose goodbye was lost leaves its room by going into another one', async () => {
  const ada = lobby.client();
  const { room } = value(await ada.createRoom('Ada'));
  const [guests, ticket] = [oneGuest(), new KeptTicket(() => sessionStorage)];
  const bob = lobby.client({ guests, ticket, url: proxyUrl });
  value(await bob.joinRoom(room.code, 'Bob'));
  ticket.save({ code: room.code, door: room.code }, 'sealed');
  proxy.cutNew = true;
  proxy.cut();
  await roomWhere(ada, online(1));

  const again = lobby.client({ guests, ticket });
  value(await again.createRoom('Bob'));
  const after = await roomWhere(ada, ({ members }) => members.length === 1);
  expect(after.members.map(({ name }) => name)).toEqual(['Ada']);
});

test('[L14] a host that is only lost stays host until its place is freed', async () => {
  const ada = lobby.client({ url: proxyUrl });
  const { room, self } = value(await ada.createRoom('Ada'));
  const bob = lobby.client();
  const joined = value(await bob.joinRoom(room.code, 'Bob'));
  proxy.cutNew = true;
  proxy.cut();
  expect(await roomWhere(bob, online(1))).toMatchObject({ sequencer: self });
  timers.advance(GRACE_MS);
  const { sequencer } = await roomWhere(bob, ({ members }) => members.length === 1);
  expect(sequencer).toBe(joined.self);
});

test('[L130] after a restart a ticket that is too old is none: the page is told that the room is gone', async () => {
  const ada = lobby.client({ url: proxyUrl });
  value(await ada.createRoom('Ada'));
  const ended = roomEnd(ada);
  // Its clock shows another year than that of the lobby before.
  const old = lobby.server;
  lobby.server = await lobby.startServer();
  await old.close();
  expect(await ended).toBe('forgotten');
  expect(ada.joined).toBeNull();
  value(await ada.createRoom('Ada'));
});

test('[L69] [L86] a page that comes too late for its seat is told so, and rejoins as a new member', async () => {
  const ada = lobby.client();
  const { room } = value(await ada.createRoom('Ada'));
  const bob = lobby.client({ url: proxyUrl });
  const before = value(await bob.joinRoom(room.code, 'Bob'));
  const ended = roomEnd(bob);
  proxy.cutNew = true;
  proxy.cut();
  await roomWhere(ada, online(1));
  timers.advance(GRACE_MS);
  await roomWhere(ada, ({ members }) => members.length === 1);
  proxy.cutNew = false;

  expect(await ended).toBe('expired');
  const after = value(await bob.rejoinRoom(room.code, 'Bob'));
  expect(after.self).not.toBe(before.self);
  expect((await roomWhere(ada, online(2))).members).toHaveLength(2);
});

test('[L69] so is a host, and it is an ordinary member now', async () => {
  const ada = lobby.client({ url: proxyUrl });
  const { room, self } = value(await ada.createRoom('Ada'));
  const bob = lobby.client();
  const joined = value(await bob.joinRoom(room.code, 'Bob'));
  const ended = roomEnd(ada);
  proxy.cutNew = true;
  proxy.cut();
  await roomWhere(bob, online(1));
  timers.advance(GRACE_MS);
  await roomWhere(bob, ({ sequencer }) => sequencer === joined.self);
  proxy.cutNew = false;

  expect(await ended).toBe('expired');
  const after = value(await ada.rejoinRoom(room.code, 'Ada'));
  expect(after.room.sequencer).toBe(joined.self);
  expect([after.self, after.self === joined.self]).toEqual([self, false]);
});

test('[L69] a page that still has its seat rejoins as one that was loaded anew', async () => {
  const ada = lobby.client();
  const { room } = value(await ada.createRoom('Ada'));
  const bob = lobby.client();
  const before = value(await bob.joinRoom(room.code, 'Bob'));
  const after = value(await bob.rejoinRoom(room.code, 'Bob'));
  expect(after.self).toBe(before.self);
  const session = (joined: typeof before) =>
    joined.room.members.find(({ id }) => id === joined.self)!.session;
  expect(session(after)).toBeGreaterThan(session(before));
});

test('[L69] a page that slept while another of the same guest took its seat is told that', async () => {
  const ada = lobby.client();
  const { room } = value(await ada.createRoom('Ada'));
  const guests = oneGuest();
  const asleep = lobby.client({ guests, url: proxyUrl });
  value(await asleep.joinRoom(room.code, 'Bob'));
  const ended = roomEnd(asleep);
  proxy.cutNew = true;
  proxy.cut();
  await roomWhere(ada, online(1));
  value(await lobby.client({ guests }).joinRoom(room.code, 'Bob'));
  proxy.cutNew = false;
  expect(await ended).toBe('replaced');
});

test('[L72] a page that wakes up asks over the connection that it has', async () => {
  const ada = lobby.client();
  value(await ada.createRoom('Ada'));
  const seen: string[] = [];
  ada.onStatus = ({ state }) => seen.push(state);
  ada.wake();
  expect(ada.isUnsure).toBe(true);
  await expect.poll(() => ada.isUnsure).toBe(false);
  expect(seen).toEqual([]);
});

test('[L72] a connection that died without a word is made anew within seconds of waking', async () => {
  const ada = lobby.client({ url: proxyUrl });
  value(await ada.createRoom('Ada'));
  proxy.freeze();
  ada.wake();
  await expect.poll(() => ada.isUnsure, { timeout: 6000 }).toBe(false);
  expect(ada.status.state).toBe('online');
});

test('[L73] a page that is put aside says no goodbye: its place is kept as that of a lost one', async () => {
  const ada = lobby.client();
  const { room } = value(await ada.createRoom('Ada'));
  const bob = lobby.client({ url: proxyUrl });
  value(await bob.joinRoom(room.code, 'Bob'));
  proxy.cutNew = true;
  bob.suspend();
  await roomWhere(ada, online(1));
  timers.advance(BYE_MS * 2);
  value(await lobby.client().joinRoom(room.code, 'Cy'));
  expect((await roomWhere(ada, online(2))).members).toHaveLength(3);
});
