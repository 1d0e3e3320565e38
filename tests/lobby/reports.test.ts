import { afterEach, beforeEach, expect, test } from 'vitest';
import { readFigures, type ServerFigures } from '../../game/operator/read-figures.ts';
import type { GuestStore } from '../../game/net/lobby/guest-store.ts';
import type { LobbyClient } from '../../game/net/lobby/lobby-client.ts';
import type { PeerId } from '../../shared/base/peer-id.ts';
import type { RoomCode } from '../../shared/lobby/ids.ts';
import type { ReportReason } from '../../shared/lobby/person-report.ts';
import { ask, honestAuth, LobbyUnderTest, roomEnd, roomWhere, value } from './lobby-under-test.ts';
import { ManualTimers } from './manual-timers.ts';

const TOKEN = 'a-token-of-the-operator';

let timers: ManualTimers;
let lobby: LobbyUnderTest;
let ada: LobbyClient;
let bob: LobbyClient;
let cy: LobbyClient;
let code: RoomCode;
let bobsId: PeerId;

beforeEach(async () => {
  timers = new ManualTimers();
  lobby = await LobbyUnderTest.start({
    timers,
    environment: { PEERBALL_OPERATOR_TOKEN: TOKEN },
    limits: { complaintsOfPrefix: { burst: 40, perSecond: 0.1 } },
  });
  [ada, bob, cy] = [lobby.client(), lobby.client(), lobby.client()];
  code = value(await ada.createRoom('Ada')).room.code;
  bobsId = value(await bob.joinRoom(code, 'Bob')).self;
  value(await cy.joinRoom(code, 'Cy'));
});

afterEach(() => lobby.end());

const report = (by: LobbyClient, peer: PeerId, why: ReportReason = 'spoiling') =>
  by.line.ask('room:report', { code, peer, why });

function operate(path: string, method = 'POST', token = TOKEN): Promise<Response> {
  return fetch(`${lobby.server.url}${path}`, {
    method,
    headers: { authorization: `Bearer ${token}` },
  });
}

async function figures(): Promise<ServerFigures> {
  return readFigures(await (await operate('/operator/figures', 'GET')).json())!;
}

const counted = (why: ReportReason): number => lobby.server.counters.get(`report/${why}`);
const remove = (member: string): string => `/operator/rooms/${code}/members/${member}/remove`;

test('[L165] [L167] the operator sees of whom people complain and why, each counted once', async () => {
  expect(await report(ada, bobsId, 'name')).toEqual({ ok: true, value: {} });
  expect(await report(cy, bobsId, 'cheating')).toEqual({ ok: true, value: {} });
  expect(await report(cy, bobsId, 'name')).toEqual({ ok: true, value: {} });
  expect((await figures()).reports).toEqual([
    {
      code,
      member: { id: bobsId, name: 'Bob' },
      reasons: { name: 1, words: 0, spoiling: 0, cheating: 1, other: 0 },
    },
  ]);
  const text = await (await operate('/metrics', 'GET')).text();
  expect(text).toContain('peerball_reports_total{reason="name"} 1\n');
  expect(text).toContain('peerball_reports_total{reason="cheating"} 1\n');
  expect(lobby.lines.join('\n')).not.toMatch(/Bob|name/);
});

test('[L165] a stranger, oneself, one who is not there and a forged guest id: nothing of it counts', async () => {
  const eve = lobby.client();
  const there = value(await eve.createRoom('Eve'));
  expect(await report(eve, bobsId)).toEqual({ ok: false, error: { code: 'NOT_MEMBER' } });
  expect(await report(ada, there.self)).toEqual({ ok: false, error: { code: 'NO_PEER' } });
  expect(await report(bob, bobsId)).toEqual({ ok: false, error: { code: 'NO_PEER' } });
  // A guest id that this lobby did not sign is another guest.
  const forged = lobby.raw({ ...honestAuth(), guest: `${'A'.repeat(22)}.${'B'.repeat(43)}` });
  const request = { code, peer: bobsId, why: 'name' };
  expect(await ask(forged, 'room:report', request)).toMatchObject({ code: 'NOT_MEMBER' });
  for (const wrong of [
    { ...request, why: 'a reason of my own' },
    { ...request, text: 'words' },
    { ...request, peer: null },
  ])
    expect(await ask(lobby.raw(honestAuth()), 'room:report', wrong)).toMatchObject({
      code: 'BAD_REQUEST',
    });
  expect((await figures()).reports).toEqual([]);
});

