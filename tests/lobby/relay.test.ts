import { afterEach, describe, expect, test } from 'vitest';
import type { LobbyClient } from '../../game/net/lobby/lobby-client.ts';
import { readRelayFrame } from '../../game/net/link/relay-frame.ts';
import { RelayLink } from '../../game/net/link/relay-link.ts';
import { pageTimers } from '../../game/time/timers.ts';
import { packRelayed, toRelayText, type Relayed } from '../../shared/lobby/relay.ts';
import { LINK_RULES, type LinkPair } from '../../shared/netplay/link/link.contract.ts';
import { ask, honestAuth, LobbyUnderTest, roomWhere, value } from './lobby-under-test.ts';
import { SlowProxy, type ProxyWay } from '../faults/slow-proxy.ts';
import { ManualTimers } from './manual-timers.ts';

let lobby: LobbyUnderTest;

afterEach(() => lobby.end());

type Seat = { readonly client: LobbyClient; readonly session: number; readonly heard: Relayed[] };

async function seats(url = lobby.server.url): Promise<readonly [Seat, Seat]> {
  const clients = [lobby.client({ url }), lobby.client({ url })] as const;
  const { room } = value(await clients[0].createRoom('Ada'));
  value(await clients[1].joinRoom(room.code, 'Bob'));
  await roomWhere(clients[0], ({ members }) => members.length === 2);
  return [seatOf(clients[0]), seatOf(clients[1])];
}

function seatOf(client: LobbyClient): Seat {
  const { self, room } = client.joined!;
  const heard: Relayed[] = [];
  client.watchRoom({
    onRoom: () => {},
    onSignal: () => {},
    onEnd: () => {},
    onRelayed: ({ session, frame }) => heard.push({ session, frame: frame.slice() }),
  });
  return { client, session: room.members.find(({ id }) => id === self)!.session, heard };
}

/** The answer to one more request tells that the lobby has taken in all that was sent before it. */
const settled = (client: LobbyClient): Promise<unknown> => client.fetchIce();

function endOf(own: Seat, other: Seat, onOpen: () => void): RelayLink {
  const { room } = own.client.joined!;
  const link = new RelayLink({
    remote: room.members.find(({ session }) => session === other.session)!.id,
    generation: 1,
    timers: pageTimers,
    sendFrame: (frame) => own.client.relay(other.session, frame),
    onOpen,
    onRemoteClose: () => {},
  });
  own.client.watchRoom({
    onRoom: () => {},
    onSignal: () => {},
    onEnd: () => {},
    onRelayed: (relayed) => link.accept(readRelayFrame(relayed.frame)!),
  });
  return link;
}

async function openPair(): Promise<LinkPair> {
  lobby = await LobbyUnderTest.start();
  const [ada, bob] = await seats();
  const opened: Promise<void>[] = [];
  const open = (own: Seat, other: Seat): RelayLink => {
    let isOpen = (): void => {};
    opened.push(new Promise((resolve) => (isOpen = resolve)));
    return endOf(own, other, isOpen);
  };
  const near = open(ada, bob);
  const far = open(bob, ada);
  expect(near.send(Uint8Array.of(1))).toBe(false);
  near.probe();
  await Promise.all(opened);
  return {
    near,
    far,
    nowMs: pageTimers.now,
    pass: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  };
}

describe('[L26] a link through the lobby keeps the same contract as any other', () => {
  test.each(LINK_RULES)('$name', async ({ check }) => {
    expect(await check(await openPair())).toBeNull();
  });
});

test('[L26] a frame reaches the one page it names, with the page it is from', async () => {
  lobby = await LobbyUnderTest.start();
  const [ada, bob] = await seats();
  const cyClient = lobby.client();
  value(await cyClient.joinRoom(ada.client.joined!.room.code, 'Cy'));
  const cy = seatOf(cyClient);
  expect(ada.client.relay(bob.session, Uint8Array.of(7, 8))).toBe(true);
  await settled(ada.client);
  await Promise.all([settled(bob.client), settled(cyClient)]);
  expect(bob.heard).toEqual([{ session: ada.session, frame: Uint8Array.of(7, 8) }]);
  expect([...ada.heard, ...cy.heard]).toEqual([]);
  expect(lobby.server.counters.get('relay/bytes')).toBe(2);
});

