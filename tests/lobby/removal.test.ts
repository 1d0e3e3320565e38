import { afterEach, beforeEach, expect, test } from 'vitest';
import type { GuestStore } from '../../game/net/lobby/guest-store.ts';
import type { LobbyClient } from '../../game/net/lobby/lobby-client.ts';
import type { PeerId } from '../../shared/base/peer-id.ts';
import { FIRST_TERM } from '../../shared/consensus/term-state.ts';
import type { RoomCode } from '../../shared/lobby/ids.ts';
import { CutProxy } from '../faults/cut-proxy.ts';
import { ask, LobbyUnderTest, roomEnd, roomWhere, value } from './lobby-under-test.ts';
import { ManualTimers } from './manual-timers.ts';

const GRACE_MS = 60_000;
const REMOVED = { ok: false, error: { code: 'REMOVED' } };

let timers: ManualTimers;
let lobby: LobbyUnderTest;
let proxy: CutProxy;
let ada: LobbyClient;
let bob: LobbyClient;
/** Of Bob: a page that has it is his. */
let guests: GuestStore;
let code: RoomCode;
let bobsId: PeerId;

beforeEach(async () => {
  timers = new ManualTimers();
  lobby = await LobbyUnderTest.start({ timers, times: { seatGraceMs: GRACE_MS } });
  proxy = new CutProxy(() => lobby.server.port);
  const url = await proxy.listen();
  lobby.alsoEnd(() => proxy.close());
  guests = oneGuest();
  ada = lobby.client();
  bob = lobby.client({ url, guests });
  code = value(await ada.createRoom('Ada')).room.code;
  bobsId = value(await bob.joinRoom(code, 'Bob')).self;
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

const alone = ({ members }: { members: readonly unknown[] }) => members.length === 1;

test('[L9] who is removed is told, and the others see it gone', async () => {
  const ended = roomEnd(bob);
  value(await ada.removeMember(code, bobsId));
  expect(await ended).toBe('removed');
  expect(bob.joined).toBeNull();
  const { members } = await roomWhere(ada, alone);
  expect(members.map(({ name }) => name)).toEqual(['Ada']);
});

test('[L9] who was removed does not get in again, from this page or a new one; others do', async () => {
  value(await ada.removeMember(code, bobsId));
  expect(await bob.joinRoom(code, 'Bob')).toEqual(REMOVED);
  bob.depart();
  expect(await lobby.client({ guests }).joinRoom(code, 'Rob')).toEqual(REMOVED);
  const cy = value(await lobby.client().joinRoom(code, 'Cy'));
  expect(cy.room.members.map(({ name }) => name)).toEqual(['Ada', 'Cy']);
});

test('[L9] who was lost when it was removed finds the door shut when it comes back', async () => {
  const lost = roomWhere(ada, ({ members }) => members.some(({ online }) => !online));
  const ended = roomEnd(bob);
  proxy.cutNew = true;
  proxy.cut();
  await lost;
  value(await ada.removeMember(code, bobsId));
  proxy.cutNew = false;
  expect(await ended).toBe('removed');
  expect(await bob.joinRoom(code, 'Bob')).toEqual(REMOVED);
  // The seat that was kept for it is not freed once more.
  const { revision } = await roomWhere(ada, alone);
  timers.advance(GRACE_MS * 2);
  value(await ada.fetchIce());
  expect(ada.joined?.room.revision).toBe(revision);
});

test('[L9] a socket whose member was removed is in the room no more', async () => {
  const socket = lobby.raw();
  const joining = { nonce: 'nonce-nonce-nonce', code, name: 'Eve' };
  const joined = (await ask(socket, 'room:join', joining)) as { value: { self: PeerId } };
  const heard: unknown[] = [];
  socket.onAny((event, news) => heard.push([event, news]));
  value(await ada.removeMember(code, joined.value.self));
  value(await lobby.client().joinRoom(code, 'Cy'));

  const signal = { attempt: 1, generation: 1, payload: { type: 'rebuild' } };
  const toBob = { to: bobsId, toSession: 2, ...signal };
  expect(await ask(socket, 'signal', toBob)).toEqual({ ok: false, code: 'NOT_MEMBER' });
  expect(await ask(socket, 'ice:get', {})).toEqual({ ok: false, code: 'NOT_MEMBER' });
  expect(await ask(socket, 'room:resume', { code })).toEqual({ ok: false, code: 'REMOVED' });
  // The same join again is no way around it either.
  expect(await ask(socket, 'room:join', joining)).toEqual({ ok: false, code: 'REMOVED' });
  expect(heard).toEqual([['room:gone', { code, why: 'REMOVED' }]]);
});

test('[L9] a new host keeps out who the old one removed', async () => {
  value(await ada.removeMember(code, bobsId));
  const cy = lobby.client();
  value(await cy.joinRoom(code, 'Cy'));
  ada.leaveRoom();
  await roomWhere(cy, alone);
  expect(await bob.joinRoom(code, 'Bob')).toEqual(REMOVED);
});

test('[L9] only the host removes, and only whom the room has', async () => {
  const adasId = ada.joined!.self;
  const refused = (why: string) => ({ ok: false, error: { code: why } });
  expect(await bob.removeMember(code, adasId)).toEqual(refused('NOT_SEQUENCER'));
  expect(await lobby.client().removeMember(code, adasId)).toEqual(refused('NOT_MEMBER'));
  expect(await ada.removeMember(code, 'nobody' as PeerId)).toEqual(refused('NO_PEER'));
  expect(await ada.removeMember(code, adasId)).toEqual(refused('NO_PEER'));
  const { life } = bob.witness!;
  const sync = { term: FIRST_TERM, mark: { at: 1, term: FIRST_TERM, members: 0b10 } };
  value(await bob.askWitness(code, 'room:sync', { ...sync, settledLife: life }, 1000));
  expect(await ada.removeMember(code, bobsId)).toEqual(refused('NOT_SEQUENCER'));
  expect((await roomWhere(ada, ({ sequencer }) => sequencer === bobsId)).members).toHaveLength(2);
});

test('[L9] another room of the same lobby, also the next one of this host, knows nothing of it', async () => {
  value(await ada.removeMember(code, bobsId));
  ada.leaveRoom();
  const next = value(await ada.createRoom('Ada'));
  value(await bob.joinRoom(next.room.code, 'Bob'));
  expect(await bob.joinRoom(code, 'Bob')).toEqual({ ok: false, error: { code: 'NO_ROOM' } });
});

test('[L33] a socket removes a roomful at once, then one every two seconds', async () => {
  const again = () => ada.removeMember(code, 'nobody' as PeerId);
  const codes: string[] = [];
  for (let i = 0; i < 16; i++) {
    const reply = await again();
    codes.push(reply.ok ? 'OK' : reply.error.code);
  }
  expect(new Set(codes)).toEqual(new Set(['NO_PEER']));
  expect(await again()).toMatchObject({ error: { code: 'RATE_LIMITED', retryMs: 2000 } });
  timers.advance(2000);
  expect(await again()).toMatchObject({ error: { code: 'NO_PEER' } });
});
