import { afterEach, beforeEach, expect, test } from 'vitest';
import { RoomConnection } from '../../game/net/connect-room.ts';
import type { LinkSetup } from '../../game/net/link/signalled-link.ts';
import type { IncomingSignal, LinkSignal, SignalPayload } from '../../shared/lobby/signal.ts';
import { fakeLinks } from '../links/fake-link.ts';
import { OPEN_ACCESS } from '../../shared/lobby/room-access.ts';
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

test('[L184] in a room that hides addresses the lobby lets none through, of whichever page', async () => {
  const ana = lobby.client();
  const { room } = value(await ana.createRoom('Ana'));
  const { code } = room;
  const heard: string[] = [];
  ana.watchRoom({
    onRoom: () => {},
    onEnd: () => {},
    onSignal: ({ payload }) => heard.push(JSON.stringify(payload)),
  });
  const ben = lobby.raw();
  await ask(ben, 'room:join', { nonce: 'nonce-of-a-test-01', code, name: 'Ben' });
  const [target] = room.members;
  const { type: _, ...one } = candidate(HOST);
  const { type: __, ...relayed } = candidate(RELAYED);
  const to = { to: target!.id, toSession: target!.session, attempt: 1, generation: 1 };
  const say = (candidates: object[]) =>
    ask(ben, 'signal', { ...to, payload: { type: 'candidates', candidates } });
  await say([one]);
  await expect.poll(() => heard.length).toBe(1);
  expect(heard[0]).toContain(ADDRESS);
  const access = { ...OPEN_ACCESS, relayOnly: true };
  value(await ana.line.ask('room:access', { code, access }));
  await say([one]);
  await say([one, relayed]);
  await expect.poll(() => heard.length).toBe(2);
  expect(heard[1]).not.toContain(ADDRESS);
  expect(heard[1]).toContain('198.51.100.1 60000 typ relay raddr 0.0.0.0 rport 0');
  value(await ana.line.ask('room:access', { code, access: OPEN_ACCESS }));
  await say([one]);
  await expect.poll(() => heard.length).toBe(3);
  expect(heard[2]).toContain(ADDRESS);
});

test('[L184] its pages hide their addresses, newcomers too, and its way is not measured', async () => {
  const ana = lobby.client();
  const { room } = value(await ana.createRoom('Ana'));
  const { code } = room;
  expect(ana.hidesAddress).toBe(false);
  const access = { ...OPEN_ACCESS, visibility: 'public' as const, relayOnly: true };
  value(await ana.line.ask('room:access', { code, access }));
  await expect.poll(() => ana.hidesAddress).toBe(true);
  expect(ana.access?.turn).toBe(false);
  const ben = lobby.client();
  value(await ben.joinRoom(code, 'Ben'));
  expect([ben.hidesAddress, ben.line.hidesAddress]).toEqual([true, true]);
  const probe = await lobby.client().line.ask('probe:offer', { code, sdp: SDP });
  expect(probe).toEqual({ ok: false, error: { code: 'NO_PEER' } });
  ben.leaveRoom();
  expect([ben.hidesAddress, ben.line.hidesAddress]).toEqual([false, false]);
});

test('[L184] others than the host hide no room, nor with what is no such wish', async () => {
  const ana = lobby.client();
  const { code } = value(await ana.createRoom('Ana')).room;
  const ben = lobby.client();
  value(await ben.joinRoom(code, 'Ben'));
  const access = { ...OPEN_ACCESS, relayOnly: true };
  const refused = { ok: false, error: { code: 'NOT_HOST' } };
  expect(await ben.line.ask('room:access', { code, access })).toEqual(refused);
  for (const relayOnly of ['yes', 1, null, undefined]) {
    const asked = { code, access: { ...OPEN_ACCESS, relayOnly } };
    expect(await ask(lobby.raw(), 'room:access', asked)).toMatchObject({ ok: false });
  }
  expect(ana.hidesAddress).toBe(false);
});