test('[L26] a lobby that does not relay says so at joining, and to whoever tries it all the same', async () => {
  lobby = await LobbyUnderTest.start({ environment: { PEERBALL_RELAY: 'off' } });
  const [ada, bob] = await seats();
  expect(ada.client.joined?.relay).toBe(false);
  const refused = new Promise((resolve) => {
    ada.client.watchRoom({
      onRoom: () => {},
      onSignal: () => {},
      onEnd: () => {},
      onRelayRefused: resolve,
    });
  });
  ada.client.relay(bob.session, Uint8Array.of(1));
  expect(await refused).toEqual({ toSession: bob.session, code: 'RELAY_OFF' });
  expect(bob.heard).toEqual([]);
});

test('[L26] a page that was replaced neither sends nor hears frames any more', async () => {
  lobby = await LobbyUnderTest.start();
  const [ada, bob] = await seats();
  const { code } = ada.client.joined!.room;
  let guest = '';
  const first = lobby.raw();
  first.once('welcome', (news: { guest: string }) => ({ guest } = news));
  await ask(first, 'room:join', { nonce: 'nonce-nonce-nonce', code, name: 'Cy' });
  const second = lobby.raw({ ...honestAuth(), guest });
  await ask(second, 'room:join', { nonce: 'nonce-nonce-other', code, name: 'Cy' });
  const refused = new Promise((resolve) => first.once('relay:refused', resolve));
  first.emit('relay', packRelayed(ada.session, Uint8Array.of(1)));
  expect(await refused).toEqual({ toSession: ada.session, code: 'NOT_MEMBER' });
  second.emit('relay', packRelayed(ada.session, Uint8Array.of(2)));
  await ask(second, 'ice:get', {});
  await settled(ada.client);
  expect(ada.heard.map(({ frame }) => [...frame])).toEqual([[2]]);
  expect(bob.heard).toEqual([]);
});

test('[L38] what a pair sends beyond its share is dropped, and nobody is put out for it', async () => {
  lobby = await LobbyUnderTest.start({
    timers: new ManualTimers(),
    limits: {
      relayedToPage: { burst: 5, perSecond: 1 },
      relayedBytesToPage: { burst: 1000, perSecond: 1 },
    },
  });
  const [ada, bob] = await seats();
  for (let i = 0; i < 8; i++) ada.client.relay(bob.session, Uint8Array.of(i));
  await settled(ada.client);
  await settled(bob.client);
  expect(bob.heard).toHaveLength(5);
  // The way back is another share, and ends here by its bytes.
  for (let i = 0; i < 3; i++) bob.client.relay(ada.session, new Uint8Array(400));
  await settled(bob.client);
  await settled(ada.client);
  expect(ada.heard).toHaveLength(2);
  expect(lobby.server.counters.get('relay/RATE_LIMITED')).toBe(4);
  expect(lobby.server.counters.get('ended/EXPELLED')).toBe(0);
});

test('[L143] all of one address together relay so much and no more', async () => {
  lobby = await LobbyUnderTest.start({
    timers: new ManualTimers(),
    limits: { relayedOfPrefix: { burst: 6, perSecond: 1 } },
  });
  const [ada, bob] = await seats();
  for (let i = 0; i < 5; i++) ada.client.relay(bob.session, Uint8Array.of(i));
  await settled(ada.client);
  for (let i = 0; i < 5; i++) bob.client.relay(ada.session, Uint8Array.of(i));
  await settled(bob.client);
  expect(lobby.server.counters.get('relay/OK')).toBe(6);
  expect(lobby.server.counters.get('relay/RATE_LIMITED')).toBe(4);
});

test('[L38] frames cost nothing of what else a game may ask', async () => {
  lobby = await LobbyUnderTest.start({
    timers: new ManualTimers(),
    limits: { events: { burst: 6, perSecond: 1 } },
  });
  const [ada, bob] = await seats();
  for (let i = 0; i < 50; i++) ada.client.relay(bob.session, Uint8Array.of(i));
  value(await ada.client.fetchIce());
  expect(lobby.server.counters.get('relay/OK')).toBe(50);
});

