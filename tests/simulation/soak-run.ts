import { countTerms } from './count-terms.ts';
import { type Random, createRandom } from '../../shared/base/seeded-random.ts';
import type { Conditions } from '../../shared/netplay/link/simulated-network.ts';
import { MATCH, PHASE } from '../../shared/sim/match-state.ts';
import { findMemberOf } from '../../shared/room/room-state.ts';
import { hashWorld } from '../../shared/room/world.ts';
import { MAX_SEATS } from '../../shared/base/room-limits.ts';
import { BotMover } from './bot-mover.ts';
import { COMPANY_KINDS } from './company.ts';
import { BROKEN_WAYS } from './broken-ways.ts';
import { Chaos } from './chaos.ts';
import { type ChaosKind, hasCuts, isBrokenWays } from './chaos-kinds.ts';
import { type SimulatedPeer, SimulatedRoom, type SimulatedRoomOptions } from './simulated-room.ts';

const MATCH_MS = 30_000;
/** Long enough to ask a person, to wait for it, and to see it come back. */
const IDLE_MATCH_MS = 75_000;
const JOIN_MS = 12_000;
/** One way. */
const LOBBY_LATENCY_MAX_MS = 120;
const SETTLE_MS = 12_000;
const READY = { type: 'ready', ready: true } as const;
const QUIET: Conditions = { delayMs: 20, jitterMs: 0, loss: 0, reorder: 0, duplicate: 0 };

/** Why a page is out that may come again. */
const FOUND_NOBODY: ReadonlySet<string> = new Set(['join-timeout', 'host-gone', 'host-silent']);

export type SoakPlan = {
  readonly seed: number;
  readonly peers: number;
  readonly kind: ChaosKind;
};

export type SoakResult = SoakPlan & {
  readonly conditions: Conditions;
  readonly problems: readonly string[];
  /** What the seed had happen, in order. */
  readonly log: readonly string[];
  readonly checkpoints: number;
  /** Inputs that were compared with what became final. */
  readonly inputs: number;
  readonly desyncs: number;
  /** Ticks that were ordered in a smaller part and taken back before anybody held them as final. */
  readonly takenBack: number;
  /** Peers that went on without a quorum. */
  readonly unclean: number;
  readonly goals: number;
  readonly rollbacks: number;
  readonly takeovers: number;
  /** Most members that were idle at once. */
  readonly idle: number;
};

/** As often as they stand here. */
const KINDS = [
  'calm',
  'crashes',
  'cuts',
  'mishaps',
  'mishaps',
  'all',
  'shifts',
  'changes',
  'changes',
  'slow',
  'bots',
  'tools',
  'thin',
  'script',
  ...COMPANY_KINDS,
  ...BROKEN_WAYS,
] as const;

/** What a seed plays when nothing else is asked for: every size of room and every kind of bad luck. */
export function planOf(seed: number): SoakPlan {
  const random = createRandom(seed * 104_729 + 3);
  const peers = random() < 0.5 ? 2 : 2 + Math.floor(random() * 7);
  return { seed, peers, kind: KINDS[Math.floor(random() * KINDS.length)] ?? 'calm' };
}

/**
 * One whole room in virtual time: join, get ready, play, through a network, clocks and luck that the
 * seed makes bad; then everybody must hold the same state. The same plan is the same run.
 */
