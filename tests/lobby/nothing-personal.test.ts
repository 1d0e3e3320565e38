import { io, type Socket } from 'socket.io-client';
import { afterEach, expect, test } from 'vitest';
import { packRelayed } from '../../shared/lobby/relay.ts';
import { NEWS, REQUESTS } from '../../shared/lobby/lobby-events.ts';
import { OPEN_ACCESS } from '../../shared/lobby/room-access.ts';
import type { JoinedRoom } from '../../shared/lobby/room.ts';
import { systemTimers } from '../../lobby-server/timers.ts';
import { honestAuth, LobbyUnderTest } from './lobby-under-test.ts';

const TOKEN = 'a-token-of-the-operator';
/** Each stands for something of a person, wherever it may turn up. */
const MARK = 'Marker';
const ADDRESS = '203.0.113.77';
const WIDE_ADDRESS = '2001:db8:77::77';
const SDP = `v=0\r\no=- ${MARK} 2 IN IP4 ${ADDRESS}\r\nm=application 9 UDP/DTLS/SCTP ${MARK}\r\n`;
const VOICE_SDP = SDP.replace('application 9 UDP/DTLS/SCTP', 'audio 9 UDP/TLS/RTP/SAVPF');
const CANDIDATE = `candidate:1 1 udp 1 ${ADDRESS} 9 typ host ${MARK}`;

let lobby: LobbyUnderTest;
/** What the server knows of people and made up itself: codes, ids, tickets. */
let secrets: Set<string>;
const said = new Set<string>();
let answers = 0;

afterEach(() => lobby.end());

function connect(address: string): Socket {
  const socket = io(lobby.server.url, {
    auth: {
      ...honestAuth(),
      page: `${MARK}-${address.replaceAll(/\W/g, '-')}`.padEnd(16, '0').slice(0, 32),
    },
    extraHeaders: { 'x-forwarded-for': `${address}:4711`, 'user-agent': MARK },
    transports: ['websocket'],
    reconnection: false,
    forceNew: true,
  });
  lobby.alsoEnd(() => socket.disconnect());
  socket.onAny((name: string, news: unknown) => {
    said.add(name);
    keepSecrets(news);
  });
  return socket;
}

/** Strings of some length are ids, codes, tickets, keys or names. */
function keepSecrets(value: unknown): void {
  if (typeof value === 'string') {
    if (value.length >= 6 && !WORDS.has(value) && !CODE_OF_ANSWER.test(value)) secrets.add(value);
  } else if (typeof value === 'object' && value !== null && !ArrayBuffer.isView(value)) {
    for (const inner of Object.values(value)) keepSecrets(inner);
  }
}

const CODE_OF_ANSWER = /^[A-Z]+_[A-Z_]+$/;
const WORDS = new Set([
  'unlisted',
  'public',
  'private',
  'draining',
  'refused',
  'NOT_MEMBER',
  'no-memory',
]);

async function say(socket: Socket, event: string, payload: unknown): Promise<unknown> {
  const answer = (await socket
    .timeout(3000)
    .emitWithAck(event, payload)
    .catch(() => null)) as {
    readonly ok?: boolean;
    readonly value?: unknown;
  } | null;
  if (answer !== null) answers += 1;
  if (answer?.ok === true) keepSecrets(answer.value);
  return answer;
}

/** News that need another turn of events; none of them is logged or counted by itself. */
const UNSAID = new Set(['list:delta', 'probe:answer', 'room:knocked']);

let nonces = 0;
const nonce = (): string => `${MARK}-nonce-${String(nonces++).padStart(8, '0')}`;

