import { afterEach, beforeEach, expect, test } from 'vitest';
import type { GuestStore } from '../../game/net/lobby/guest-store.ts';
import type { LobbyClient } from '../../game/net/lobby/lobby-client.ts';
import type { RoomCode } from '../../shared/lobby/ids.ts';
import { ask, LobbyUnderTest, value } from './lobby-under-test.ts';

let lobby: LobbyUnderTest;
let ada: LobbyClient;
let code: RoomCode;

beforeEach(async () => {
  lobby = await LobbyUnderTest.start({});
  ada = lobby.client();
  code = value(await ada.createRoom('Ada')).room.code;
});
afterEach(() => lobby.end());

function oneGuest(): GuestStore {
  let held: string | null = null;
  return {
    load: () => held,
    save: (guest) => {
      held = guest;
    },
  };
}

async function people() {
  return value(await ada.line.ask('room:people', { code })).people;
}

test('[L147] the host knows a guest by the same name in every room, and never by its id', async () => {
  const guests = oneGuest();
  const bob = lobby.client({ guests });
  const { self } = value(await bob.joinRoom(code, 'Bob'));
  const [first, second] = await people();
  expect([first!.peer, second!.peer]).toEqual([ada.joined!.self, self]);
  expect(first!.auth).not.toBe(second!.auth);
  const [id] = guests.load()!.split('.');
  expect(JSON.stringify(await people())).not.toContain(id);
  ada.leaveRoom();
  code = value(await ada.createRoom('Ada')).room.code;
  const other = value(await bob.joinRoom(code, 'Bob'));
  const again = (await people()).find(({ peer }) => peer === other.self);
  expect(again!.auth).toBe(second!.auth);
  expect(other.self).not.toBe(self);
});

test('[L148] members of one network are seen to be, and one that hides its address is not', async () => {
  await lobby.client().joinRoom(code, 'Bob');
  await lobby.client({ hidesAddress: () => true }).joinRoom(code, 'Cy');
  const [host, bob, cy] = await people();
  expect(bob!.conn).toMatch(/^[\da-f]{24}$/);
  expect([host!.conn, cy!.conn]).toEqual([bob!.conn, null]);
});

test('[L147] others than the host are told nothing', async () => {
  const bob = lobby.client();
  await bob.joinRoom(code, 'Bob');
  expect(await bob.line.ask('room:people', { code })).toEqual({
    ok: false,
    error: { code: 'NOT_HOST' },
  });
  const stranger = { ok: false, error: { code: 'NOT_MEMBER' } };
  expect(await lobby.client().line.ask('room:people', { code })).toEqual(stranger);
  expect(await lobby.client().line.ask('room:forgive', { code, auth: null })).toEqual(stranger);
  expect(await bob.line.ask('room:forgive', { code, auth: null })).toEqual({
    ok: false,
    error: { code: 'NOT_HOST' },
  });
});

test('[L149] a guest that was removed comes again once the host has forgiven it, and no other does', async () => {
  const [bobs, cys] = [oneGuest(), oneGuest()];
  const bob = value(await lobby.client({ guests: bobs }).joinRoom(code, 'Bob'));
  const cy = value(await lobby.client({ guests: cys }).joinRoom(code, 'Cy'));
  const auth = (await people()).find(({ peer }) => peer === bob.self)!.auth;
  value(await ada.removeMember(code, bob.self));
  value(await ada.removeMember(code, cy.self));
  expect(value(await ada.line.ask('room:forgive', { code, auth }))).toEqual({ forgiven: 1 });
  expect(value(await ada.line.ask('room:forgive', { code, auth }))).toEqual({ forgiven: 0 });
  expect((await lobby.client({ guests: bobs }).joinRoom(code, 'Bob')).ok).toBe(true);
  const kept = await lobby.client({ guests: cys }).joinRoom(code, 'Cy');
  expect(kept).toEqual({ ok: false, error: { code: 'REMOVED' } });
  expect(value(await ada.line.ask('room:forgive', { code, auth: null }))).toEqual({ forgiven: 1 });
  expect((await lobby.client({ guests: cys }).joinRoom(code, 'Cy')).ok).toBe(true);
});

test('[L183] the host is told who was removed, newest first, and others are not', async () => {
  const asked = (by: LobbyClient) => by.line.ask('room:removed', { code });
  expect(value(await asked(ada))).toEqual({ removed: [] });
  const [bobs, cys] = [oneGuest(), oneGuest()];
  const bob = value(await lobby.client({ guests: bobs }).joinRoom(code, 'Bob'));
  const cy = value(await lobby.client({ guests: cys }).joinRoom(code, 'Cy'));
  const [, ofBob, ofCy] = await people();
  value(await ada.removeMember(code, bob.self));
  value(await ada.removeMember(code, cy.self));
  const both = [
    { auth: ofCy!.auth, name: 'Cy' },
    { auth: ofBob!.auth, name: 'Bob' },
  ];
  expect(value(await asked(ada))).toEqual({ removed: both });
  const di = lobby.client();
  value(await di.joinRoom(code, 'Di'));
  expect(await asked(di)).toEqual({ ok: false, error: { code: 'NOT_HOST' } });
  expect(await asked(lobby.client())).toEqual({ ok: false, error: { code: 'NOT_MEMBER' } });
  value(await ada.line.ask('room:forgive', { code, auth: ofCy!.auth }));
  expect(value(await asked(ada))).toEqual({ removed: both.slice(1) });
  expect((await lobby.client({ guests: cys }).joinRoom(code, 'Cy')).ok).toBe(true);
});

test('[L183] hostile questions after those who were removed are refused', async () => {
  for (const payload of [null, {}, { code: 7 }, { code, auth: null }]) {
    expect(await ask(lobby.raw(), 'room:removed', payload)).toMatchObject({ ok: false });
  }
});
