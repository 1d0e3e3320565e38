import type { Socket } from 'socket.io-client';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FIRST_TERM, nextTerm } from '../../shared/consensus/term-state.ts';
import type { Room } from '../../shared/lobby/room.ts';
import { CutProxy } from '../faults/cut-proxy.ts';
import { ask, honestAuth, LobbyUnderTest, roomWhere, value } from './lobby-under-test.ts';
import { ManualTimers } from './manual-timers.ts';

const SECOND_TERM = nextTerm(FIRST_TERM);
const NONCE = 'nonce-nonce-nonce';

let lobby: LobbyUnderTest;

beforeEach(async () => {
  lobby = await LobbyUnderTest.start({ timers: new ManualTimers() });
});

afterEach(() => lobby.end());

type Page = { readonly socket: Socket; readonly room: Room; readonly told: unknown[] };

/** A page that says what it likes, in a room of its own or in that with the code. */
async function page(name: string, code?: string, auth = honestAuth()): Promise<Page> {
  const socket = lobby.raw(auth);
  const told: unknown[] = [];
  socket.on('room:witness', (news) => void told.push(news));
  const [event, what] = code === undefined ? ['room:create', { max: 4 }] : ['room:join', { code }];
  const answer = await ask(socket, event as string, { nonce: NONCE, name, ...(what as object) });
  const { ok, value: joined } = answer as { ok: boolean; value: { room: Room } };
  expect(ok).toBe(true);
  return { socket, room: joined.room, told };
}

const markOf = (members: number, term = FIRST_TERM) => ({ at: 5, term, members });
const elect = ({ socket }: Page, term: number, mark = markOf(0b11)) =>
  ask(socket, 'room:elect', { kind: 'elect', term, mark });
const sync = ({ socket, told }: Page, term = FIRST_TERM, mark = markOf(0b11)) => {
  const { life: settledLife } = told.at(-1) as { life: number };
  return ask(socket, 'room:sync', { term, mark, settledLife });
};
const numbersIn = ({ members }: Room) => members.map(({ pageNumber }) => pageNumber);

test('[L87] a reload gives a page another number, which all are told; its old one is over', async () => {
  const ada = await page('Ada');
  const { code } = ada.room;
  let held: string | null = null;
  const guests = { load: () => held, save: (guest: string) => void (held = guest) };
  value(await lobby.client({ guests }).joinRoom(code, 'Bob'));
  const watching = lobby.client();
  value(await watching.joinRoom(code, 'Cy'));
  expect(ada.told).toEqual([{ code, life: expect.any(Number), ended: 0 }]);

  const again = value(await lobby.client({ guests }).joinRoom(code, 'Bob'));
  expect(numbersIn(again.room)).toEqual([0, 3, 2]);
  expect(
    numbersIn(await roomWhere(watching, ({ revision }) => revision >= again.room.revision)),
  ).toEqual([0, 3, 2]);
  await ask(ada.socket, 'ice:get', {});
  expect(ada.told.at(-1)).toMatchObject({ code, ended: 0b010 });
});

test('[L87] a page that only lost its connection keeps its number, and nothing is over', async () => {
  const proxy = new CutProxy(() => lobby.server.port);
  const url = await proxy.listen();
  lobby.alsoEnd(() => proxy.close());
  const ada = await page('Ada');
  const bob = lobby.client({ url });
  const before = value(await bob.joinRoom(ada.room.code, 'Bob'));
  proxy.cut();
  const { revision } = before.room;
  const back = await roomWhere(bob, (room) => room.revision >= revision + 2);
  expect(numbersIn(back)).toEqual([0, 1]);
  await ask(ada.socket, 'ice:get', {});
  expect(ada.told).toHaveLength(1);
});

test('[L88] a page hears at its entry of the life and of all who are over', async () => {
  const ada = await page('Ada');
  const { code } = ada.room;
  const bob = await page('Bob', code);
  expect(await ask(bob.socket, 'room:leave', { code })).toMatchObject({ ok: true });
  const cy = await page('Cy', code);
  expect(cy.told).toEqual([{ ...(ada.told.at(-1) as object), ended: 0b10 }]);
  const { life } = cy.told[0] as { life: number };
  expect([life > 0, life < 256]).toEqual([true, true]);
});

test('[L89] the sequencer syncs, another page is refused while that one answers, and then not', async () => {
  const ada = await page('Ada');
  const bob = await page('Bob', ada.room.code);
  expect(await sync(ada)).toEqual({ ok: true, value: { type: 'synced', term: FIRST_TERM, at: 5 } });
  ada.socket.on('alive', (answer: () => void) => answer());
  const heard = { type: 'refused', term: FIRST_TERM, reason: 'sequencer-heard' };
  expect(await elect(bob, SECOND_TERM)).toEqual({ ok: true, value: heard });
  ada.socket.off('alive');
  const granted = { ok: true, value: { type: 'granted', term: SECOND_TERM } };
  expect(await elect(bob, SECOND_TERM)).toEqual(granted);
});