test('[L165] a page that was replaced speaks for its person no more', async () => {
  let held: string | null = null;
  const guests: GuestStore = { load: () => held, save: (guest) => void (held = guest) };
  const old = lobby.client({ guests });
  value(await old.joinRoom(code, 'Dan'));
  const out = roomEnd(old);
  const fresh = lobby.client({ guests });
  value(await fresh.joinRoom(code, 'Dan'));
  expect(await out).toBe('replaced');
  expect(await report(old, bobsId)).toEqual({ ok: false, error: { code: 'NOT_MEMBER' } });
  expect(await report(fresh, bobsId)).toEqual({ ok: true, value: {} });
  expect(counted('spoiling')).toBe(1);
});

test('[L166] one who reports without end is refused, and counts as often as there are people', async () => {
  const outcomes: string[] = [];
  for (let i = 0; i < 30; i++) {
    const answered = await report(cy, i % 2 === 0 ? bobsId : ada.joined!.self);
    outcomes.push(answered.ok ? 'ok' : answered.error.code);
  }
  expect(outcomes.filter((one) => one === 'ok')).toHaveLength(8);
  expect(new Set(outcomes.slice(8))).toEqual(new Set(['RATE_LIMITED']));
  expect(counted('spoiling')).toBe(2);
  timers.advance(15_000);
  expect((await report(cy, bobsId)).ok).toBe(true);
});

test('[L166] an address that makes up people reports no more often than an address may', async () => {
  let taken = 0;
  for (let i = 0; i < 60; i++) {
    const guest = lobby.client();
    value(await guest.joinRoom(code, `Guest ${i}`));
    if ((await report(guest, bobsId)).ok) taken += 1;
    guest.leaveRoom();
    await roomWhere(ada, ({ members }) => members.length === 3);
  }
  expect(taken).toBe(40);
  expect(counted('spoiling')).toBe(40);
});

test('[L167] whom the operator removes is out, hears so, and does not get in again', async () => {
  value(await report(ada, bobsId));
  const out = roomEnd(bob);
  expect((await operate(remove(bobsId), 'GET')).status).toBe(405);
  expect((await operate(remove(bobsId), 'POST', 'another-token-than-that')).status).toBe(401);
  expect((await operate(remove(bobsId))).status).toBe(200);
  expect(await out).toBe('removed');
  await roomWhere(ada, ({ members }) => members.length === 2);
  expect(await bob.joinRoom(code, 'Bob')).toEqual({ ok: false, error: { code: 'REMOVED' } });
  // Nor by the host's word.
  expect(value(await ada.line.ask('room:removed', { code }))).toEqual({ removed: [] });
  expect(value(await ada.line.ask('room:forgive', { code, auth: null }))).toEqual({ forgiven: 0 });
  expect((await bob.joinRoom(code, 'Bob')).ok).toBe(false);
  expect((await operate(remove(bobsId))).status).toBe(404);
  expect((await operate(remove('nobody-of-this-room'))).status).toBe(404);
  // Of one that left nothing is told but the numbers.
  expect((await figures()).reports).toMatchObject([{ code, member: null }]);
});

test('[L167] the operator removes the one that sequences too, and the room goes on', async () => {
  const out = roomEnd(ada);
  expect((await operate(remove(ada.joined!.self))).status).toBe(200);
  expect(await out).toBe('removed');
  const room = await roomWhere(bob, ({ members }) => members.length === 2);
  expect(room.sequencer).toBe(bobsId);
});

test('[L167] with the last of its members a room ends', async () => {
  cy.leaveRoom();
  bob.leaveRoom();
  await roomWhere(ada, ({ members }) => members.length === 1);
  const out = roomEnd(ada);
  expect((await operate(remove(ada.joined!.self))).status).toBe(200);
  expect(await out).toBe('closed');
  expect(await lobby.server.rooms()).toBe(0);
});

test('[L168] with the room all of it is forgotten', async () => {
  value(await report(ada, bobsId));
  expect((await operate(`/operator/rooms/${code}/close`)).status).toBe(200);
  expect((await figures()).reports).toEqual([]);
});
