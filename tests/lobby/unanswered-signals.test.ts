import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Socket } from 'socket.io-client';
import { OPEN_ACCESS } from '../../shared/lobby/room-access.ts';
import type { JoinedRoom } from '../../shared/lobby/room.ts';
import type { IncomingSignal } from '../../shared/lobby/signal.ts';
import { ask, honestAuth, LobbyUnderTest } from './lobby-under-test.ts';
import { ManualTimers } from './manual-timers.ts';

/** As any candidate of our game: it travels as text. The other needs an escape, so it does not. */
const PLAIN = 'candidate:1 1 udp 1 203.0.113.77 50000 typ host';
const ESCAPED = `${PLAIN} "\u00e9"`;

let lobby: LobbyUnderTest;
let nonces = 0;

beforeEach(async () => {
  lobby = await LobbyUnderTest.start({ timers: new ManualTimers() });
});

afterEach(() => lobby.end());

type Page = {
  readonly socket: Socket;
  readonly joined: JoinedRoom;
  readonly heard: IncomingSignal[];
  /** Says a signal as our game does: without a way to answer. */
  say(to: JoinedRoom, candidate?: string, beside?: object): void;
  /** The lobby has read all that was said, and what it made of it has arrived. */
  settled(): Promise<void>;
};

async function open(code: string | null, auth: object = honestAuth()): Promise<Page> {
  const socket = lobby.raw(auth);
  const heard: IncomingSignal[] = [];
  socket.on('signal', (signal: IncomingSignal) => void heard.push(signal));
  const nonce = `nonce-of-a-test-${String(nonces++).padStart(4, '0')}`;
  const answer =
    code === null
      ? await ask(socket, 'room:create', { nonce, name: 'Ada', max: 8 })
      : await ask(socket, 'room:join', { nonce, name: 'Ben', code });
  return {
    socket,
    joined: (answer as { value: JoinedRoom }).value,
    heard,
    say(to, candidate = PLAIN, beside = {}) {
      const all = [{ candidate, sdpMid: '0', sdpMLineIndex: 0 }];
      const payload = { type: 'candidates', candidates: all };
      socket.emit('signal', { ...placeOf(to), attempt: 1, generation: 1, payload, ...beside });
    },
    settled: async () => void (await ask(socket, 'list:get', { from: null })),
  };
}

function placeOf({ self, room }: JoinedRoom): object {
  const member = room.members.find(({ id }) => id === self)!;
  return { to: self, toSession: member.session };
}

/** What was heard of candidates. */
function candidatesOf({ heard }: Page): string[] {
  return heard.flatMap(({ payload }) =>
    payload.type === 'candidates' ? payload.candidates.map(({ candidate }) => candidate) : [],
  );
}

async function openPair(): Promise<[Page, Page]> {
  const ada = await open(null);
  return [ada, await open(ada.joined.room.code)];
}

async function allSettled(...pages: readonly Page[]): Promise<void> {
  // Twice: the first answer of the one says that the other has been told.
  for (let i = 0; i < 2; i++) for (const page of pages) await page.settled();
}

test('[L21] [L170] a signal reaches the page it is for with its sender, and nobody else', async () => {
  const [ada, ben] = await openPair();
  const cy = await open(ada.joined.room.code);
  ben.say(ada.joined);
  await allSettled(ben, ada, cy);
  const { to: from, toSession: fromSession } = placeOf(ben.joined) as Record<string, unknown>;
  const payload = {
    type: 'candidates',
    candidates: [{ candidate: PLAIN, sdpMid: '0', sdpMLineIndex: 0 }],
  };
  expect(ada.heard).toEqual([{ from, fromSession, attempt: 1, generation: 1, payload }]);
  expect([...ben.heard, ...cy.heard]).toEqual([]);
  expect(lobby.server.counters.get('signal/OK')).toBe(1);
});

test('[L170] signals that travel as text and others stay in the order in which they were said', async () => {
  const [ada, ben] = await openPair();
  const said = Array.from({ length: 40 }, (_, at) => `${at % 3 === 0 ? ESCAPED : PLAIN} ${at}`);
  for (const candidate of said) ben.say(ada.joined, candidate);
  await allSettled(ben, ada);
  expect(candidatesOf(ada)).toEqual(said);
});

test.each([
  ['PLAIN', PLAIN],
  ['ESCAPED', ESCAPED],
])('[L21] [L170] one that may not be handed on is heard by nobody (%s)', async (_, text) => {
  const [ada, ben] = await openPair();
  const stranger = await open(null);
  const nobody = lobby.raw();
  stranger.say(ada.joined, text);
  nobody.emit('signal', { ...placeOf(ada.joined), attempt: 1, generation: 1 });
  ben.say(ben.joined, text);
  ben.say(ada.joined, text, { toSession: 77 });
  ben.say(ada.joined, text, { to: ben.joined.self });
  await allSettled(stranger, ben, ada);
  expect([...ada.heard, ...ben.heard, ...stranger.heard]).toEqual([]);
  expect(lobby.server.counters.get('signal/OK')).toBe(0);
  expect(lobby.server.counters.get('signal/NO_PEER')).toBe(4);
});

