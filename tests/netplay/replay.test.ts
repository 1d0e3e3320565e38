import { isInPlay } from '../simulation/in-play.ts';
import { beforeAll, expect, test } from 'vitest';
import { replayArenas } from '../../shared/replay/replay-stadiums.ts';
import { resimulate } from '../../shared/replay/play-replay.ts';
import { type ReplayVerdict, verifyReplay } from '../../shared/replay/verify-replay.ts';
import { DISC_X } from '../../shared/sim/match-state.ts';
import { MAX_SEATS } from '../../shared/base/room-limits.ts';
import { type Replay, decodeReplay, encodeReplay } from '../../shared/wire/replay-file.ts';
import { OPENING } from '../../shared/wire/replay-measures.ts';
import { fixtureTexts } from '../determinism/all-arenas.ts';
import { type SimulatedPeer, SimulatedRoom } from '../simulation/simulated-room.ts';

const FAIR = { delayMs: 40, jitterMs: 8, loss: 0.03, reorder: 0.01, duplicate: 0.01 };
const SAVED_AT_S = 1_795_000_000;

function isLive({ session }: SimulatedPeer): boolean {
  return session.state.state === 'live';
}

function begin(room: SimulatedRoom): void {
  for (const { session } of room.alive) session.request({ type: 'ready', ready: true });
  const hasBegun = (): boolean =>
    room.alive.every(({ session }) => isInPlay(session.engine.final.match));
  expect(room.run(5_000, hasBegun)).toBe(true);
}

/** What a peer would have on disk. */
function save({ recorder }: SimulatedPeer, extent: 'match' | 'all' = 'all'): Uint8Array {
  return encodeReplay(recorder.take(extent, SAVED_AT_S)!);
}

function load(file: Uint8Array): Replay {
  const decoded = decodeReplay(file);
  if (!decoded.ok) throw new Error(decoded.error.type);
  return decoded.value;
}

function play(replay: Replay): ReplayVerdict {
  return verifyReplay(replay, replayArenas(replay)!);
}

/** Three players and a fourth who comes late; another map, a match, a host that vanishes, one leaves. */
function playEvening(): SimulatedRoom {
  const room = new SimulatedRoom({ seed: 77, conditions: FAIR });
  for (let count = 0; count < 3; count++) room.addPeer();
  expect(room.run(8_000, () => room.peers.every(isLive))).toBe(true);
  const [host] = room.peers;
  const text = fixtureTexts().find(({ name }) => name === 'chain.stadium')!.text;
  const added = host!.stadiums.addFile(text);
  if (!added.ok) throw new Error('the fixture is no stadium');
  host!.session.request({ type: 'stadium', stadium: added.value });
  const isThere = ({ session }: SimulatedPeer): boolean =>
    session.engine.room.stadium === added.value;
  expect(room.run(15_000, () => room.peers.every(isThere))).toBe(true);
  begin(room);
  room.addPeer();
  room.run(8_000);
  room.crash(host!);
  room.run(4_000);
  room.peers[2]!.session.close();
  room.crash(room.peers[2]!);
  room.run(4_000);
  for (const { player } of room.alive) player.held = 0;
  room.run(1_000);
  return room;
}

let evening: SimulatedRoom;
beforeAll(() => {
  evening = playEvening();
});

test('[P9] two peers save a match with joins, a takeover and another map, and both files play to the same end', () => {
  const [first, last] = [evening.peers[1]!, evening.peers[3]!].map((peer) => load(save(peer)));
  const [a, b] = [play(first!), play(last!)];
  expect(a).toMatchObject({ state: 'same' });
  expect(b).toMatchObject({ state: 'same' });
  if (a.state !== 'same' || b.state !== 'same') throw new Error('they differ');
  expect(a.seconds).toBeGreaterThan(15);
  const end = Math.min(a.finalTick, b.finalTick);
  expect(end).toBeGreaterThan(1_000);
  const [endOfA, endOfB] = [first!, last!].map((replay) => {
    const [world] = resimulate(replay, replayArenas(replay)!, end, end);
    return { tick: world!.tick, words: [...world!.match.words] };
  });
  expect(endOfA).toEqual(endOfB);
  // A peer that came late has the past from the snapshot on, and the map although it was there before.
  expect(last!.segments[0]!.start.tick).toBeGreaterThan(first!.segments[0]!.start.tick);
  expect(last!.stadiums.length).toBe(1);
});

test('[P9] an input of which one bit is flipped in the file is named with its tick and seat', () => {
  const replay = load(save(evening.peers[1]!));
  const index = replay.segments.findIndex(({ opening }) => opening === OPENING.match);
  const segment = replay.segments[index]!;
  const seat = segment.start.room.members[1]!.seat!;
  const row = 200;
  const rows = segment.rows.slice();
  rows[row * MAX_SEATS + seat]! ^= 8;
  const segments = replay.segments.with(index, { ...segment, rows });
  const verdict = play(load(encodeReplay({ ...replay, segments })));
  if (verdict.state !== 'different') throw new Error('nobody noticed');
  expect(verdict.tick).toBe(segment.start.tick + row + 1);
  const recorded = segment.rows[row * MAX_SEATS + seat]!;
  const difference = { field: 'seat.input', index: seat, recorded, played: recorded ^ 8 };
  expect(verdict.differences).toContainEqual(difference);
});

test('[P8] who diverged and was repaired has both pieces, and the first one tells where it began', () => {
  // A match without a goal in the next second: a kick-off would put the disc right again.
  const room = new SimulatedRoom({ seed: 6, conditions: FAIR });
  for (let count = 0; count < 2; count++) room.addPeer();
  expect(room.run(8_000, () => room.peers.every(isLive))).toBe(true);
  begin(room);
  room.run(2_000);
  const { session, recorder } = room.peers[1]!;
  const loads = session.engine.loads;
  const brokenAt = session.engine.final.tick;
  session.engine.final.match.discs[DISC_X]! += 1;
  expect(room.run(3_000, () => session.engine.loads > loads)).toBe(true);
  room.run(1_000);
  const replay = recorder.take('all', SAVED_AT_S)!;
  const repair = replay.segments.findLastIndex(({ opening }) => opening === OPENING.snapshot);
  expect(replay.segments[repair]!.start.tick).toBeGreaterThan(brokenAt);
  const verdict = play(replay);
  if (verdict.state !== 'different') throw new Error('nobody noticed');
  expect(verdict.tick).toBe(brokenAt + 1);
  expect(verdict.differences).toContainEqual(
    expect.objectContaining({ field: 'disc.x', index: 0 }),
  );
  const repaired = { ...replay, segments: replay.segments.slice(repair) };
  expect(play(repaired).state).toBe('same');
  expect(play(load(save(room.peers[0]!))).state).toBe('same');
});
