import { expect, test } from 'vitest';
import { MATCH, PHASE } from '../../shared/sim/match-state.ts';
import { expectAgreement, isLive } from '../simulation/running-match.ts';
import { SimulatedRoom } from '../simulation/simulated-room.ts';

const FAIR = { delayMs: 40, jitterMs: 8, loss: 0.03, reorder: 0.01, duplicate: 0.01 };

/** A room in the middle of a match whose sequencer is elected by consensus. */
function openMatch(peers: number, seed = 21): SimulatedRoom {
  const room = new SimulatedRoom({ seed, conditions: FAIR, isAgreed: true });
  for (let count = 0; count < peers; count++) room.addPeer();
  expect(room.run(8_000, () => room.peers.every(isLive))).toBe(true);
  for (const { session } of room.peers) session.request({ type: 'ready', ready: true });
  const hasBegun = (): boolean =>
    room.peers.every(
      ({ session }) => session.engine.final.match.ints[MATCH.phase] !== PHASE.stopped,
    );
  expect(room.run(3_000, hasBegun)).toBe(true);
  room.run(3_000);
  return room;
}

/** Milliseconds until everybody alive has final ticks of a later term. */
function measureGap(room: SimulatedRoom): number {
  const startMs = room.network.nowMs;
  const before = Math.max(...room.alive.map(({ session }) => session.engine.final.room.term));
  const goesOn = (): boolean =>
    room.alive.every((peer) => peer.session.engine.final.room.term > before && isLive(peer));
  expect(room.run(10_000, goesOn)).toBe(true);
  return room.network.nowMs - startMs;
}

test('a room of four plays, and all agree', () => {
  const room = openMatch(4);
  expectAgreement(room);
  for (const { session } of room.peers) expect(session.counts.retractions).toBe(0);
});

test('the sequencer crashes with four players: play goes on within 1.5 s', () => {
  const room = openMatch(4);
  room.crash(room.peers[0]!);
  expect(measureGap(room)).toBeLessThan(1_500);
  room.run(5_000);
  expectAgreement(room);
});

test('a hidden sequencer hands over within 200 ms', () => {
  const room = openMatch(4);
  room.peers[0]!.session.setHidden(true);
  expect(measureGap(room)).toBeLessThan(600);
  expectAgreement(room);
});
