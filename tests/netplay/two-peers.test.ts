import { isInPlay } from '../simulation/in-play.ts';
import { expect, test } from 'vitest';
import { BALL_DISC } from '../../shared/sim/match-state.ts';
import { PERFECT } from '../../shared/netplay/link/simulated-network.ts';
import { SimulatedRoom } from '../simulation/simulated-room.ts';

const BAD = { delayMs: 50, jitterMs: 15, loss: 0.05, reorder: 0.03, duplicate: 0.02 };

function startTwo(seed: number, conditions = PERFECT): SimulatedRoom {
  const room = new SimulatedRoom({ seed, conditions });
  room.addPeer();
  room.run(500);
  room.addPeer();
  const areLive = (): boolean => room.peers.every((peer) => peer.session.state.state === 'live');
  expect(room.run(5_000, areLive)).toBe(true);
  for (const peer of room.peers) peer.session.request({ type: 'ready', ready: true });
  const { final } = room.peers[1]!.session.engine;
  expect(room.run(6_000, () => isInPlay(final.match))).toBe(true);
  return room;
}

test('two peers meet, get ready and play the same match over a bad network', () => {
  const room = startTwo(1, BAD);
  room.run(30_000);
  const [a, b] = room.peers.map((peer) => peer.session.engine);
  expect(room.witness.differences).toEqual([]);
  const hashes = new Map(a!.hashes.entries());
  const common = b!.hashes.entries().filter(([tick]) => hashes.has(tick));
  expect(common.length).toBeGreaterThan(20);
  for (const [tick, hash] of common) expect([tick, hashes.get(tick)]).toEqual([tick, hash]);
});

test('both clocks show the same tick, and final ticks follow the present closely', () => {
  const room = startTwo(2, BAD);
  room.run(10_000);
  const [a, b] = room.peers.map((peer) => peer.session);
  expect(Math.abs(a!.world.tick - b!.world.tick)).toBeLessThanOrEqual(2);
  expect(a!.world.tick - a!.engine.final.tick).toBeLessThanOrEqual(18);
  expect(b!.world.tick - b!.engine.final.tick).toBeLessThanOrEqual(30);
});

test("a player's input moves its disc on the other side", () => {
  const room = startTwo(3, BAD);
  const ball = (place: number): number => room.peers[place]!.session.world.match.discs[BALL_DISC]!;
  room.run(20_000, () => Math.abs(ball(0)) > 20);
  expect(Math.abs(ball(0))).toBeGreaterThan(20);
  expect(Math.abs(ball(1) - ball(0))).toBeLessThan(60);
});
