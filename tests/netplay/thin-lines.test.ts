import { expect, test } from 'vitest';
import { beginMatch, expectAgreement } from '../simulation/running-match.ts';
import { runSoak } from '../simulation/soak-run.ts';
import { type SimulatedPeer, SimulatedRoom } from '../simulation/simulated-room.ts';

const FAIR = { delayMs: 25, jitterMs: 3, loss: 0.005, reorder: 0, duplicate: 0 };
/** The box at home holds so much of what it cannot send. */
const QUEUE_S = 1;
const STALLED_MAX = 0.01;
/** Ticks of a second. */
const TICKS = 60;

function openRoom(peers: number, seed: number): SimulatedRoom {
  const room = new SimulatedRoom({ seed, conditions: FAIR, withLobby: true });
  room.lobby.latencyMs = 30;
  return beginMatch(room, peers);
}

function makeThin(room: SimulatedRoom, { id }: SimulatedPeer, kbitPerSecond: number): void {
  const queueBytes = (QUEUE_S * kbitPerSecond * 1_000) / 8;
  room.network.setUplink(id, { kbitPerSecond, queueBytes });
}

function countSent({ links }: SimulatedPeer): number {
  return [...links.values()].reduce((sum, { sentPackets }) => sum + sentPackets, 0);
}

/** Packets a second that this peer sends for so long. */
function measureRate(room: SimulatedRoom, peer: SimulatedPeer, seconds: number): number {
  const before = countSent(peer);
  room.run(seconds * 1_000);
  return (countSent(peer) - before) / seconds;
}

/** When, in seconds from now, the room got another sequencer while `seconds` went by. */
function watchHandovers(room: SimulatedRoom, seconds: number): number[] {
  const startMs = room.network.nowMs;
  const { engine } = room.peers.at(-1)!.session;
  let { sequencer } = engine.room;
  const times: number[] = [];
  room.run(seconds * 1_000, () => {
    if (engine.room.sequencer !== sequencer) times.push((room.network.nowMs - startMs) / 1_000);
    ({ sequencer } = engine.room);
    return false;
  });
  return times;
}

function stalledShare(peers: readonly SimulatedPeer[], seconds: number): number {
  const stalls = peers.map(({ session }) => session.counts.stalledTicks);
  return Math.max(...stalls) / (seconds * TICKS);
}

test.each([1, 2])(
  '[N57] [N58] a sequencer of eight with 128 kbit/s up sends less and hands its part over within 5 s, once (%i)',
  (seed) => {
    const room = openRoom(8, seed);
    const [host, ...others] = room.peers;
    makeThin(room, host!, 128);
    const handovers = watchHandovers(room, 20);
    expect(handovers).toHaveLength(1);
    expect(handovers[0]).toBeLessThan(5);
    expect(stalledShare(others, 20)).toBeLessThanOrEqual(STALLED_MAX);
    expect(host!.session.counts.stalledTicks).toBe(0);
    expectAgreement(room);
  },
);

test('[N57] a sequencer of eight with 256 kbit/s up sends as always', () => {
  const room = openRoom(8, 1);
  const [host] = room.peers;
  const rate = measureRate(room, host!, 3);
  makeThin(room, host!, 256);
  expect(watchHandovers(room, 5)).toEqual([]);
  expect(measureRate(room, host!, 5)).toBeGreaterThan(0.9 * rate);
  expect(stalledShare(room.peers, 10)).toBe(0);
});

test('[N57] a client of eight with 64 kbit/s up sends less while packets wait, and as always when none do', () => {
  const room = openRoom(8, 1);
  const client = room.peers.at(-1)!;
  const rate = measureRate(room, client, 3);
  makeThin(room, client, 64);
  expect(watchHandovers(room, 8)).toEqual([]);
  expect(room.network.uplinkOf(client.id)!.waitMs(room.network.nowMs)).toBeLessThan(250);
  const { eatenInputs } = client.session.counts;
  expect(measureRate(room, client, 3)).toBeLessThan(0.6 * rate);
  expect(client.session.counts.eatenInputs - eatenInputs).toBeLessThan(10);
  room.network.setUplink(client.id, null);
  room.run(10_000);
  expect(measureRate(room, client, 2)).toBeGreaterThan(0.9 * rate);
  expect(stalledShare(room.peers, 26)).toBe(0);
});

test('[N58] where all lines are thin the part goes round ever more slowly, and play goes on', () => {
  const room = openRoom(5, 3);
  for (const peer of room.peers) makeThin(room, peer, 64);
  const handovers = watchHandovers(room, 60);
  expect(handovers.length).toBeLessThan(6);
  for (const [before, atS] of handovers.slice(1).entries()) {
    // The one that is looked at hears of each a little late.
    expect(atS - handovers[before]!).toBeGreaterThan(0.75 * 1.5 * 2 ** (before + 1));
  }
  expect(stalledShare(room.peers, 60)).toBeLessThanOrEqual(STALLED_MAX);
  expectAgreement(room);
});

test.each([
  [3, 2],
  [5, 4],
  [9, 6],
])('[N57] [N58] room %i, of %i whose lines are thin now and then, agrees', (seed, peers) => {
  expect(runSoak({ seed, peers, kind: 'thin' })).toMatchObject({ problems: [], unclean: 0 });
});