test('[L12] [L170] a page that was replaced signals to nobody, and nobody to it', async () => {
  const { page: _, ...guest } = honestAuth();
  const ada = await open(null);
  const before = lobby.raw({ ...guest, page: 'page-number-one-of-ben' });
  const welcome = await new Promise<{ guest: string }>((resolve) => {
    before.once('welcome', resolve);
  });
  const { code } = ada.joined.room;
  const first = await open(code, { ...guest, ...welcome, page: 'page-number-two-of-ben' });
  const second = await open(code, { ...guest, ...welcome, page: 'page-number-six-of-ben' });
  first.say(ada.joined);
  ada.say(first.joined);
  second.say(ada.joined, `${PLAIN} 2`);
  ada.say(second.joined, `${PLAIN} 3`);
  await allSettled(first, second, ada);
  expect(second.joined.self).toBe(first.joined.self);
  expect([first, second, ada].map(candidatesOf)).toEqual([[], [`${PLAIN} 3`], [`${PLAIN} 2`]]);
});

test('[L9] [L170] a member that was removed signals to nobody', async () => {
  const [ada, ben] = await openPair();
  const removal = { code: ada.joined.room.code, peer: ben.joined.self };
  expect(await ask(ada.socket, 'room:remove', removal)).toMatchObject({ ok: true });
  ben.say(ada.joined);
  ada.say(ben.joined);
  await allSettled(ben, ada);
  expect([...ada.heard, ...ben.heard]).toEqual([]);
});

test('[L141] [L170] of a page that hides its address nothing travels as it came', async () => {
  const ada = await open(null);
  const ben = await open(ada.joined.room.code, { ...honestAuth(), hidesAddress: true });
  ben.say(ada.joined);
  ben.say(ada.joined, 'candidate:2 1 udp 1 198.51.100.1 6000 typ relay raddr 203.0.113.77 rport 5');
  await allSettled(ben, ada);
  const hidden = 'candidate:2 1 udp 1 198.51.100.1 6000 typ relay raddr 0.0.0.0 rport 0';
  expect(candidatesOf(ada)).toEqual([hidden]);
});

test('[L184] [L170] nor does it in a room that hides addresses, as long as it does', async () => {
  const [ada, ben] = await openPair();
  const { code } = ada.joined.room;
  const hide = (relayOnly: boolean) =>
    ask(ada.socket, 'room:access', { code, access: { ...OPEN_ACCESS, relayOnly } });
  expect(await hide(true)).toMatchObject({ ok: true });
  ben.say(ada.joined);
  await allSettled(ben, ada);
  expect(ada.heard).toEqual([]);
  expect(await hide(false)).toMatchObject({ ok: true });
  ben.say(ada.joined);
  await allSettled(ben, ada);
  expect(candidatesOf(ada)).toEqual([PLAIN]);
});

test('[L33] [L170] signals as text have the limits of all others, and are in time again', async () => {
  await lobby.end();
  const timers = new ManualTimers();
  const signals = { burst: 5, perSecond: 1 };
  lobby = await LobbyUnderTest.start({ timers, limits: { signals } });
  const [ada, ben] = await openPair();
  for (let at = 0; at < 8; at++) ben.say(ada.joined, at % 2 === 0 ? PLAIN : ESCAPED);
  await allSettled(ben, ada);
  expect(ada.heard).toHaveLength(5);
  expect(lobby.server.counters.get('signal/RATE_LIMITED')).toBe(3);
  timers.advance(2000);
  for (let at = 0; at < 3; at++) ben.say(ada.joined);
  await allSettled(ben, ada);
  expect(ada.heard).toHaveLength(7);
});

test('[L33] [L170] a flood of them ends the connection, as any other', async () => {
  const [ada, ben] = await openPair();
  const ended = new Promise((resolve) => ben.socket.once('disconnect', resolve));
  for (let at = 0; at < 400; at++) ben.say(ada.joined);
  await ended;
  await ada.settled();
  expect(ada.heard.length).toBeLessThan(200);
  expect(lobby.server.counters.get('ended/EXPELLED')).toBe(1);
});

test.each([
  ['no JSON', '2["signal",{"to":'],
  ['a key of prototypes', '2["signal",{"__proto__":{"to":"x"}}]'],
  ['nothing', '2["signal",]'],
  ['deep nesting', `2["signal",${'['.repeat(7000)}${']'.repeat(7000)}]`],
])('[L20] [L170] a signal that is %s reaches nobody, and the lobby goes on', async (_, packet) => {
  const [ada, ben] = await openPair();
  for (let i = 0; i < 3; i++) ben.socket.io.engine.write(packet);
  await new Promise((resolve) => ben.socket.once('disconnect', resolve));
  const cy = await open(ada.joined.room.code);
  cy.say(ada.joined);
  await allSettled(cy, ada);
  expect(candidatesOf(ada)).toEqual([PLAIN]);
});
