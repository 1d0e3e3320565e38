import { expect, test } from 'vitest';
import { fixtureTexts } from '../../tests/determinism/all-arenas.ts';
import { RecordedMatch } from '../../tests/simulation/recorded-match.ts';
import { toMemberId } from '../room/command.ts';
import { MATCH, PHASE } from '../sim/match-state.ts';
import { COUNTDOWN_TICKS } from '../sim/tuning.ts';
import { cloneWorld } from '../room/world.ts';
import { type Replay, decodeReplay, encodeReplay, replayTicks } from '../wire/replay-file.ts';
import { OPENING, SEGMENT_TICKS } from '../wire/replay-measures.ts';
import { KEPT_SEGMENTS, ReplayRecorder } from './replay-recorder.ts';
import { replayArenas } from './replay-stadiums.ts';
import { verifyReplay } from './verify-replay.ts';

const SAVED_AT_S = 1_795_000_000;

/** Through the file and back, as whoever gets it has it. */
function save(recorder: ReplayRecorder, extent: 'match' | 'all' = 'all'): Replay {
  const decoded = decodeReplay(encodeReplay(recorder.take(extent, SAVED_AT_S)!));
  if (!decoded.ok) throw new Error(decoded.error.type);
  return decoded.value;
}

function play(replay: Replay): string {
  return verifyReplay(replay, replayArenas(replay)!).state;
}

function startMatch(match: RecordedMatch): void {
  match.request({ type: 'start' });
  match.run(COUNTDOWN_TICKS - 1);
  expect(match.world.match.ints[MATCH.phase]).toBe(PHASE.kickOff);
}

test('[P8] a recorder that has seen nothing has no replay', () => {
  expect(new ReplayRecorder(() => null).take('all', 0)).toBeNull();
  const { recorder } = new RecordedMatch(0);
  expect(recorder.take('all', 0)).toBeNull();
});

test('[P8] a room is kept from its first tick on, in segments of a minute that join', () => {
  const match = new RecordedMatch(2);
  match.run(2 * SEGMENT_TICKS);
  const replay = save(match.recorder);
  expect(replay.segments.map(({ start }) => start.tick)).toEqual([
    0,
    SEGMENT_TICKS,
    2 * SEGMENT_TICKS,
  ]);
  expect(replayTicks(replay)).toBe(match.world.tick);
  expect(play(replay)).toBe('same');
});

test('[P8] the last match can be saved alone, from its kick-off on', () => {
  const match = new RecordedMatch(2);
  match.run(100);
  startMatch(match);
  match.run(200);
  match.request({ type: 'stop' });
  match.run(50);
  const [first] = save(match.recorder, 'match').segments;
  expect(first!.opening).toBe(OPENING.match);
  expect(first!.start.tick).toBe(282);
  startMatch(match);
  match.run(10);
  const again = save(match.recorder, 'match');
  expect(again.segments[0]!.start.tick).toBe(713);
  expect(replayTicks(again)).toBe(10);
  expect([play(again), play(save(match.recorder))]).toEqual(['same', 'same']);
});

test('[P8] saving changes nothing: what is recorded goes on, and a copy stays as it was', () => {
  const match = new RecordedMatch(2);
  startMatch(match);
  match.run(95);
  const early = match.recorder.take('all', SAVED_AT_S)!;
  const bytes = encodeReplay(early);
  match.run(400);
  expect(encodeReplay(early)).toEqual(bytes);
  expect(play(save(match.recorder))).toBe('same');
  expect(play(early)).toBe('same');
});

test('[P8] the oldest minute goes when there are too many, and the rest still plays', () => {
  const match = new RecordedMatch(2);
  for (let count = 0; count < KEPT_SEGMENTS + 3; count++) {
    startMatch(match);
    match.run(20);
    match.request({ type: 'stop' });
  }
  const replay = save(match.recorder);
  expect(replay.segments.length).toBe(KEPT_SEGMENTS);
  expect(replay.segments[0]!.start.tick).toBeGreaterThan(0);
  expect(play(replay)).toBe('same');
});

