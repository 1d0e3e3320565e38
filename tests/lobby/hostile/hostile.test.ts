import type { Socket } from 'socket.io-client';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Limits } from '../../../lobby-server/limits/limits.ts';
import { packRelayed } from '../../../shared/lobby/relay.ts';
import { hostileFrame } from './hostile-frames.ts';
import { ask, honestAuth, LobbyUnderTest, roomWhere, value } from '../lobby-under-test.ts';
import { seededRandom } from './seeded-random.ts';

const FRAMES = Number(process.env['PEERBALL_HOSTILE_FRAMES'] ?? 3000);
const SEED = Number(process.env['PEERBALL_SEED'] ?? 1);

let lobby: LobbyUnderTest;
let strangersHeard: unknown[];
let victim: { code: string; member: string };

beforeEach(() => setUp({}));

async function setUp(limits: Partial<Limits>): Promise<void> {
  lobby = await LobbyUnderTest.start({ limits });
  const ada = lobby.client();
  const { room, self } = value(await ada.createRoom('Ada'));
  const bob = lobby.client();
  value(await bob.joinRoom(room.code, 'Bob'));
  await roomWhere(ada, ({ members }) => members.length === 2);
  strangersHeard = [];
  const hear = (what: unknown): void => void strangersHeard.push(what);
  for (const member of [ada, bob]) {
    member.watchRoom({ onRoom: hear, onSignal: hear, onEnd: hear, onRelayed: hear });
  }
  victim = { code: room.code, member: self };
}

afterEach(() => lobby.end());

async function stillServes(): Promise<void> {
  const { room } = value(await lobby.client().createRoom('Cy'));
  value(await lobby.client().joinRoom(room.code, 'Di'));
}

const ended = (socket: Socket) =>
  new Promise((resolve) => {
    socket.once('disconnect', resolve);
  });

const refused = { ok: false, code: 'BAD_REQUEST' };

test.each([
  ['null', 'room:create', null],
  ['nothing of what is needed', 'room:create', {}],
  ['an unknown field', 'room:leave', { code: 'PVX7Q2', extra: 1 }],
  ['another type', 'room:join', { nonce: 1, code: [], name: {} }],
  ['an unknown event', 'relays', {}],
  ['the name of an inherited property', 'toString', {}],
])('[L20] a message with %s is refused and nothing else happens', async (_case, event, payload) => {
  expect(await ask(lobby.raw(), event, payload)).toEqual(refused);
  await stillServes();
});

test('[L20] three messages that cannot be answered end the connection', async () => {
  const socket = lobby.raw();
  const gone = ended(socket);
  for (let i = 0; i < 3; i++) socket.emit('room:create', { name: 'Eve' });
  await gone;
  expect(lobby.server.counters.get('room:create/NO_ACK')).toBe(3);
  await stillServes();
});

test('[L32] a message over 16 KB ends the connection', async () => {
  const socket = lobby.raw();
  const gone = ended(socket);
  socket.emit('room:join', { name: 'x'.repeat(20_000) }, () => {});
  await gone;
  await stillServes();
});

test.each([
  ['null', null],
  ['nothing at all', {}],
  ['no page', { ...honestAuth(), page: undefined }],
  ['a list as a guest', { ...honestAuth(), guest: [] }],
  ['a version that is no number', { ...honestAuth(), lobbyVersion: 'one' }],
])('[L20] a handshake with %s is refused', async (_case, auth) => {
  const socket = lobby.raw(auth as object);
  const error = await new Promise<Error & { data?: unknown }>((resolve) => {
    socket.once('connect_error', resolve);
  });
  expect(error.data).toMatchObject({ code: 'BAD_REQUEST' });
  await stillServes();
});

test('[L21] a signal reaches nobody outside the own room, however it is forged', async () => {
  const socket = lobby.raw();
  const candidates = [{ candidate: 'c', sdpMid: null, sdpMLineIndex: null }];
  const payload = { type: 'candidates', candidates };
  const signal = { to: victim.member, toSession: 1, attempt: 1, generation: 1, payload };
  expect(await ask(socket, 'signal', signal)).toEqual({ ok: false, code: 'NOT_MEMBER' });

  await ask(socket, 'room:create', { nonce: 'nonce-nonce-nonce', name: 'Eve', max: 2 });
  expect(await ask(socket, 'signal', signal)).toEqual({ ok: false, code: 'NO_PEER' });
  expect(await ask(socket, 'signal', { ...signal, from: victim.member })).toEqual(refused);
  expect(strangersHeard).toEqual([]);
});

