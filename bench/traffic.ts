import { SimulatedRoom } from '../tests/support/simulated-room.ts';

/** IP, UDP, DTLS and SCTP around each message of a data channel. */
const OVERHEAD_BYTES = 93;
const MATCH_MS = 30_000;

export type TrafficFigures = {
  readonly role: 'sequencer' | 'follower';
  readonly packetsPerSecond: number;
  readonly bytesPerSecond: number;
  /** With the overhead of all layers below. */
  readonly kbitPerSecond: number;
};

/**
 * What each peer sends in a simulated match at RTT 100, jitter 10, 2 % loss. Its players change their
 * input three or four times a second; `npm run grid` measures six.
 */
export function measureTraffic(players: number): readonly TrafficFigures[] {
  const conditions = { delayMs: 50, jitterMs: 10, loss: 0.02, reorder: 0, duplicate: 0 };
  const room = new SimulatedRoom({ seed: 4, conditions });
  for (let count = 0; count < players; count++) room.addPeer();
  room.run(8_000);
  for (const { session } of room.peers) session.request({ type: 'ready', ready: true });
  room.run(2_000);
  const before = room.peers.map((peer) => countSent(peer.links.values()));
  room.run(MATCH_MS);
  return room.peers.map((peer, place) => {
    const after = countSent(peer.links.values());
    const seconds = MATCH_MS / 1000;
    const packets = (after.packets - (before[place]?.packets ?? 0)) / seconds;
    const bytes = (after.bytes - (before[place]?.bytes ?? 0)) / seconds;
    return {
      role: place === 0 ? 'sequencer' : 'follower',
      packetsPerSecond: packets,
      bytesPerSecond: bytes,
      kbitPerSecond: ((bytes + packets * OVERHEAD_BYTES) * 8) / 1000,
    };
  });
}

function countSent(links: Iterable<{ sentPackets: number; sentBytes: number }>): {
  packets: number;
  bytes: number;
} {
  let packets = 0;
  let bytes = 0;
  for (const link of links) {
    packets += link.sentPackets;
    bytes += link.sentBytes;
  }
  return { packets, bytes };
}
