import { afterEach, expect, test } from 'vitest';
import type { LobbyClient } from '../../game/net/lobby/lobby-client.ts';
import { OPEN_ACCESS, type RoomAccess } from '../../shared/lobby/room-access.ts';
import type { IncomingVoice, VoicePayload } from '../../shared/lobby/voice.ts';
import { ask, honestAuth, LobbyUnderTest, value } from './lobby-under-test.ts';
import { startNodes } from './nodes-under-test.ts';

let running: LobbyUnderTest | null = null;
afterEach(() => running?.end());

async function start(): Promise<LobbyUnderTest> {
  running = await LobbyUnderTest.start();
  return running;
}

const AUDIO = 'v=0\r\nm=audio 9 UDP/TLS/RTP/SAVPF 111\r\n';
const ADDRESS = '203.0.113.77';
const candidates = (candidate: string): VoicePayload => ({
  type: 'candidates',
  candidates: [{ candidate, sdpMid: '0', sdpMLineIndex: 0 }],
});

function hear(client: LobbyClient): IncomingVoice[] {
  const heard: IncomingVoice[] = [];
  client.line.hear('voice', (voice) => heard.push(voice));
  return heard;
}

/** Ana's room, and a socket of Ben's that says what it likes. */
async function meet(hidesAddress = false) {
  const lobby = await start();
  const ana = lobby.client();
  const { room, self } = value(await ana.createRoom('Ana'));
  const ben = lobby.raw({ ...honestAuth(), hidesAddress });
  await ask(ben, 'room:join', { nonce: 'nonce-of-a-test-01', code: room.code, name: 'Ben' });
  const { session } = room.members[0]!;
  const say = (payload: unknown, change: object = {}) =>
    ask(ben, 'voice', { to: self, toSession: session, attempt: 1, payload, ...change });
  const open = (access: Partial<RoomAccess>) =>
    ana.line.ask('room:access', { code: room.code, access: { ...OPEN_ACCESS, ...access } });
  return { lobby, ana, heard: hear(ana), say, open };
}

test('[L157] what two say who talk is handed on between them, with its sender', async () => {
  const { heard, say, ana } = await meet();
  expect(await say({ type: 'ready' })).toEqual({ ok: true, value: {} });
  await say({ type: 'offer', sdp: AUDIO }, { attempt: 3 });
  await say({ type: 'over' });
  await expect.poll(() => heard).toHaveLength(3);
  const ben = ana.joined!.room.members[1]!;
  expect(heard[1]).toEqual({
    from: ben.id,
    fromSession: ben.session,
    attempt: 3,
    payload: { type: 'offer', sdp: AUDIO },
  });
});

test('[L157] nobody talks where strangers come in, or where the host does not want it', async () => {
  const { heard, say, open } = await meet();
  const refused = { ok: false, code: 'VOICE_OFF' };
  value(await open({ visibility: 'public' }));
  expect(await say({ type: 'ready' })).toEqual(refused);
  value(await open({ visibility: 'private', voice: false }));
  expect(await say({ type: 'ready' })).toEqual(refused);
  value(await open({ visibility: 'private' }));
  expect(await say({ type: 'ready' })).toMatchObject({ ok: true });
  await expect.poll(() => heard).toHaveLength(1);
});

test('[L157] nor in a quick room', async () => {
  const lobby = await start();
  const [ana, ben] = [lobby.client(), lobby.client()];
  value(await ana.joinQuick({ name: 'Ana', hand: 'keys' }));
  const { room, self } = value(await ben.joinQuick({ name: 'Ben', hand: 'keys' }));
  const heard = hear(ana);
  const other = room.members.find(({ id }) => id !== self)!;
  expect(
    await ben.line.ask('voice', {
      to: other.id,
      toSession: other.session,
      attempt: 0,
      payload: { type: 'ready' },
    }),
  ).toMatchObject({ ok: false, error: { code: 'VOICE_OFF' } });
  expect(heard).toEqual([]);
});

test('[L157] it goes to one page of the own room, and nowhere else', async () => {
  const { lobby, heard, say, ana } = await meet();
  expect(await say({ type: 'ready' }, { toSession: 77 })).toMatchObject({ code: 'NO_PEER' });
  const ben = ana.joined!.room.members[1]!;
  expect(await say({ type: 'ready' }, { to: ben.id })).toMatchObject({ code: 'NO_PEER' });
  const stranger = lobby.raw();
  const { self, room } = ana.joined!;
  const voice = { to: self, toSession: room.members[0]!.session, attempt: 1 };
  expect(await ask(stranger, 'voice', { ...voice, payload: { type: 'ready' } })).toEqual({
    ok: false,
    code: 'NOT_MEMBER',
  });
  expect(heard).toEqual([]);
});

test.each([
  ['a picture', `${AUDIO}m=video 9 UDP/TLS/RTP/SAVPF 96\r\n`],
  ['two voices', `${AUDIO}${AUDIO}`],
  ['a picture alone', 'v=0\r\nm=video 9 UDP/TLS/RTP/SAVPF 96\r\n'],
  ['a data channel', 'v=0\r\nm=application 9 UDP/DTLS/SCTP webrtc-datachannel\r\n'],
  ['nothing', ''],
  ['a description without an end', `${AUDIO}${'a=x\r\n'.repeat(1000)}`],
])('[L158] %s is no voice, and is handed on to nobody', async (_, sdp) => {
  const { heard, say } = await meet();
  expect(await say({ type: 'offer', sdp })).toMatchObject({ ok: false, code: 'BAD_REQUEST' });
  expect(heard).toEqual([]);
});

test('[L157] a page that hides its address is not told of by its voice either', async () => {
  const { heard, say } = await meet(true);
  await say({ type: 'offer', sdp: `${AUDIO}c=IN IP4 ${ADDRESS}\r\n` });
  await say(candidates(`candidate:1 1 udp 1 ${ADDRESS} 50000 typ host`));
  await say(
    candidates(`candidate:2 1 udp 1 198.51.100.1 60000 typ relay raddr ${ADDRESS} rport 9`),
  );
  await say({ type: 'over' });
  await expect.poll(() => heard).toHaveLength(3);
  expect(JSON.stringify(heard)).not.toContain(ADDRESS);
  expect(JSON.stringify(heard)).toContain('198.51.100.1 60000 typ relay raddr 0.0.0.0 rport 0');
});

test('[L153] voices go from node to node', async () => {
  const { lobby, on } = await startNodes();
  running = lobby;
  const [host, guest] = [on(0), on(1)];
  const { self: ada, room } = value(await host.createRoom('Ada'));
  const { self: ben, room: whole } = value(await guest.joinRoom(room.code, 'Ben'));
  const [byHost, byGuest] = [hear(host), hear(guest)];
  const [adas, bens] = [ada, ben].map((id) => whole.members.find((one) => one.id === id)!.session);
  const payload = { type: 'ready' } as const;
  host.line.post('voice', { to: ben, toSession: bens!, attempt: 0, payload });
  guest.line.post('voice', { to: ada, toSession: adas!, attempt: 0, payload });
  await expect.poll(() => [byHost.length, byGuest.length]).toEqual([1, 1]);
  expect([byHost[0]!.from, byGuest[0]!.from]).toEqual([ben, ada]);
});
