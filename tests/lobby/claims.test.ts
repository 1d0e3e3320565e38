import { afterEach, beforeEach, expect, test } from 'vitest';
import type { GuestStore } from '../../game/net/lobby/guest-store.ts';
import type { LobbyClient } from '../../game/net/lobby/lobby-client.ts';
import { LobbyTermAuthority } from '../../game/net/lobby/term-authority.ts';
import type { PeerId } from '../../shared/base/peer-id.ts';
import type { RoomCode } from '../../shared/lobby/ids.ts';
import type { TermAnswer } from '../../shared/netplay/election/reign.ts';
import { CutProxy } from '../faults/cut-proxy.ts';
import { ask, LobbyUnderTest, roomWhere, value } from './lobby-under-test.ts';
import { ManualTimers } from './manual-timers.ts';

let lobby: LobbyUnderTest;
let proxy: CutProxy;
let ada: LobbyClient;
let bob: LobbyClient;
let cy: LobbyClient;
let code: RoomCode;
let adaGuest: string | null;

beforeEach(async () => {
  lobby = await LobbyUnderTest.start({ timers: new ManualTimers() });
  proxy = new CutProxy(() => lobby.server.port);
  const url = await proxy.listen();
  lobby.alsoEnd(() => proxy.close());
  adaGuest = null;
  ada = lobby.client({ url, guests: guestsOfAda });
  code = value(await ada.createRoom('Ada')).room.code;
  [bob, cy] = [lobby.client(), lobby.client()];
  value(await bob.joinRoom(code, 'Bob'));
  value(await cy.joinRoom(code, 'Cy'));
});

afterEach(() => lobby.end());

const guestsOfAda: GuestStore = {
  load: () => adaGuest,
  save: (guest) => {
    adaGuest = guest;
  },
};

function claim(
  by: LobbyClient,
  term: number,
  votes = 1,
  electorate = 3,
  missing: readonly PeerId[] = [],
): Promise<TermAnswer> {
  const others = [ada, bob, cy].filter((client) => client !== by);
  const known = [by, ...others].flatMap((client) => client.joined?.self ?? []);
  const ids = [...known, 'stranger' as PeerId];
  const count = { voters: ids.slice(0, votes), electorate: ids.slice(0, electorate) };
  return new Promise((resolve) => {
    const wish = { term, ...count, missing, insists: false };
    new LobbyTermAuthority(by, code).claim(wish, resolve);
  });
}

const selfOf = (client: LobbyClient) => client.joined!.self;
const online = (count: number) => (room: { members: readonly { online: boolean }[] }) =>
  room.members.filter((member) => member.online).length === count;

test('[L17] a granted claim moves the host for everybody, newcomers included', async () => {
  expect(await claim(bob, 2, 2)).toBe('granted');
  const seen = await Promise.all(
    [ada, bob, cy].map((client) => roomWhere(client, ({ term }) => term === 2)),
  );
  for (const { host } of seen) expect(host).toBe(selfOf(bob));
  const { room } = value(await lobby.client().joinRoom(code, 'Dan'));
  expect(room).toMatchObject({ host: selfOf(bob), term: 2 });
});

test('[L17] without a majority a host that is heard stays host', async () => {
  expect(await claim(bob, 2)).toBe('refused');
  expect(bob.joined?.room).toMatchObject({ host: selfOf(ada), term: 1 });
});

test('[L17] asking again for the own term is granted and tells nobody anything new', async () => {
  expect(await claim(bob, 2, 2)).toBe('granted');
  const { revision } = await roomWhere(cy, ({ term }) => term === 2);
  expect(await claim(bob, 2, 2)).toBe('granted');
  value(await cy.fetchIce());
  expect(cy.joined?.room.revision).toBe(revision);
});

test('[L17] of two who claim one term at once, one gets it', async () => {
  const outcomes = await Promise.all([claim(bob, 2, 2), claim(cy, 2, 2)]);
  expect(outcomes.sort()).toEqual(['granted', 'taken']);
  const { host } = await roomWhere(bob, ({ term }) => term === 2);
  expect((await roomWhere(cy, ({ term }) => term === 2)).host).toBe(host);
});

test('[L17] when the cable of the host is pulled, one who is left may take its place', async () => {
  proxy.cutNew = true;
  proxy.cut();
  await roomWhere(cy, online(2));
  expect(await claim(cy, 2)).toBe('granted');
  expect(await claim(bob, 2)).toBe('taken');
});

