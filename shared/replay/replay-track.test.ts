import { expect, test } from 'vitest';
import { RecordedMatch } from '../../tests/simulation/recorded-match.ts';
import { hashWorld } from '../room/world.ts';
import { MATCH } from '../sim/match-state.ts';
import { builtInArena } from '../stadium/built-in/built-in-stadiums.ts';
import type { Replay } from '../wire/replay-file.ts';
import { SEGMENT_TICKS } from '../wire/replay-measures.ts';
import { ReplayTrack } from './replay-track.ts';

/** Four scripts play for two minutes; the match, from its kick-off on, and what was true in each tick. */
function record() {
  const match = new RecordedMatch(4, 3);
  const hashes = new Map<number, number>();
  const goals: number[] = [];
  match.request({ type: 'start' });
  for (let tick = 0; tick < 2 * SEGMENT_TICKS; tick++) {
    const before = goalsIn(match);
    match.step();
    hashes.set(match.world.tick, hashWorld(match.world));
    if (goalsIn(match) === before + 1) goals.push(match.world.tick);
  }
  return { hashes, goals, replay: match.recorder.take('match', 0)! };
}

function goalsIn({ world }: RecordedMatch): number {
  return world.match.ints[MATCH.sunScore]! + world.match.ints[MATCH.waveScore]!;
}

function open(replay: Replay): ReplayTrack {
  const track = ReplayTrack.open(replay, builtInArena);
  if (!track) throw new Error('nothing to play');
  return track;
}

const recorded = record();

/** Names of peers are others in a file: what is compared is the match. */
function matchHashes(replay: Replay, positions: readonly number[]): number[] {
  const track = open(replay);
  track.readOn(track.length);
  return positions.map((position) => hashWorld(track.at(position).world));
}

test('[V7] a replay is read in slices, and can be gone to as far as it was read', () => {
  const track = open(recorded.replay);
  expect([track.read, track.isRead]).toEqual([0, false]);
  track.readOn(100);
  expect([track.read, track.at(5000).position, track.at(-3).position]).toEqual([100, 100, 0]);
  for (let calls = 0; !track.isRead; calls++) {
    track.readOn(500);
    expect(calls).toBeLessThan(100);
  }
  expect([track.read, track.differsAt]).toEqual([track.length, null]);
  track.readOn(10);
  expect(track.read).toBe(track.length);
});

test('[V7] any place is the world that was there, whichever way one comes to it', () => {
  const track = open(recorded.replay);
  track.readOn(track.length);
  const cursor = track.at(0);
  const played: number[] = [];
  for (; !cursor.isAtEnd; cursor.step()) played.push(hashWorld(cursor.world));
  played.push(hashWorld(cursor.world));
  const places = [0, 1, 119, 120, 121, 3599, 3600, 3601, 5000, track.length - 1, track.length];
  expect(matchHashes(recorded.replay, places)).toEqual(places.map((at) => played[at]));
  expect(matchHashes(recorded.replay, places.toReversed())).toEqual(
    places.toReversed().map((at) => played[at]),
  );
  cursor.step();
  expect(cursor.position).toBe(track.length);
});

test('[V8] goals are marked where they were, with the score', () => {
  const track = open(recorded.replay);
  track.readOn(track.length);
  const first = recorded.replay.segments[0]!.start.tick;
  const goals = track.highlights.filter(({ kind }) => kind === 'goal');
  expect(goals.length).toBeGreaterThan(1);
  expect(goals.map(({ position }) => first + position)).toEqual(recorded.goals);
  const { sun, wave, name } = goals.at(-1)!;
  expect(sun + wave).toBe(goals.length);
  expect(name).toMatch(/^Player \d$/);
});

test('[V8] a match that does not come out as recorded says from where on', () => {
  const [first, ...rest] = recorded.replay.segments;
  const tickHashes = first!.tickHashes.slice();
  tickHashes[200]! ^= 1;
  const forged = { ...recorded.replay, segments: [{ ...first!, tickHashes }, ...rest] };
  const track = open(forged);
  track.readOn(track.length);
  expect(track.differsAt).toBe(200);
});

test('[V7] a replay on a map that is not here, or without a tick, is none to go to', () => {
  expect(ReplayTrack.open(recorded.replay, () => undefined)).toBeNull();
  expect(ReplayTrack.open({ ...recorded.replay, segments: [] }, builtInArena)).toBeNull();
});
