import { afterEach, beforeEach, expect, test } from 'vitest';
import { RoomConnection } from '../../game/net/connect-room.ts';
import type { LinkSetup } from '../../game/net/link/signalled-link.ts';
import type { IncomingSignal, LinkSignal, SignalPayload } from '../../shared/lobby/signal.ts';
import { fakeLinks } from '../links/fake-link.ts';
import { ask, honestAuth, LobbyUnderTest, value } from './lobby-under-test.ts';

const SDP = 'v=0\r\nm=application 9 UDP/DTLS/SCTP webrtc-datachannel\r\n';
const ADDRESS = '203.0.113.77';
const HOST = `candidate:1 1 udp 1 ${ADDRESS} 50000 typ host`;
const RELAYED = `candidate:2 1 udp 1 198.51.100.1 60000 typ relay raddr ${ADDRESS} rport 50000`;

let lobby: LobbyUnderTest;

beforeEach(async () => {
  lobby = await LobbyUnderTest.start();
});

afterEach(() => lobby.end());

const candidate = (text: string): LinkSignal & { type: 'candidate' } => ({
  type: 'candidate',
  candidate: text,
  sdpMid: '0',
  sdpMLineIndex: 0,
});

test('[L141] the lobby lets nothing through that tells where a page is that hides it', async () => {
  const ana = lobby.client();
  const { room } = value(await ana.createRoom('Ana'));
  const heard: IncomingSignal[] = [];
  ana.watchRoom({ onRoom: () => {}, onEnd: () => {}, onSignal: (signal) => heard.push(signal) });
  // A page whose own filter failed.
  const ben = lobby.raw({ ...honestAuth(), hidesAddress: true });
  await ask(ben, 'room:join', { nonce: 'nonce-of-a-test-01', code: room.code, name: 'Ben' });
  const [target] = room.members;
  const bunch = (text: string): SignalPayload => {
    const { type: _, ...one } = candidate(text);
    return { type: 'candidates', candidates: [one] };
  };
  const say = (payload: SignalPayload) =>
    ask(ben, 'signal', {
      to: target!.id,
      toSession: target!.session,
      attempt: 1,
      generation: 1,
      payload,
    });
  const sdp = `${SDP}c=IN IP4 ${ADDRESS}\r\na=${HOST}\r\na=${RELAYED}\r\n`;
  for (const payload of [{ type: 'offer', sdp } as const, bunch(HOST), bunch(RELAYED)]) {
    expect(await say(payload)).toEqual({ ok: true, value: {} });
  }
  await expect.poll(() => heard).toHaveLength(2);
  expect(JSON.stringify(heard)).not.toContain(ADDRESS);
  expect(JSON.stringify(heard)).toContain('198.51.100.1 60000 typ relay raddr 0.0.0.0 rport 0');
});

test('[L141] nor is a way measured to or from such a page', async () => {
  const ben = lobby.raw({ ...honestAuth(), hidesAddress: true });
  const probe = { code: 'PVX7Q2', sdp: SDP };
  expect(await ask(ben, 'probe:offer', probe)).toMatchObject({ ok: false, code: 'NO_PEER' });
});

test('[L141] the page itself makes links over TURN alone, and says nothing else', async () => {
  const ana = lobby.client();
  const ben = lobby.client({ hidesAddress: () => true });
  const { room } = value(await ana.createRoom('Ana'));
  const joined = value(await ben.joinRoom(room.code, 'Ben'));
  const heard: string[] = [];
  ana.watchRoom({
    onRoom: () => {},
    onEnd: () => {},
    onSignal: ({ payload }) => heard.push(JSON.stringify(payload)),
  });
  const setups: LinkSetup[] = [];
  const { makeLink } = fakeLinks();
  const connection = new RoomConnection(ben, joined, {
    makeLink(setup) {
      setups.push(setup);
      return makeLink(setup);
    },
  });
  lobby.alsoEnd(() => connection.close());
  await expect.poll(() => setups.length).toBeGreaterThan(0);
  expect(setups[0]!.turnOnly).toBe(true);
  setups[0]!.onSignal(candidate(HOST));
  setups[0]!.onSignal(candidate(RELAYED));
  await expect.poll(() => heard.join()).toContain('typ relay');
  expect(heard.join()).not.toContain(ADDRESS);
});

test('[L141] a wish that changed is told to the lobby before the next room', async () => {
  let isHidden = false;
  const ana = lobby.client({ hidesAddress: () => isHidden });
  value(await ana.createRoom('Ana'));
  isHidden = true;
  expect(ana.hidesAddress).toBe(false);
  value(await ana.createRoom('Ana'));
  expect(ana.hidesAddress).toBe(true);
  expect(lobby.server.counters.get('connect/OK')).toBe(2);
});

test('[L142] a TURN server that refuses the password is told of once', async () => {
  const ana = lobby.client();
  const ben = lobby.client();
  const { room } = value(await ana.createRoom('Ana'));
  const setups: LinkSetup[] = [];
  const { makeLink } = fakeLinks();
  const joined = value(await ben.joinRoom(room.code, 'Ben'));
  const connection = new RoomConnection(ben, joined, {
    makeLink(setup) {
      setups.push(setup);
      return makeLink(setup);
    },
  });
  lobby.alsoEnd(() => connection.close());
  await expect.poll(() => setups.length).toBeGreaterThan(0);
  setups[0]!.onTurnRefused?.();
  setups[0]!.onTurnRefused?.();
  expect(connection.isTurnRefused).toBe(true);
  await expect.poll(() => lobby.server.counters.get('link/turn-refused')).toBe(1);
});