test('[L28] one of two has the term soon when the network of the other is gone without a word', async () => {
  cy.leaveRoom();
  await roomWhere(bob, online(2));
  expect(await claim(bob, 2, 1, 2, [selfOf(ada)])).toBe('refused');
  proxy.freeze();
  expect(await claim(bob, 2, 1, 2, [selfOf(ada)])).toBe('granted');
  expect(bob.joined?.room.members).toContainEqual(
    expect.objectContaining({ id: selfOf(ada), online: true }),
  );
});

test('[L17] when the host has left, the first claim counts, not who the lobby named', async () => {
  ada.leaveRoom();
  expect(await roomWhere(bob, ({ term }) => term === 2)).toMatchObject({ host: selfOf(bob) });
  expect(await claim(cy, 2, 1, 2)).toBe('granted');
  expect(await claim(bob, 2, 1, 2)).toBe('taken');
  expect((await roomWhere(bob, ({ host }) => host === selfOf(cy))).term).toBe(2);
});

test('[L17] members that elected without the lobby are far ahead, and heard when it is back', async () => {
  expect(await claim(bob, 7, 2)).toBe('granted');
  bob.leaveRoom();
  expect(await roomWhere(cy, ({ term }) => term === 8)).toMatchObject({ host: selfOf(ada) });
  expect(await claim(cy, 8, 2, 2)).toBe('granted');
});

test('[L17] a former host that reloads is an ordinary member', async () => {
  expect(await claim(bob, 2, 2)).toBe('granted');
  ada.depart();
  await roomWhere(bob, online(2));
  const back = value(await lobby.client({ guests: guestsOfAda }).joinRoom(code, 'Ada'));
  expect(back.room).toMatchObject({ host: selfOf(bob), term: 2 });
  expect(back.self).not.toBe(selfOf(bob));
});

test('[L17] a host that reloads stays host until somebody who still has the match claims', async () => {
  ada.depart();
  await roomWhere(bob, online(2));
  const reloaded = lobby.client({ guests: guestsOfAda });
  const back = value(await reloaded.joinRoom(code, 'Ada'));
  expect(back.room).toMatchObject({ host: back.self, term: 1 });
  expect(await claim(bob, 2)).toBe('granted');
});

test('[L18] a stranger claims nothing, and a stale term is named', async () => {
  const stranger = lobby.raw();
  const forged = { term: 2, voters: [], electorate: [], missing: [], insists: false };
  expect(await ask(stranger, 'room:claim', forged)).toEqual({ ok: false, code: 'NOT_MEMBER' });
  const extra = { ...forged, code };
  expect(await ask(stranger, 'room:claim', extra)).toEqual({ ok: false, code: 'BAD_REQUEST' });

  await ask(stranger, 'room:join', { nonce: 'nonce-nonce-nonce', code, name: 'Eve' });
  const stale = { ...forged, term: 1 };
  expect(await ask(stranger, 'room:claim', stale)).toEqual({
    ok: false,
    code: 'STALE_TERM',
    term: 1,
  });
});

test('[L18] votes that cannot be are no majority', async () => {
  expect(await claim(bob, 2, 4, 4)).toBe('refused');
  expect(await claim(bob, 2, 3, 2)).toBe('refused');
  expect(await claim(bob, 2, 1, 1)).toBe('refused');
});

test('[L33] who claims without end is not listened to for a while', async () => {
  const outcomes = new Set<TermAnswer>();
  for (let i = 0; i < 31; i++) outcomes.add(await claim(bob, 2));
  expect([...outcomes]).toEqual(['refused', 'unreachable']);
  expect(bob.status).toEqual({ state: 'online' });
});

test('[L17] a lobby that is gone is unreachable, and so is one whose room was left', async () => {
  bob.leaveRoom();
  expect(await claim(bob, 2)).toBe('unreachable');
  await lobby.server.close();
  expect(await claim(cy, 2)).toBe('unreachable');
});

test('[L17] a lobby that does not answer is unreachable after a second', async () => {
  proxy.freeze();
  // Both wait on the same clock: a busy machine holds up the one as much as the other.
  const late = new Promise((resolve) => setTimeout(() => resolve('late'), 1500));
  expect(await Promise.race([claim(ada, 2), late])).toBe('unreachable');
});