test('[L90] a sequencer whose page is closed is out of the way at once', async () => {
  const ada = await page('Ada');
  const bob = await page('Bob', ada.room.code);
  const watching = lobby.client();
  value(await watching.joinRoom(ada.room.code, 'Cy'));
  await sync(ada);
  ada.socket.disconnect();
  await roomWhere(watching, ({ members }) => members[0]?.online === false);
  expect(await elect(bob, SECOND_TERM)).toMatchObject({ value: { type: 'granted' } });
});

test.each([
  ['a number of its own', { from: 0 }],
  ['a term beyond 32 bits', { term: 2 ** 32 }],
  ['a broken term', { term: 63.5 }],
  ['a negative term', { term: -1 }],
  ['no mark', { mark: null }],
  ['a configuration of nobody', { mark: markOf(0) }],
  ['a configuration beyond 31 bits', { mark: markOf(2 ** 31) }],
  ['members as a list', { mark: { at: 5, term: 63, members: [0, 1] } }],
  ['a tick that is none', { mark: { ...markOf(1), at: -1 } }],
  ['another kind', { kind: 'sync' }],
  ['a mark with an unclean wish', { kind: 'unclean' }],
])('[L91] a question with %s is malformed', async (_case, wrong) => {
  const ada = await page('Ada');
  const question = { kind: 'elect', term: SECOND_TERM, mark: markOf(0b1), ...wrong };
  const refused = { ok: false, code: 'BAD_REQUEST' };
  expect(await ask(ada.socket, 'room:elect', question)).toEqual(refused);
});

test.each([0.5, 256, -1, null])('[L91] no life of a witness is %s', async (settledLife) => {
  const { socket } = await page('Ada');
  const report = { term: FIRST_TERM, mark: markOf(0b1), settledLife };
  expect(await ask(socket, 'room:sync', report)).toEqual({ ok: false, code: 'BAD_REQUEST' });
});

test('[L91] a hostile page raises no term and locks nobody out, from the bench or as a member', async () => {
  const ada = await page('Ada');
  const { code } = ada.room;
  const [bob, eve] = [await page('Bob', code), await page('Eve', code)];
  for (const { socket } of [ada, bob, eve]) socket.on('alive', (answer: () => void) => answer());
  await sync(ada);
  for (let i = 0; i < 3; i++) {
    for (const term of [FIRST_TERM, SECOND_TERM, 2 ** 32 - 1]) {
      for (const by of [bob, eve]) {
        const all = markOf(0b111, term);
        expect(await elect(by, term, all)).toMatchObject({ value: { type: 'refused', term: 63 } });
        expect(await sync(by, term, all)).toMatchObject({ value: { type: 'refused', term: 63 } });
      }
    }
  }
  expect(await sync(ada)).toMatchObject({ value: { type: 'synced' } });
  ada.socket.off('alive');
  // Eve is in no configuration, so Bob goes before her, whatever she asked for before.
  expect(await elect(eve, SECOND_TERM, markOf(0b111))).toMatchObject({
    value: { type: 'refused' },
  });
  expect(await elect(bob, SECOND_TERM)).toMatchObject({ value: { type: 'granted' } });
  expect(await sync(bob, SECOND_TERM)).toMatchObject({ value: { type: 'synced' } });
});

test('[L91] [L33] who asks without end is not listened to for a while, and others are', async () => {
  const ada = await page('Ada');
  const eve = await page('Eve', ada.room.code);
  const answers = await Promise.all(Array.from({ length: 41 }, () => elect(eve, SECOND_TERM)));
  expect(answers.filter((answer) => !(answer as { ok: boolean }).ok)).toEqual([
    { ok: false, code: 'RATE_LIMITED', retryMs: expect.any(Number) },
  ]);
  expect(await sync(ada, FIRST_TERM, markOf(0b1))).toMatchObject({ value: { type: 'synced' } });
});

test('[L89] who is in no room is no member', async () => {
  const question = { kind: 'unclean', term: SECOND_TERM, mark: null };
  const refused = { ok: false, code: 'NOT_MEMBER' };
  expect(await ask(lobby.raw(), 'room:elect', question)).toEqual(refused);
  const report = { term: FIRST_TERM, mark: markOf(0b1), settledLife: 1 };
  expect(await ask(lobby.raw(), 'room:sync', report)).toEqual(refused);
});
