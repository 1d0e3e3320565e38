import { SimulatedRoom } from '../tests/simulation/simulated-room.ts';
import { RoomWire } from './wire/room-wire.ts';

const MATCH_MS = 30_000;

/** On the wire: headers of all layers, acknowledgements and checks of the way. */
export type TrafficFigures = {
  readonly role: 'sequencer' | 'follower';
  readonly packetsPerSecond: number;
  readonly bytesPerSecond: number;
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
  const wire = new RoomWire(room);
  const fromMs = room.network.nowMs;
  room.run(MATCH_MS);
  return room.peers.map(({ id }, place) => {
    const { packets, bytes } = wire.count(id, fromMs, room.network.nowMs);
    const seconds = MATCH_MS / 1000;
    return {
      role: place === 0 ? 'sequencer' : 'follower',
      packetsPerSecond: packets / seconds,
      bytesPerSecond: bytes / seconds,
      kbitPerSecond: (bytes * 8) / 1000 / seconds,
    };
  });
}