export function runSoak(plan: SoakPlan, trace?: SimulatedRoomOptions['trace']): SoakResult {
  const random = createRandom(plan.seed * 7919 + 1);
  const room = createRoom(plan, random, trace);
  const problems: string[] = [];
  room.run(random() * 3_000);
  while (room.peers.length < plan.peers) room.addPeer();
  if (!room.run(JOIN_MS, () => room.peers.every(isLive))) problems.push('not everybody got in');
  if (plan.kind === 'bots' || plan.kind === 'idle') fillWithBots(room, random);
  // There the match begins by itself, or none does.
  const isByItself = plan.kind === 'warmUp' || plan.kind === 'quick';
  if (!isByItself) for (const { session } of room.peers) session.request(READY);
  room.run(2_000);
  if (!isByItself && !hasBegun(room.peers[0]!)) problems.push('the match never began');
  const chaos = new Chaos(room, random, plan.kind);
  chaos.run(plan.kind === 'idle' ? IDLE_MATCH_MS : MATCH_MS);
  settle(room, plan.kind);
  checkPeers(room, chaos, plan, problems);
  const checkpoints = compareStates(room, chaos.desyncs > 0, problems);
  const engine = room.alive[0]!.session.engine;
  const term = countTerms(engine.final.room);
  if (plan.kind === 'slow' && term > 1) problems.push(`nobody was gone, and it is term ${term}`);
  const { ints } = engine.final.match;
  return {
    ...plan,
    conditions: room.conditions,
    problems: [...problems, ...room.witness.differences, ...room.inputs.differences],
    log: chaos.log,
    checkpoints,
    inputs: room.inputs.compared,
    desyncs: chaos.desyncs,
    takenBack: room.peers.reduce((sum, { session }) => sum + session.counts.takenBackTicks, 0),
    unclean: countUnclean(room),
    goals: (ints[MATCH.sunScore] ?? 0) + (ints[MATCH.waveScore] ?? 0),
    rollbacks: room.peers.reduce((sum, { session }) => sum + session.engine.rollbacks.rollbacks, 0),
    takeovers: term - 1,
    idle: chaos.idle,
  };
}

function createRoom(
  { seed, peers, kind }: SoakPlan,
  random: Random,
  trace: SimulatedRoomOptions['trace'],
): SimulatedRoom {
  const conditions: Conditions = {
    delayMs: random() * 120,
    jitterMs: random() * 30,
    loss: random() < 0.2 ? 0 : random() * 0.2,
    reorder: random() < 0.5 ? 0 : random() * 0.05,
    duplicate: random() < 0.5 ? 0 : random() * 0.05,
    ...(kind === 'slow' ? chooseSlowWay(seed) : {}),
  };
  const clocks = Array.from({ length: peers }, () => ({
    rate: 1 + (random() - 0.5) * 0.001,
    skewMs: random() * 100_000,
  }));
  const room = new SimulatedRoom({
    seed,
    conditions,
    clocks,
    timerJitterMs: random() * 8,
    withLobby: true,
    ...(trace ? { trace } : {}),
  });
  room.addPeer();
  room.lobby.isReachable = peers === 2 || random() < 0.7;
  room.lobby.latencyMs = createRandom(seed ^ 0x10bb)() * LOBBY_LATENCY_MAX_MS;
  return room;
}

/** Up to as many as there are seats left. */
function fillWithBots(room: SimulatedRoom, random: Random): void {
  const ports = { room, random, after: () => {}, note: () => {} };
  const mover = new BotMover(ports);
  const count = Math.floor(random() * (MAX_SEATS - room.peers.length + 1));
  for (let index = 0; index < count; index++) mover.add();
  room.run(1_500);
}

/** Half of the rooms are on long polling, which loses nothing. */
function chooseSlowWay(seed: number): Partial<Conditions> {
  const random = createRandom(seed ^ 0x510e);
  if (random() < 0.5) return { loss: random() * 0.05 };
  return { bunchMs: 200 + random() * 200, loss: 0, reorder: 0, duplicate: 0 };
}

/** Everybody lets go, the network gets well, and what is final catches up everywhere. */
function settle(room: SimulatedRoom, kind: ChaosKind): void {
  for (const { player } of room.peers) player.held = 0;
  room.setConditions(QUIET);
  for (const { id } of room.peers) room.network.setUplink(id, null);
  room.lobby.isReachable = true;
  // A page that found nobody, because of a cut or since all others were sent away, was told so, and tries again.
  if (hasCuts(kind) || kind === 'script')
    for (const peer of room.alive.filter(isShutOut)) room.reload(peer);
  room.run(SETTLE_MS);
}

