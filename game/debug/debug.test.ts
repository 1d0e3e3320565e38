import { expect, test } from 'vitest';
import { SimulatedRoom } from '../../tests/simulation/simulated-room.ts';
import { BrokenDeterminism } from './break-determinism.ts';
import { FrameTimes } from './frame-times.ts';
import { makeReport } from './stats-report.ts';
import { StatsSampler } from './stats-sampler.ts';

const LONG_WAY = { delayMs: 40, jitterMs: 5, loss: 0, reorder: 0, duplicate: 0 };

function makeRoom(): SimulatedRoom {
  const room = new SimulatedRoom({ seed: 5, conditions: LONG_WAY });
  room.addPeer();
  room.run(500);
  room.addPeer();
  const areLive = (): boolean => room.peers.every((peer) => peer.session.state.state === 'live');
  expect(room.run(5_000, areLive)).toBe(true);
  room.run(5_000);
  return room;
}

/** Hashes of the newest checkpoint that both have, while everything is in order. */
function newestHashes(room: SimulatedRoom): readonly (number | undefined)[] {
  const [a, b] = room.peers.map((peer) => peer.session.engine.hashes);
  const index = Math.min(a!.newest, b!.newest);
  return [a!.get(index), b!.get(index)];
}

test('a follower that computes something else is noticed within two seconds and repaired', () => {
  const room = makeRoom();
  const follower = room.peers[1]!.session;
  const broken = new BrokenDeterminism(follower, 0);
  expect(broken.look(10)).toEqual({ state: 'broken' });
  expect(room.run(2_000, () => broken.look(700).state === 'repaired')).toBe(true);
  expect(broken.look(9_999)).toEqual({ state: 'repaired', afterMs: 700 });
  room.run(3_000);
  const [own, other] = newestHashes(room);
  expect(own).toBeDefined();
  expect(own).toBe(other);
});

test('when the sequencer computes something else the others take its state', () => {
  const room = makeRoom();
  const broken = new BrokenDeterminism(room.peers[0]!.session, 0);
  expect(room.run(2_500, () => broken.look(700).state === 'spread')).toBe(true);
  room.run(3_000);
  const [own, other] = newestHashes(room);
  expect(own).toBe(other);
});

test('the statistics name the sequencer, the round trip and what is final', () => {
  const room = makeRoom();
  const [host, follower] = room.peers.map((peer) => peer.session);
  const view = new StatsSampler().read(follower!, [], 0);
  const { name } = host!.world.room.members[0]!;
  expect(view.sequencerName).toBe(name);
  expect(view.session).toMatchObject({ isSequencer: false });
  expect(view.session!.finalTick).toBeLessThanOrEqual(view.tick);
  expect(view.session!.counts.deadlineTicks).toBeGreaterThan(0);
  expect(view.links[0]).toMatchObject({ name });
  expect(view.links[0]!.rttMs).toBeGreaterThan(60);
  expect(host!.stats().isSequencer).toBe(true);
});

test('a report has versions and names, and tells of nobody what the lobby calls them', () => {
  const room = makeRoom();
  const { session, id } = room.peers[1]!;
  const report = makeReport(new StatsSampler().read(session, [], 0), session.state, 50);
  expect(JSON.parse(report)).toMatchObject({ game: 'Peerball', lagMs: 50, versions: {} });
  // Joining took one snapshot; another one would be a repair.
  expect(JSON.parse(report)).toMatchObject({ session: { loads: 1 } });
  for (const peer of room.peers) expect(report).not.toContain(`"${peer.id}"`);
  expect(report).not.toContain(`"${id}"`);
});

test('of the last frames the quantiles are told', () => {
  const frames = new FrameTimes();
  expect(frames.quantile(0.5)).toBe(0);
  for (let index = 0, nowMs = 0; index <= 100; index += 1, nowMs += index) frames.mark(nowMs);
  expect(frames.quantile(0.5)).toBe(50);
  expect(frames.quantile(0.95)).toBe(95);
});