test('[L38] frames for a page that reads too slowly are dropped before it is put out', async () => {
  lobby = await LobbyUnderTest.start({
    limits: {
      relayedToPage: { burst: 1e6, perSecond: 1 },
      relayedBytesToPage: { burst: 1e9, perSecond: 1 },
    },
  });
  const ada = lobby.client();
  const { room } = value(await ada.createRoom('Ada'));
  const slow = await joinAndStopReading(room.code);
  const { members } = await roomWhere(ada, (now) => now.members.length === 2);
  for (let i = 0; i < 300; i++) {
    ada.relay(members[1]!.session, new Uint8Array(1100));
    if (i % 20 === 0) await settled(ada);
  }
  await settled(ada);
  const { counters } = lobby.server;
  expect(counters.get('relay/CLOGGED')).toBeGreaterThan(200);
  expect(counters.get('ended/SLOW_READER')).toBe(0);
  expect((await fetch(slow)).ok).toBe(true);
});

/** A page over long polling that takes nothing more once it has joined. */
async function joinAndStopReading(code: string): Promise<string> {
  const polling = `${lobby.server.url}/socket.io/?EIO=4&transport=polling`;
  const opened = await (await fetch(polling)).text();
  const { sid } = JSON.parse(opened.slice(1)) as { sid: string };
  const own = `${polling}&sid=${sid}`;
  const request = JSON.stringify(['room:join', { nonce: 'nonce-nonce-nonce', name: 'Bob', code }]);
  for (const body of [`40${JSON.stringify(honestAuth())}`, `420${request}`]) {
    await fetch(own, { method: 'POST', body });
    await (await fetch(own)).text();
  }
  return own;
}

/** A way to the lobby that knows no websockets. */
async function withoutWebsockets(upgrades: ProxyWay['upgrades']): Promise<string> {
  const proxy = new SlowProxy(() => lobby.server.port, { delayMs: 5, upgrades });
  lobby.alsoEnd(() => proxy.close());
  return proxy.listen();
}

test('[L76] over long polling frames of one turn arrive together, whole and in order', async () => {
  lobby = await LobbyUnderTest.start();
  const [ada, bob] = await seats(await withoutWebsockets('refuse'));
  const turns: number[] = [];
  bob.client.watchRoom({
    onRoom: () => {},
    onSignal: () => {},
    onEnd: () => {},
    onRelayed: () => {
      turns.push(bob.heard.length);
      queueMicrotask(() => turns.push(0));
    },
  });
  for (let n = 0; n < 6; n++) ada.client.relay(bob.session, Uint8Array.of(n, 255, 0));
  await settled(ada.client);
  await settled(bob.client);
  expect(bob.heard.map(({ frame }) => [...frame])).toEqual(
    [0, 1, 2, 3, 4, 5].map((n) => [n, 255, 0]),
  );
  expect(bob.heard.every(({ session }) => session === ada.session)).toBe(true);
  // All six before anything else ran.
  expect(turns.slice(0, 6)).toEqual([1, 2, 3, 4, 5, 6]);
});

test('[L77] where the request for a websocket hangs for ever the lobby is reached all the same', async () => {
  lobby = await LobbyUnderTest.start();
  const client = lobby.client({ url: await withoutWebsockets('swallow') });
  expect((await client.createRoom('Ada')).ok).toBe(true);
});

test('[L76] each frame that came with others counts, and too many at once are a malformed message', async () => {
  lobby = await LobbyUnderTest.start({ limits: { relayed: { burst: 3, perSecond: 0.01 } } });
  const [ada, bob] = await seats();
  const eve = lobby.raw();
  await ask(eve, 'room:join', {
    nonce: 'nonce-nonce-nonce',
    code: ada.client.joined!.room.code,
    name: 'Eve',
  });
  const text = toRelayText(packRelayed(bob.session, Uint8Array.of(9)));
  eve.emit('relay', ...Array<string>(5).fill(text));
  eve.emit('relay', ...Array<string>(129).fill(text));
  await ask(eve, 'ice:get', {});
  await settled(bob.client);
  expect(bob.heard).toHaveLength(3);
  expect(lobby.server.counters.get('relay/FLOOD')).toBe(1);
  expect(lobby.server.counters.get('relay/BAD_REQUEST')).toBe(1);
});