test('[L26] a frame reaches nobody outside the own room', async () => {
  const socket = lobby.raw();
  const refusals: unknown[] = [];
  socket.on('relay:refused', (refusal) => void refusals.push(refusal));
  // Sessions are counted in each room: the victims have these numbers too.
  const frames = [1, 2].map((session) => packRelayed(session, Uint8Array.of(1)));
  for (const frame of frames) socket.emit('relay', frame);
  await ask(socket, 'room:create', { nonce: 'nonce-nonce-nonce', name: 'Eve', max: 2 });
  for (const frame of frames) socket.emit('relay', frame);
  await ask(socket, 'ice:get', {});
  expect(refusals).toEqual([
    { toSession: 1, code: 'NOT_MEMBER' },
    { toSession: 2, code: 'NOT_MEMBER' },
    { toSession: 1, code: 'NO_PEER' },
    { toSession: 2, code: 'NO_PEER' },
  ]);
  expect(strangersHeard).toEqual([]);
});

test.each([
  ['is text that is no base64', ['AAAA-AAAA!']],
  ['is too large as text', ['A'.repeat(1500)]],
  ['is an object', [{ session: 1, frame: [1] }]],
  ['is too large', [new Uint8Array(1109)]],
  ['has no frame', [new Uint8Array(4)]],
  ['comes with more', [packRelayed(1, Uint8Array.of(1)), 1]],
  ['wants an answer', [packRelayed(1, Uint8Array.of(1)), () => {}]],
  ['is nothing', []],
])('[L26] three times a frame that %s ends the connection', async (_case, message) => {
  const socket = lobby.raw();
  const gone = ended(socket);
  for (let i = 0; i < 3; i++) socket.emit('relay', ...message);
  await gone;
  expect(lobby.server.counters.get('relay/BAD_REQUEST')).toBe(3);
  expect(strangersHeard).toEqual([]);
  await stillServes();
});

test('[L38] a flood of frames ends the connection', async () => {
  await lobby.end();
  await setUp({ relayed: { burst: 10, perSecond: 1 } });
  const socket = lobby.raw();
  const gone = ended(socket);
  for (let i = 0; i < 14; i++) socket.emit('relay', packRelayed(1, Uint8Array.of(i)));
  await gone;
  expect(lobby.server.counters.get('relay/FLOOD')).toBe(3);
  expect(strangersHeard).toEqual([]);
  await stillServes();
});

test('[L31] servers and passwords are for members only', async () => {
  expect(await ask(lobby.raw(), 'ice:get', {})).toEqual({ ok: false, code: 'NOT_MEMBER' });
});

/** Well-formed for nobody: broken Socket.IO packets, reserved names, other namespaces. */
const BROKEN_PACKETS = [
  '',
  '4',
  '40',
  '40/admin,{}',
  '42',
  '42{}',
  '42[]',
  '42[null]',
  '42[{}]',
  '42["disconnect"]',
  '42["error","x"]',
  '42["room:create"',
  '421["room:create",null]',
  '42999999999999999999["signal",{}]',
  '43[]',
  '431["x"]',
  '44{"data":1}',
  '451-["signal",{"_placeholder":true,"num":0}]',
  '4599-["signal",{"_placeholder":true,"num":7}]',
  'b4AAAA',
  '2probe',
  '6',
  '\u001e\u001e\u001e',
  '9',
];

test('[L20] broken packets end at most the connection that sent them', async () => {
  const polling = `${lobby.server.url}/socket.io/?EIO=4&transport=polling`;
  for (const packet of BROKEN_PACKETS) {
    for (const hello of ['', `40${JSON.stringify(honestAuth())}`]) {
      const opened = await (await fetch(polling)).text();
      const { sid } = JSON.parse(opened.slice(1)) as { sid: string };
      const post = (body: string) => fetch(`${polling}&sid=${sid}`, { method: 'POST', body });
      if (hello !== '') await post(hello);
      await (await post(packet)).text();
    }
  }
  await stillServes();
  expect(strangersHeard).toEqual([]);
});

test.each([
  ['are expelled', {}],
  // Otherwise most of what follows the third strike would never be looked at.
  ['are suffered', { strikes: 1e9, events: { burst: 1e9, perSecond: 1 } }],
])(
  `[L20] ${FRAMES} hostile messages (seed ${SEED}) whose senders %s reach no stranger`,
  { timeout: 20_000 + FRAMES * 5 },
  async (_case, limits) => {
    await lobby.end();
    await setUp(limits);
    const random = seededRandom(SEED);
    let socket = lobby.raw();
    let answers = 0;
    for (let sent = 0; sent < FRAMES;) {
      if (!socket.connected) {
        socket.disconnect();
        socket = lobby.raw();
        await new Promise<void>((resolve) => {
          socket.once('connect', resolve);
        });
      }
      const gone = ended(socket);
      for (let i = 0; i < 20; i++, sent++) {
        const { event, payload, withAck } = hostileFrame(random, victim);
        const ack = (): void => void answers++;
        socket.emit(event, ...payload, ...(withAck ? [ack] : []));
      }
      // The answer to one more tells that the server has taken in all before it.
      await Promise.race([gone, ask(socket, 'ice:get', {}).catch(() => null)]);
    }
    expect(answers).toBeGreaterThan(FRAMES / 20);
    expect(strangersHeard).toEqual([]);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
    expect(lobby.lines.filter((line) => line.includes('error'))).toEqual([]);
    await stillServes();
  },
);
