import { afterEach, beforeEach, expect, test } from 'vitest';
import type { LobbyClient } from '../../game/net/lobby/lobby-client.ts';
import { LobbyWitness } from '../../game/net/lobby/lobby-witness.ts';
import type { WitnessAnswer, WitnessRequest } from '../../shared/consensus/messages.ts';
import { FIRST_TERM, nextTerm } from '../../shared/consensus/term-state.ts';
import type { RoomCode } from '../../shared/lobby/ids.ts';
import { CutProxy } from '../faults/cut-proxy.ts';
import { LobbyUnderTest, roomWhere, value } from './lobby-under-test.ts';
import { ManualTimers } from './manual-timers.ts';

const SECOND_TERM = nextTerm(FIRST_TERM);
const ALL = 0b111;

let timers: ManualTimers;
let lobby: LobbyUnderTest;
let proxy: CutProxy;
/** Pages 0, 1 and 2 of one room; Ada's way to the lobby can be cut. */
let ada: LobbyClient;
let bob: LobbyClient;
let cy: LobbyClient;
let code: RoomCode;

beforeEach(async () => {
  timers = new ManualTimers();
  lobby = await LobbyUnderTest.start({ timers });
  proxy = new CutProxy(() => lobby.server.port);
  const url = await proxy.listen();
  lobby.alsoEnd(() => proxy.close());
  ada = lobby.client({ url });
  code = value(await ada.createRoom('Ada')).room.code;
  [bob, cy] = [lobby.client(), lobby.client()];
  value(await bob.joinRoom(code, 'Bob'));
  value(await cy.joinRoom(code, 'Cy'));
});

afterEach(() => lobby.end());

/** What the page of this client asks as a session would. */
function ask(by: LobbyClient, request: WitnessRequest): Promise<WitnessAnswer> {
  return new Promise((resolve) => new LobbyWitness(by, code).ask(request, resolve));
}

const markOf = (term: number, members = ALL) => ({ at: 5, term, members });
const sync = (by: LobbyClient, term = FIRST_TERM) =>
  ask(by, { type: 'sync', from: 0, term, mark: markOf(term), settledLife: by.witness!.life });
const elect = (by: LobbyClient, term = SECOND_TERM) =>
  ask(by, { type: 'elect', from: 0, term, mark: markOf(FIRST_TERM) });
const online = (count: number) => (room: { members: readonly { online: boolean }[] }) =>
  room.members.filter((member) => member.online).length === count;
const selfOf = (client: LobbyClient) => client.joined!.self;

test('[L14] the page that the witness elects is the sequencer for everybody, newcomers included', async () => {
  expect(await sync(ada)).toMatchObject({ type: 'synced' });
  proxy.cutNew = true;
  proxy.cut();
  await roomWhere(cy, online(2));
  expect(await elect(cy)).toEqual({ type: 'granted', term: SECOND_TERM });
  for (const client of [bob, cy])
    await roomWhere(client, ({ sequencer }) => sequencer === selfOf(cy));
  expect(value(await lobby.client().joinRoom(code, 'Dan')).room.sequencer).toBe(selfOf(cy));
});

test('[L14] a sequencer that was elected without the lobby is known by its first sync', async () => {
  await sync(ada);
  proxy.cutNew = true;
  proxy.cut();
  await roomWhere(bob, online(2));
  expect(await sync(bob, SECOND_TERM)).toMatchObject({ type: 'synced', term: SECOND_TERM });
  await roomWhere(cy, ({ sequencer }) => sequencer === selfOf(bob));
});

test('[L14] what the witness refuses changes nothing', async () => {
  await sync(ada);
  expect(await elect(bob)).toMatchObject({ type: 'refused', reason: 'sequencer-heard' });
  expect(await sync(bob, SECOND_TERM)).toMatchObject({ type: 'refused' });
  value(await bob.fetchIce());
  expect(bob.joined!.room.sequencer).toBe(selfOf(ada));
});

test('[L14] a sequencer that tells again that it is here tells the members nothing new', async () => {
  await sync(ada);
  const { revision } = bob.joined!.room;
  for (let i = 0; i < 3; i++) await sync(ada);
  value(await bob.fetchIce());
  expect(bob.joined!.room.revision).toBe(revision);
});

test('[L19] a page alone in its room that only tells that it sequences does not use it', async () => {
  bob.leaveRoom();
  cy.leaveRoom();
  await roomWhere(ada, ({ members }) => members.length === 1);
  for (let minute = 0; minute < 15; minute++) {
    await sync(ada);
    timers.advance(60_000);
  }
  expect(await lobby.client().joinRoom(code, 'Dan')).toMatchObject({ error: { code: 'NO_ROOM' } });
});

test('[L89] a room that was left and a lobby that is gone answer nothing', async () => {
  bob.leaveRoom();
  const { askWitness } = bob;
  const request = { kind: 'unclean', term: SECOND_TERM, mark: null } as const;
  const asked = askWitness.call(bob, code, 'room:elect', request, 1000);
  expect(await asked).toEqual({ ok: false, error: { code: 'NOT_MEMBER' } });
  await lobby.server.close();
  expect(await cy.askWitness(code, 'room:elect', request, 1000)).toMatchObject({ ok: false });
  expect(cy.witness).toBeNull();
});