/** One page's part in everything that can be asked, right and wrong. */
async function sayAll(host: Socket, guest: Socket, isHostile: boolean): Promise<void> {
  const made = (await say(host, 'room:create', { nonce: nonce(), name: MARK, max: 8 })) as {
    value?: JoinedRoom;
  };
  const code = made.value?.room.code ?? 'PVX7Q2';
  const joined = (await say(guest, 'room:join', {
    nonce: nonce(),
    code,
    name: MARK,
    password: MARK,
  })) as {
    value?: JoinedRoom;
  };
  const peer = joined.value?.self ?? MARK;
  const session = joined.value?.room.members.at(-1)?.session ?? 2;
  const access = { ...OPEN_ACCESS, visibility: 'public', title: MARK } as const;
  const card = {
    teamPlayers: 2,
    players: 1,
    bots: 0,
    spectators: 0,
    match: null,
    map: MARK,
    goalLimit: 3,
    minutes: 5,
    hand: 'touch',
  } as const;
  const mark = { at: 1, term: 1, members: 1 };
  const signal = { to: peer, toSession: session, attempt: 1, generation: 1 };
  const honest: Record<keyof typeof REQUESTS, unknown> = {
    'room:create': null,
    'room:join': null,
    'room:peek': { code, key: `${MARK}-key-000000`.slice(0, 16), guest: MARK },
    'room:resume': { code, ticket: MARK },
    // Before the room is public: there nobody talks.
    voice: { to: peer, toSession: session, attempt: 1, payload: { type: 'offer', sdp: VOICE_SDP } },
    'room:access': { code, access, password: MARK },
    'room:code': { code },
    'room:removed': { code },
    'room:card': { code, card },
    'list:get': { from: null },
    'list:sub': { on: true },
    'probe:offer': { code, sdp: SDP },
    'probe:answer': { probe: nonce(), sdp: SDP },
    'room:elect': { kind: 'ask', term: 1, mark },
    'room:sync': { term: 1, mark, settledLife: 1 },
    signal: { ...signal, payload: { type: 'offer', sdp: SDP } },
    'ice:get': {},
    'link:report': { path: 'direct', upMs: 1 },
    'room:admit': { code, knock: nonce(), isLetIn: true },
    'room:host': { code, peer },
    'room:people': { code },
    'room:forgive': { code, auth: null },
    'room:report': { code, peer, why: 'name' },
    'room:remove': { code, peer },
    'room:leave': { code },
    'queue:join': { nonce: nonce(), name: MARK, hand: 'keys' },
    'queue:leave': { code },
    'queue:near': { hand: 'keyboard', skill: 1000 },
  };
  const one = { candidate: CANDIDATE, sdpMid: MARK, sdpMLineIndex: 0 };
  const candidate = { type: 'candidates', candidates: [one] };
  await say(host, 'signal', { ...signal, payload: candidate });
  for (const to of [session, 4711]) {
    host.emit('relay', packRelayed(to, new TextEncoder().encode(MARK)));
  }
  for (const [event, payload] of Object.entries(honest)) {
    if (payload !== null) await say(host, event, payload);
    if (payload !== null) await say(guest, event, payload);
    // A third of these would end the connection.
    if (isHostile) await say(connect(ADDRESS), event, { [MARK]: ADDRESS, code: MARK });
  }
}

test('[L140] [L36] nothing of a person gets into log or figures, whatever is asked and whatever goes wrong', async () => {
  secrets = new Set();
  let isBroken = false;
  const unixSeconds = (): number => {
    // Only of what an answer is made of: a timer of the server is no request.
    if (isBroken && new Error('where').stack?.includes('IceDesk') === true) {
      throw new Error(`${MARK} ${ADDRESS} ${SDP}`);
    }
    return systemTimers.unixSeconds();
  };
  lobby = await LobbyUnderTest.start({
    environment: {
      PEERBALL_OPERATOR_TOKEN: TOKEN,
      PEERBALL_TRUST_PROXY: '1',
      PEERBALL_PUBLIC_URL: 'http://localhost',
      PEERBALL_TURN_URLS: 'turn:turn.example',
      PEERBALL_TURN_SECRET: 'a secret of sixteen characters',
    },
    timers: { ...systemTimers, unixSeconds },
  });
  const { url, counters } = lobby.server;
  await sayAll(connect(ADDRESS), connect(WIDE_ADDRESS), true);
  const last = connect(ADDRESS);
  await say(last, 'room:create', { nonce: nonce(), name: MARK, max: 8 });
  isBroken = true;
  await sayAll(connect(ADDRESS), connect(WIDE_ADDRESS), false);
  await fetch(`${url}/j/${MARK}?${MARK}#${MARK}`, { headers: { 'x-forwarded-for': ADDRESS } });
  await fetch(`${url}/socket.io/?EIO=${MARK}`, { headers: { 'user-agent': MARK } });
  isBroken = false;
  lobby.server.drain();
  await expect.poll(() => said.has('notice')).toBe(true);

  const headers = { authorization: `Bearer ${TOKEN}` };
  const metrics = await (await fetch(`${url}/metrics`, { headers })).text();
  const told = [...lobby.lines, metrics, JSON.stringify(counters.all())].join('\n');
  // It was driven through all of it, mistakes of the server included.
  for (const event of Object.keys(REQUESTS)) expect(metrics).toContain(`event="${event}"`);
  expect(counters.get('room:join/INTERNAL')).toBeGreaterThan(0);
  expect(lobby.lines.some((line) => line.includes('handler-failed'))).toBe(true);
  expect(answers).toBeGreaterThan(60);
  expect(Object.keys(NEWS).filter((name) => !said.has(name) && !UNSAID.has(name))).toEqual([]);
  expect(secrets.size).toBeGreaterThan(20);

  for (const mark of [
    MARK,
    ADDRESS,
    WIDE_ADDRESS,
    '203.0.113',
    '2001:db8',
    'candidate:',
    'm=application',
  ]) {
    expect(told).not.toContain(mark);
  }
  expect([...secrets].filter((secret) => told.includes(secret))).toEqual([]);
});