test('[P8] a minute with very many commands ends early', () => {
  const match = new RecordedMatch(1);
  for (let count = 0; count < 1100; count++) match.request({ type: 'ready', ready: count % 2 > 0 });
  const replay = save(match.recorder);
  expect(replay.segments.length).toBe(2);
  expect(play(replay)).toBe('same');
});

test('[P8] behind a snapshot a new piece begins, and what was before is kept', () => {
  const match = new RecordedMatch(2);
  match.run(90);
  const repaired = cloneWorld(match.world);
  match.run(45);
  // The past of the one that diverged, and then 20 ticks that lie before its end.
  match.world = repaired;
  match.recorder.begin(repaired);
  match.run(20);
  const replay = save(match.recorder);
  expect(replay.segments.map(({ opening }) => opening)).toEqual([
    OPENING.snapshot,
    OPENING.snapshot,
  ]);
  expect(replayTicks(replay)).toBe(92 + 45 + 20);
  expect(play(replay)).toBe('same');
});

test('[P3] every map of the time is in the file, also those that were changed to in its middle', () => {
  const match = new RecordedMatch(2);
  const ids = ['chain', 'gates'].map((name) => {
    const { text } = fixtureTexts().find((one) => one.name === `${name}.stadium`)!;
    const added = match.stadiums.addFile(text);
    if (!added.ok) throw new Error('the fixture is no stadium');
    return added.value;
  });
  for (const stadium of [...ids, 'big', ids[0]!]) {
    match.run(30);
    match.request({ type: 'stadium', stadium });
    startMatch(match);
    match.run(90);
    match.request({ type: 'stop' });
  }
  const replay = save(match.recorder);
  expect(replay.stadiums.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
  expect(play(replay)).toBe('same');
});

test('[P5] the largest map there can be is recorded too, with few keyframes', () => {
  const discs = Array.from({ length: 1023 }, (_, index) => ({
    pos: [(index % 60) * 40 - 1200, Math.floor(index / 60) * 40 + 300],
    cMask: [],
  }));
  const match = new RecordedMatch(2);
  const added = match.stadiums.addFile(
    JSON.stringify({ name: 'Discs', width: 1300, height: 1300, discs }),
  );
  if (!added.ok) throw new Error(JSON.stringify(added.error));
  match.request({ type: 'stadium', stadium: added.value });
  match.run(61);
  const replay = save(match.recorder);
  expect(replay.segments.at(-1)!.keyframes.frameWords).toBeGreaterThan(8_000);
  expect(replay.segments.at(-1)!.keyframeSeconds).toBe(60);
  expect(play(replay)).toBe('same');
});

test('[P3] a map that is not what it is called, or no map, opens no replay', () => {
  const match = new RecordedMatch(2);
  match.run(5);
  const replay = save(match.recorder);
  expect(replayArenas({ ...replay, stadiums: [{ id: 'classic', text: '{}' }] })).toBeNull();
  const segments = replay.segments.map((segment) => {
    const room = { ...segment.start.room, stadium: 'nowhere' };
    return { ...segment, start: { ...segment.start, room } };
  });
  const verdict = verifyReplay({ ...replay, segments }, replayArenas(replay)!);
  expect(verdict).toEqual({ state: 'unplayable', stadium: 'nowhere' });
});

test('[P7] names are in a file, what the lobby calls the machines is not', () => {
  const match = new RecordedMatch(2);
  match.run(SEGMENT_TICKS);
  match.join(2);
  match.run(60);
  const replay = save(match.recorder);
  const text = JSON.stringify(replay.segments.map(({ start, commands }) => [start, commands]));
  expect(text).toContain('Player 1');
  expect(text).not.toContain('lobby-knows');
  expect(play(replay)).toBe('same');
});

test('[P7] [R8] the host that comes back as another member runs the room in the replay too', () => {
  const match = new RecordedMatch(2);
  match.lapse(0);
  expect(match.world.room.host).toBe(toMemberId(1));
  match.run(SEGMENT_TICKS);
  match.join(0, 5);
  expect(match.world.room.host).toBe(toMemberId(5));
  match.run(120);
  const replay = save(match.recorder);
  expect(JSON.stringify(replay.segments.map(({ start }) => start))).not.toContain('lobby-knows');
  expect(play(replay)).toBe('same');
});
