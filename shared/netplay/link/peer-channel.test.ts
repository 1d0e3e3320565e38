import { expect, test } from 'vitest';
import { parsePeerId } from '../../base/peer-id.ts';
import { toTick } from '../../sim/tick.ts';
import type { ControlMessage } from '../../wire/control-packet.ts';
import type { Packet } from '../../wire/packets.ts';
import { PeerChannel } from './peer-channel.ts';
import { PERFECT, type SimulatedLink, SimulatedNetwork } from './simulated-network.ts';

const BYE = { type: 'bye', mark: { at: toTick(0), term: 0 } } as const;

const ana = parsePeerId('ana')!;
const mert = parsePeerId('mert')!;
const OWN = { sim: 1, wire: 1 };

function createPair(versions = [OWN, OWN], loss = 0) {
  const network = new SimulatedNetwork(5);
  const conditions = { ...PERFECT, delayMs: 20, loss };
  const links = network.connect(ana, mert, conditions);
  const channels = links.map(
    (link, index) => new PeerChannel(link, { room: 9, nowMs: 0, versions: versions[index]! }),
  );
  const packets: Packet[] = [];
  const messages: ControlMessage[] = [];
  const run = (ms: number): void => {
    const end = network.nowMs + ms;
    while (network.nowMs < end) {
      network.advance(network.nowMs + 16);
      for (const channel of channels) {
        channel.receive(
          network.nowMs,
          (packet) => packets.push(packet),
          (message) => messages.push(message),
        );
        channel.advance(network.nowMs);
      }
    }
  };
  return { network, links: links as readonly SimulatedLink[], channels, packets, messages, run };
}

test('[W3] two peers of one version greet each other, also over a link that loses half', () => {
  const { channels, messages, run } = createPair([OWN, OWN], 0.5);
  channels[0]!.sendControl({ type: 'join', name: 'Ana', fresh: true });
  run(3000);
  expect(channels.map((channel) => channel.state.state)).toEqual(['ready', 'ready']);
  expect(messages).toEqual([{ type: 'join', name: 'Ana', fresh: true }]);
});

test('[W3] greeting ends: a ready link with nothing to say stays silent', () => {
  const { channels, links, run } = createPair();
  run(1000);
  let sent = 0;
  const send = links[0]!.send.bind(links[0]);
  links[0]!.send = (bytes) => {
    sent += 1;
    return send(bytes);
  };
  run(1000);
  expect(channels[0]!.isReady).toBe(true);
  expect(sent).toBe(0);
});

test('[W3] another version is told to both sides, with who has to reload', () => {
  for (const [sim, wire] of [
    [2, 1],
    [1, 2],
    [9, 2],
  ] as const) {
    const { channels, run } = createPair([OWN, { sim, wire }]);
    run(500);
    expect(channels[0]!.state).toEqual({ state: 'mismatch', remoteNewer: true });
    expect(channels[1]!.state).toEqual({ state: 'mismatch', remoteNewer: false });
  }
});

test('[W7] packets of another room are dropped', () => {
  const network = new SimulatedNetwork(1);
  const [near, far] = network.connect(ana, mert);
  const channels = [
    new PeerChannel(near, { room: 1, nowMs: 0 }),
    new PeerChannel(far, { room: 2, nowMs: 0 }),
  ];
  let heard = 0;
  for (let nowMs = 0; nowMs < 1000; nowMs += 16) {
    network.advance(nowMs);
    for (const channel of channels) {
      channel.receive(
        nowMs,
        () => (heard += 1),
        () => (heard += 1),
      );
      channel.advance(nowMs);
      channel.send(BYE, nowMs);
    }
  }
  expect(heard).toBe(0);
});

test('[W7] three malformed packets in a second close the link, a flood is cut off', () => {
  const { channels, links, packets, run } = createPair();
  run(500);
  for (let count = 0; count < 500; count++) channels[0]!.send(BYE, 500);
  run(100);
  expect(packets.length).toBeLessThanOrEqual(240);
  run(2000);
  for (let count = 0; count < 3; count++) links[0]!.send(Uint8Array.of(0xe0, count));
  run(100);
  expect(channels[1]!.state).toEqual({ state: 'closed' });
  expect(channels[1]!.malformed).toBe(3);
});
