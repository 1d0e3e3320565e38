import { afterEach, beforeEach, expect, test } from 'vitest';
import { KeptTicket } from '../../game/net/lobby/kept-ticket.ts';
import type { LobbyClient } from '../../game/net/lobby/lobby-client.ts';
import type { RoomCode } from '../../shared/lobby/ids.ts';
import { OPEN_ACCESS } from '../../shared/lobby/room-access.ts';
import type { ListPage, RoomCard } from '../../shared/lobby/public-room.ts';
import { QUIET_CARD } from './listings.ts';
import { ask, LobbyUnderTest, roomWhere, type UnderTest, value } from './lobby-under-test.ts';
import { startNodes, tickets } from './nodes-under-test.ts';

let lobby: LobbyUnderTest;

beforeEach(async () => {
  lobby = await LobbyUnderTest.start();
});

afterEach(() => lobby.end());

const refused = (code: string) => ({ ok: false, error: { code } });
const names = (client: LobbyClient) => client.joined?.room.members.map(({ name }) => name);

/** A browser's tab: what its pages find again after a reload. */
function makeTab() {
  const kept = new Map<string, string>();
  const guests = {
    load: () => kept.get('guest') ?? null,
    save: (guest: string) => void kept.set('guest', guest),
  };
  const store = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text),
    removeItem: (key: string) => void kept.delete(key),
  };
  return { guests, page: () => ({ guests, ticket: new KeptTicket(() => store) }) };
}

/** Gives the room another code and waits until all of these know it. */
async function renew(host: LobbyClient, ...others: LobbyClient[]): Promise<RoomCode> {
  const { code } = host.joined!.room;
  const before = host.access?.door ?? code;
  value(await host.line.ask('room:code', { code }));
  for (const page of [host, ...others]) await expect.poll(() => page.access?.door).not.toBe(before);
  const { door } = host.access!;
  for (const page of others) expect(page.access?.door).toBe(door);
  return door;
}

async function hostAndFriend() {
  const ada = lobby.client();
  const { room } = value(await ada.createRoom('Ada'));
  const tab = makeTab();
  const bob = lobby.client(tab.page());
  value(await bob.joinRoom(room.code, 'Bob'));
  await expect.poll(() => bob.access?.door).toBe(room.code);
  return { ada, bob, tab, first: room.code };
}

test('[L182] with a new code newcomers come in, and by the one before they find no room', async () => {
  const { ada, bob, first } = await hostAndFriend();
  const door = await renew(ada, bob);
  expect(await lobby.client().joinRoom(first, 'Cy')).toEqual(refused('NO_ROOM'));
  const cy = lobby.client();
  const { room } = value(await cy.joinRoom(door, 'Cy'));
  expect(room.code).toBe(first);
  expect(names(cy)).toEqual(['Ada', 'Bob', 'Cy']);
  // Asking for the own room again, by either, is no leaving.
  value(await cy.joinRoom(door, 'Cy'));
  value(await cy.joinRoom(first, 'Cy'));
  expect(names(ada)).toEqual(['Ada', 'Bob', 'Cy']);
  const newest = await renew(ada, bob, cy);
  expect(await lobby.client().joinRoom(door, 'Di')).toEqual(refused('NO_ROOM'));
  value(await lobby.client().joinRoom(newest, 'Di'));
});

test('[L182] one that is there comes back after a reload by any code that the room has had', async () => {
  const { ada, bob, tab, first } = await hostAndFriend();
  const second = await renew(ada, bob);
  bob.suspend();
  await roomWhere(ada, ({ members }) => members.some(({ online }) => !online));
  // It does not hear of the third.
  await renew(ada);
  for (const code of [first, second, ada.access!.door]) {
    const again = lobby.client(tab.page());
    value(await again.joinRoom(code, 'Bob'));
    expect(names(again)).toEqual(['Ada', 'Bob']);
    again.suspend();
  }
});

test('[L182] a code of before tells strangers nothing: not of a password, a knock or who is there', async () => {
  const { ada, bob, first } = await hostAndFriend();
  const access = { ...OPEN_ACCESS, knock: true };
  value(await ada.line.ask('room:access', { code: first, access, password: 'sesame' }));
  const door = await renew(ada, bob);
  const stranger = lobby.client();
  expect(await stranger.joinRoom(first, 'Cy')).toEqual(refused('NO_ROOM'));
  expect(await stranger.joinRoom(first, 'Cy', { password: 'wrong' })).toEqual(refused('NO_ROOM'));
  expect(await stranger.line.ask('room:peek', { code: first })).toEqual(refused('NO_ROOM'));
  expect(await stranger.line.ask('room:peek', { code: door })).toMatchObject({ ok: true });
  expect(await stranger.joinRoom(door, 'Cy')).toEqual(refused('BAD_PASSWORD'));
  expect(await stranger.joinRoom(door, 'Cy', { password: 'sesame' })).toEqual(
    refused('KNOCK_PENDING'),
  );
});