function checkPeers(room: SimulatedRoom, chaos: Chaos, plan: SoakPlan, problems: string[]): void {
  const unclean = countUnclean(room);
  const isHalfGone = isHalfStruck(chaos, room, plan.peers);
  // Only where half of the room was out of reach, and perhaps for long.
  const mayBeUnclean = !isBrokenWays(plan.kind) && isHalfGone;
  if (unclean > 0 && !mayBeUnclean) {
    problems.push(`${unclean} went on without a quorum that was to be had`);
  }
  const sequencers = new Set<string>();
  for (const peer of room.alive) {
    checkPeer(peer, problems);
    checkCounts(peer, plan, chaos, { isUnclean: unclean > 0, isHalfGone }, problems);
    const { sequencer, term } = peer.session.engine.final.room;
    sequencers.add(`${sequencer} in term ${term}`);
  }
  if (sequencers.size !== 1) problems.push(`they follow ${[...sequencers].join()}`);
  for (const { id } of chaos.left) {
    // A goodbye may be lost; then the seat is kept for a while.
    const member = findMemberOf(room.alive[0]!.session.engine.final.room, id);
    if (member && !member.absent) problems.push(`${id} left but is here`);
  }
}

function checkPeer({ id, session }: SimulatedPeer, problems: string[]): void {
  const { state, engine } = session;
  if (state.state !== 'live' || state.isMoving) problems.push(`${id}: ${JSON.stringify(state)}`);
  const member = findMemberOf(engine.final.room, id);
  if (!member || member.absent) problems.push(`${id} is here but counts as away`);
  const isFinite = engine.predicted.match.discs.every((value) => Number.isFinite(value));
  if (!isFinite) problems.push(`${id} has a number that is not finite`);
}

/** What must never happen at all, or only to the smaller side of a cut. */
function checkCounts(
  { id, session }: SimulatedPeer,
  { kind }: SoakPlan,
  chaos: Chaos,
  { isUnclean, isHalfGone }: { readonly isUnclean: boolean; readonly isHalfGone: boolean },
  problems: string[],
): void {
  const { repairs, retractions, stalledTicks } = session.counts;
  // Where half of the room is gone at once, consensus waits for it to come back.
  const isBlameless = !hasCuts(kind) && !chaos.struck.has(id) && !isHalfGone;
  if (isBlameless && stalledTicks > 0) problems.push(`${id} stalled for ${stalledTicks} ticks`);
  if (repairs > 0 && chaos.desyncs === 0) problems.push(`${id} repaired ${repairs} diverged peers`);
  if (retractions > 0 && !isUnclean) problems.push(`${id} retracted ${retractions} times`);
}

function countUnclean({ sessions }: SimulatedRoom): number {
  return sessions.reduce((sum, { counts }) => sum + counts.unclean, 0);
}

/** Half of those for whom the room was made, or of those who are left when others have said goodbye. */
function isHalfStruck({ struck, left }: Chaos, room: SimulatedRoom, planned: number): boolean {
  return struck.size * 2 >= Math.min(planned, room.peers.length - left.size);
}

/** A state that was made wrong is told and mended within so many ticks. */
const MENDED_TICKS = 120;

/**
 * Compares the final checkpoints that peers share; returns how many were compared.
 *
 * @param hasWrong states were made wrong: a difference is none that was mended in time
 */
function compareStates(room: SimulatedRoom, hasWrong: boolean, problems: string[]): number {
  const engines = room.alive.map(({ session }) => session.engine);
  const [first, ...others] = engines.map(({ hashes }) => new Map(hashes.entries()));
  let compared = 0;
  for (const other of others) {
    for (const [tick, hash] of other) {
      const own = first?.get(tick);
      if (own === undefined) continue;
      compared += 1;
      const later = first?.get(tick + MENDED_TICKS);
      const isMended = hasWrong && later !== undefined && later === other.get(tick + MENDED_TICKS);
      if (own !== hash && !isMended) problems.push(`the states differ at tick ${tick}`);
    }
  }
  const ends = engines.map(({ final }) => final);
  for (const end of ends) {
    const twin = ends.find((other) => other !== end && other.tick === end.tick);
    if (twin && hashWorld(twin) !== hashWorld(end)) problems.push('the last states differ');
  }
  return compared;
}

function hasBegun({ session }: SimulatedPeer): boolean {
  const { ints } = session.engine.final.match;
  return ints[MATCH.phase] !== PHASE.warmUp || (ints[MATCH.clock] ?? 0) > 0;
}

function isShutOut({ session: { state } }: SimulatedPeer): boolean {
  return state.state === 'closed' && FOUND_NOBODY.has(state.reason);
}

function isLive({ session }: SimulatedPeer): boolean {
  return session.state.state === 'live';
}
