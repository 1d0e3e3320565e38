import type { PeerSession } from '../../shared/netplay/peer-session.ts';
import type { SimulatedPeer } from '../../tests/simulation/simulated-room.ts';
import { FinalRecord } from './final-record.ts';
import { GridRoom } from './grid-room.ts';
import { type GridRow, conditionsOf } from './grid-row.ts';
import { ClockWatch } from './clock-watch.ts';
import { NewsWatch } from './news-watch.ts';
import { RoomWire } from '../wire/room-wire.ts';
import { PeerWatch } from './peer-watch.ts';

/** Clocks may take this long to find each other. */
const CLOCK_SETTLE_MS = 3_000;
/** Play before anything is measured, so that every estimate of the network has settled. */
const WARM_UP_MS = 2_000;
const SETTLE_MS = 3_000;
const OUTAGE_EVERY_MS = 10_000;
const OUTAGE_MS = 1_000;
const QUIET = { delayMs: 20, jitterMs: 0, loss: 0, reorder: 0, duplicate: 0 };

export type RowRun = {
  readonly row: GridRow;
  readonly watches: readonly PeerWatch[];
  readonly clocks: ClockWatch;
  readonly news: NewsWatch;
  /** The peer that has the row's trouble for itself: the slow one, or the one that is cut off. */
  readonly troubled: PeerWatch | null;
  /** What must not be; empty when all is well. */
  readonly problems: readonly string[];
};

/** Plays one match on a square of the grid. The same row, seed and length are the same match. */
export function runRow(row: GridRow, seed: number, seconds: number): RowRun {
  const conditions = conditionsOf(row);
  const { players, changesPerSecond } = row;
  const grid = new GridRoom({ seed, players, changesPerSecond, conditions });
  const { room } = grid;
  const clocks = new ClockWatch(CLOCK_SETTLE_MS);
  grid.onAfter = (peer, nowMs) => clocks.take(peer, nowMs, room.network.localMs(peer.id, nowMs));
  slowDown(grid, row);
  if (!grid.begin()) {
    const problems = ['the match never began'];
    return { row, watches: [], clocks, news: new NewsWatch([]), troubled: null, problems };
  }
  room.run(WARM_UP_MS);
  const wire = new RoomWire(room);
  const watches = room.peers.map((peer) => new PeerWatch(peer, wire, room.network.nowMs));
  const news = new NewsWatch(watches.map((each) => each.seat));
  const truth = watch(grid, watches, clocks, news);
  play(grid, row, seconds * 1000);
  for (const each of watches) each.end();
  const problems = settle(grid, truth);
  const isTroubled = row.slowRttMs !== undefined || row.loss === 'outage';
  const troubled = isTroubled ? watches.at(-1)! : null;
  return { row, watches, clocks, news, troubled, problems };
}

function watch(
  grid: GridRoom,
  watches: readonly PeerWatch[],
  clocks: ClockWatch,
  news: NewsWatch,
): FinalRecord {
  const { room } = grid;
  const { engine } = room.peers[0]!.session;
  const truth = new FinalRecord(engine.final, engine.timeline);
  const bySession = new Map<PeerSession, PeerWatch>(
    watches.map((each) => [each.peer.session, each]),
  );
  grid.onBefore = (session) => bySession.get(session)?.before();
  grid.onAfter = (peer, nowMs) => {
    truth.advance();
    clocks.take(peer, nowMs, room.network.localMs(peer.id, nowMs));
    const watched = bySession.get(peer.session);
    if (!watched) return;
    watched.after(nowMs, truth);
    news.take(peer, watched.seat);
  };
  return truth;
}

/** The last player's links are slow from the beginning. */
function slowDown({ room }: GridRoom, row: GridRow): void {
  const { slowRttMs } = row;
  if (slowRttMs === undefined) return;
  while (room.peers.length < row.players) room.addPeer();
  const slow = room.peers.at(-1)!;
  for (const [other, link] of slow.links) {
    const back = room.peers.find(({ id }) => id === other)!.links.get(slow.id)!;
    link.conditions = { ...link.conditions, delayMs: slowRttMs / 2 };
    back.conditions = link.conditions;
  }
}

function play({ room }: GridRoom, row: GridRow, ms: number): void {
  if (row.loss !== 'outage') {
    room.run(ms);
    return;
  }
  for (let leftMs = ms; leftMs > 0; leftMs -= OUTAGE_EVERY_MS) {
    const restMs = Math.min(leftMs, OUTAGE_EVERY_MS);
    room.run(Math.max(0, restMs - 2 * OUTAGE_MS));
    const heal = room.cut([room.peers.at(-1)!]);
    room.run(OUTAGE_MS);
    heal();
    room.run(OUTAGE_MS);
  }
}

/** Everybody lets go and the network gets well; then all must hold what the timeline says. */
function settle(grid: GridRoom, truth: FinalRecord): string[] {
  const { room } = grid;
  grid.onBefore = () => {};
  grid.onAfter = () => truth.advance();
  grid.release();
  room.setConditions(QUIET);
  room.run(SETTLE_MS);
  const problems = [...room.witness.differences];
  for (const peer of room.peers) problems.push(...findProblems(peer, truth));
  return problems;
}

function findProblems({ id, session }: SimulatedPeer, truth: FinalRecord): string[] {
  const { engine, counts, state } = session;
  const problems: string[] = [];
  if (state.state !== 'live') problems.push(`${id} is ${state.state}`);
  const checkpoints = [...engine.hashes.entries()].flatMap(([tick, hash]) => {
    const expected = truth.hashAt(tick);
    return expected === undefined ? [] : [expected === hash];
  });
  if (checkpoints.length === 0) problems.push(`${id} has nothing to compare`);
  if (checkpoints.includes(false)) problems.push(`${id} holds another state`);
  if (counts.repairs > 0) problems.push(`${id} repaired ${counts.repairs} peers`);
  if (counts.retractions > 0) problems.push(`${id} retracted ${counts.retractions} times`);
  return problems;
}
