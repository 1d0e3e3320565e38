import { type Random, createRandom } from '../../shared/netplay/seeded-random.ts';
import type { Conditions } from '../../shared/netplay/simulated-network.ts';
import { MATCH, PHASE } from '../../shared/sim/match-state.ts';
import { hashWorld } from '../../shared/sim/world.ts';
import { type SimulatedPeer, SimulatedRoom } from './simulated-room.ts';

export const SOAK_MATCH_MS = 30_000;
const JOIN_MS = 9_000;
const SETTLE_MS = 4_000;
const OUTAGE_MS = 1_000;
const QUIET: Conditions = { delayMs: 20, jitterMs: 0, loss: 0, reorder: 0, duplicate: 0 };

export type SoakResult = {
  readonly seed: number;
  readonly conditions: Conditions;
  readonly problems: readonly string[];
  readonly checkpoints: number;
  readonly goals: number;
  readonly rollbacks: number;
  readonly outage: boolean;
};

/**
 * One whole room in virtual time: join, get ready, play, through a network and clocks that the seed
 * makes bad; then everybody must hold the same state. The same seed is the same run.
 */
export function runSoak(seed: number, peerCount = 2): SoakResult {
  const random = createRandom(seed * 7919 + 1);
  const conditions = chooseConditions(random);
  const clocks = Array.from({ length: peerCount }, () => ({
    rate: 1 + (random() - 0.5) * 0.001,
    skewMs: random() * 100_000,
  }));
  const room = new SimulatedRoom({ seed, conditions, clocks, timerJitterMs: random() * 8 });
  const problems: string[] = [];
  const outage = random() < 0.3;
  room.addPeer();
  room.run(random() * 3_000);
  while (room.peers.length < peerCount) room.addPeer();
  if (!room.run(JOIN_MS, () => room.peers.every(isLive))) problems.push('not everybody got in');
  play(room, random, outage);
  settle(room, problems);
  const checkpoints = compareHashes(room, problems);
  const { ints } = room.peers[0]!.session.engine.final.match;
  return {
    seed,
    conditions,
    problems: [...problems, ...room.witness.differences],
    checkpoints,
    goals: (ints[MATCH.sunScore] ?? 0) + (ints[MATCH.waveScore] ?? 0),
    rollbacks: room.peers.reduce((sum, { session }) => sum + session.engine.rollbacks.rollbacks, 0),
    outage,
  };
}

function chooseConditions(random: Random): Conditions {
  return {
    delayMs: random() * 120,
    jitterMs: random() * 30,
    loss: random() < 0.2 ? 0 : random() * 0.2,
    reorder: random() < 0.5 ? 0 : random() * 0.05,
    duplicate: random() < 0.5 ? 0 : random() * 0.05,
  };
}

function play(room: SimulatedRoom, random: Random, outage: boolean): void {
  for (const { session } of room.peers) session.request({ type: 'ready', ready: true });
  if (!outage) {
    room.run(SOAK_MATCH_MS);
    return;
  }
  const beforeMs = random() * (SOAK_MATCH_MS - OUTAGE_MS);
  room.run(beforeMs);
  room.withOutage(() => room.run(OUTAGE_MS));
  room.run(SOAK_MATCH_MS - OUTAGE_MS - beforeMs);
}

/** Everybody lets go, the network gets well, and what is final catches up everywhere. */
function settle(room: SimulatedRoom, problems: string[]): void {
  const phase = room.peers[0]!.session.engine.final.match.ints[MATCH.phase];
  const clock = room.peers[0]!.session.engine.final.match.ints[MATCH.clock];
  if (phase === PHASE.stopped && clock === 0) problems.push('the match never began');
  for (const { player } of room.peers) player.held = 0;
  room.setConditions(QUIET);
  room.run(SETTLE_MS);
  for (const { id, session } of room.peers) {
    if (session.state.state !== 'live') problems.push(`${id} is ${session.state.state}`);
    if (session.stalledTicks > 0) problems.push(`${id} stalled for ${session.stalledTicks} ticks`);
    if (session.repairs > 0) problems.push(`${id} repaired ${session.repairs} diverged peers`);
    if (session.engine.predicted.match.discs.some((value) => !Number.isFinite(value))) {
      problems.push(`${id} has a number that is not finite`);
    }
  }
}

/** Compares every final checkpoint that two peers share; returns how many were compared. */
function compareHashes(room: SimulatedRoom, problems: string[]): number {
  const [first, ...others] = room.peers.map(
    ({ session }) => new Map(session.engine.hashes.entries()),
  );
  let compared = 0;
  for (const other of others) {
    for (const [tick, hash] of other) {
      const own = first?.get(tick);
      if (own === undefined) continue;
      compared += 1;
      if (own !== hash) problems.push(`the states differ at tick ${tick}`);
    }
  }
  const ends = room.peers.map(({ session }) => session.engine.final);
  for (const end of ends) {
    const twin = ends.find((other) => other !== end && other.tick === end.tick);
    if (twin && hashWorld(twin) !== hashWorld(end)) problems.push('the last states differ');
  }
  return compared;
}

function isLive({ session }: SimulatedPeer): boolean {
  return session.state.state === 'live';
}