test('[L182] [L33] a code of before counts as a wrong one', async () => {
  const tight = { failedJoinsOfPrefix: { burst: 2, perSecond: 1 / 60 } };
  await lobby.end();
  lobby = await LobbyUnderTest.start({ limits: tight });
  const { ada, bob, first } = await hostAndFriend();
  await renew(ada, bob);
  for (let i = 0; i < 2; i++) {
    expect(await lobby.client().joinRoom(first, 'Cy')).toEqual(refused('NO_ROOM'));
  }
  expect(await lobby.client().joinRoom(first, 'Cy')).toMatchObject(refused('RATE_LIMITED'));
});

test('[L182] only the host gives a new code, and strangers are told the same with and without a room', async () => {
  const { ada, bob, first } = await hostAndFriend();
  expect(await bob.line.ask('room:code', { code: first })).toEqual(refused('NOT_HOST'));
  const none = 'PVX7Q2' as RoomCode;
  for (const code of [first, none]) {
    expect(await lobby.client().line.ask('room:code', { code })).toEqual(refused('NOT_MEMBER'));
  }
  expect(ada.access?.door).toBe(first);
  const quick = lobby.client();
  const { room } = value(await quick.joinQuick({ name: 'Cy', hand: 'touch' }));
  expect(await quick.line.ask('room:code', { code: room.code })).toEqual(refused('NOT_HOST'));
});

test('[L182] hostile calls change no code', async () => {
  const { ada, bob, first } = await hostAndFriend();
  const door = await renew(ada, bob);
  for (const payload of [null, {}, { code: 1 }, { code: first, door: 'PVX7Q2' }, { code: door }]) {
    expect(await ask(lobby.raw(), 'room:code', payload)).toMatchObject({ ok: false });
  }
  expect(ada.access?.door).toBe(door);
});

const card: RoomCard = { ...QUIET_CARD, hand: 'touch' };

test('[L182] the list shows a public room by its new code at once', async () => {
  const { ada, bob, first } = await hostAndFriend();
  const access = { ...OPEN_ACCESS, visibility: 'public' as const };
  value(await ada.line.ask('room:access', { code: first, access }));
  value(await ada.line.ask('room:card', { code: first, card }));
  const reader = lobby.client();
  value(await reader.line.ask('list:sub', { on: true }));
  const told = new Promise((resolve) =>
    reader.line.hear('list:delta', (delta) => {
      if (delta.gone.includes(first)) resolve(delta);
    }),
  );
  const door = await renew(ada, bob);
  const list = value(await reader.line.ask('list:get', { from: null })) as ListPage;
  expect(list.listings.map(({ code }) => code)).toEqual([door]);
  expect(await told).toMatchObject({ gone: [first], changed: [{ code: door }] });
});

test('[L182] behind a restart of the lobby the new code opens, and the old one does not', async () => {
  const { ada, bob, tab, first } = await hostAndFriend();
  const before = tab.page().ticket.shownFor(first).ticket;
  const door = await renew(ada, bob);
  await expect.poll(() => tab.page().ticket.shownFor(door).ticket ?? before).not.toBe(before);
  const options: UnderTest = { times: { rebuildMs: 200 } };
  const old = lobby.server;
  lobby.server = await lobby.startServer(options);
  await old.close();
  // Loaded anew: its address has the new code.
  const again = lobby.client(tab.page());
  value(await again.joinRoom(door, 'Bob'));
  await expect.poll(() => again.access?.door).toBe(door);
  const cy = lobby.client();
  expect(await cy.joinRoom(first, 'Cy')).toEqual(refused('NO_ROOM'));
  value(await cy.joinRoom(door, 'Cy'));
});

test('[L182] [L150] the new code leads to the room from every node, and the old one from none', async () => {
  const { on, lobby: nodes } = await startNodes();
  const [ada, bob] = [on(0), on(1)];
  const { room } = value(await ada.createRoom('Ada'));
  value(await bob.joinRoom(room.code, 'Bob'));
  await expect.poll(() => bob.access?.door).toBe(room.code);
  const door = await renew(ada, bob);
  for (const node of [0, 1] as const) {
    expect(await on(node).joinRoom(room.code, 'Cy')).toEqual(refused('NO_ROOM'));
    const cy = on(node);
    value(await cy.joinRoom(door, 'Cy'));
    cy.leaveRoom();
  }
  await nodes.end();
});

test('[L182] [L151] a room that another node takes over is found there by its new code', async () => {
  const { on, servers, lobby: nodes } = await startNodes();
  const [ada, bob] = [on(0), on(1)];
  const { room } = value(await ada.createRoom('Ada'));
  value(await bob.joinRoom(room.code, 'Bob'));
  await expect.poll(() => bob.access?.door).toBe(room.code);
  const before = tickets.get(bob);
  const door = await renew(ada, bob);
  await expect.poll(() => tickets.get(bob)).not.toBe(before);
  await servers[0].close();
  await expect.poll(() => servers[1].rooms(), { timeout: 8000 }).toBe(1);
  const cy = on(1);
  await expect.poll(async () => (await cy.joinRoom(door, 'Cy')).ok, { timeout: 8000 }).toBe(true);
  expect(await on(1).joinRoom(room.code, 'Di')).toEqual(refused('NO_ROOM'));
  await nodes.end();
}, 20_000);
