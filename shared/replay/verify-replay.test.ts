import { expect, test } from 'vitest';
import { RecordedMatch } from '../../tests/simulation/recorded-match.ts';
import { createRandom } from '../base/seeded-random.ts';
import { hashMatch } from '../sim/match/checksum.ts';
import { EVENT, EventBuffer } from '../sim/events.ts';
import { DISC_X, MATCH } from '../sim/match-state.ts';
import { COUNTDOWN_TICKS } from '../sim/tuning.ts';
import { MAX_SEATS } from '../base/room-limits.ts';
import { builtInArena } from '../stadium/built-in/built-in-stadiums.ts';
import { type Replay, decodeReplay, encodeReplay } from '../wire/replay-file.ts';
import type { ReplaySegment } from '../wire/replay-segment.ts';
import { resimulate } from './play-replay.ts';
import { verifyReplay } from './verify-replay.ts';

/** Four scripts play; `during` may do something at any tick of the match. */
function record(ticks: number, during: (match: RecordedMatch, tick: number) => void = () => {}) {
  const match = new RecordedMatch(4, 3);
  match.request({ type: 'start' });
  match.run(COUNTDOWN_TICKS - 1);
  for (let tick = 0; tick < ticks; tick++) {
    match.step();
    during(match, tick);
  }
  return match;
}

function take({ recorder }: RecordedMatch): Replay {
  return recorder.take('all', 0)!;
}

/** The replay with one of its segments changed. */
function change(
  replay: Replay,
  index: number,
  by: (segment: ReplaySegment) => Partial<ReplaySegment>,
): Replay {
  const segments = replay.segments.map((segment, place) =>
    place === index ? { ...segment, ...by(segment) } : segment,
  );
  return { ...replay, segments };
}

/** One bit of what a seat held in one tick of the second segment, which is the match. */
function flipInput(replay: Replay, row: number, seat: number, bit: number): Replay {
  return change(replay, 1, ({ rows }) => {
    const flipped = rows.slice();
    flipped[row * MAX_SEATS + seat]! ^= bit;
    return { rows: flipped };
  });
}

test('[P9] a replay that is as recorded says how much was compared, and where it ends', () => {
  const match = record(600);
  const verdict = verifyReplay(take(match), builtInArena);
  const { tick } = match.world;
  expect(verdict).toMatchObject({ state: 'same', ticks: 784, seconds: 13, finalTick: tick });
});

test('[P9] a single input that differs is named with its tick, its seat and both values', () => {
  const replay = take(record(400));
  const start = replay.segments[1]!.start.tick;
  for (const [row, seat, bit] of [
    [0, 0, 1],
    [123, 2, 4],
    [200, 3, 16],
    [398, 1, 8],
  ] as const) {
    const recorded = replay.segments[1]!.rows[row * MAX_SEATS + seat]!;
    const verdict = verifyReplay(flipInput(replay, row, seat, bit), builtInArena);
    if (verdict.state !== 'different') throw new Error('nobody noticed');
    expect([verdict.tick, verdict.comparedAt]).toEqual([start + row + 1, start + row + 1]);
    const played = recorded ^ bit;
    const input = { field: 'seat.input', index: seat, recorded, played };
    expect(verdict.differences).toContainEqual(input);
  }
});

test('[P9] a machine that computed something else is named with tick and field', () => {
  const broken = record(400, ({ world }, tick) => {
    if (tick === 210) world.match.discs[DISC_X]! += 1;
  });
  const verdict = verifyReplay(take(broken), builtInArena);
  if (verdict.state !== 'different') throw new Error('nobody noticed');
  const brokenAt = broken.world.tick - 400 + 211;
  expect(verdict.tick).toBe(brokenAt + 1);
  expect(verdict.comparedAt).toBeGreaterThanOrEqual(verdict.tick);
  expect(verdict.comparedAt - verdict.tick).toBeLessThanOrEqual(120);
  const ball = verdict.differences.find(({ field }) => field === 'disc.x');
  expect(ball).toMatchObject({ index: 0 });
  expect(ball!.recorded).not.toBe(ball!.played);
});

test('[P9] what only the score differs by is found where the file ends, at the latest', () => {
  const broken = record(333, ({ world }, tick) => {
    if (tick === 300) world.match.ints[MATCH.sunScore]! += 1;
  });
  const verdict = verifyReplay(take(broken), builtInArena);
  expect(verdict).toMatchObject({
    state: 'different',
    differences: [{ field: 'match.sunScore', index: 0, recorded: 1, played: 0 }],
  });
});

test('[P4] [P9] a room that differs is noticed at the next second', () => {
  const broken = record(200, ({ world }, tick) => {
    if (tick === 100) world.room = { ...world.room, term: 9 };
  });
  const verdict = verifyReplay(take(broken), builtInArena);
  if (verdict.state !== 'different') throw new Error('nobody noticed');
  expect(verdict.tick % 60).toBe(0);
  expect(verdict.differences).toMatchObject([{ field: 'room' }]);
});

test('[P9] a segment that does not begin where the one before ended is named with the field', () => {
  const replay = change(take(record(200)), 1, ({ start }) => {
    const match = start.match.slice();
    match[2]! ^= 1;
    return { start: { ...start, match } };
  });
  const verdict = verifyReplay(replay, builtInArena);
  expect(verdict).toMatchObject({ state: 'different', differences: [{ field: 'disc.x' }] });
});

test('[P6] whatever a file says, playing it ends and never throws', () => {
  const random = createRandom(11);
  const file = encodeReplay(take(record(40)));
  let played = 0;
  for (let count = 0; count < 150; count++) {
    const mutant = file.slice();
    mutant[9 + Math.floor(random() * (file.length - 9))]! ^= 1 << Math.floor(random() * 8);
    const decoded = decodeReplay(mutant);
    if (!decoded.ok) continue;
    played += 1;
    verifyReplay(decoded.value, builtInArena);
  }
  expect(played).toBeGreaterThan(50);
});

test('[P10] any range of ticks can be played again, with its events', () => {
  const hashes = new Map<number, number>();
  const match = record(4_000, ({ world }) => hashes.set(world.tick, hashMatch(world.match)));
  const replay = take(match);
  const ends: (readonly [number, number])[] = [
    [0, 0],
    [100, 160],
    [3_590, 3_700],
    [4_000, 9_999],
  ];
  for (const [from, to] of ends) {
    const ticks: number[] = [];
    for (const world of resimulate(replay, builtInArena, from, to)) {
      ticks.push(world.tick);
      expect(hashMatch(world.match)).toBe(hashes.get(world.tick) ?? hashMatch(world.match));
    }
    const last = Math.min(to, match.world.tick);
    expect(ticks).toEqual(Array.from({ length: last - from + 1 }, (_, index) => from + index));
  }
  expect(hashes.size).toBe(4_000);
  const events = new EventBuffer();
  const kinds = new Set<number>();
  for (const _world of resimulate(replay, builtInArena, 10, 1_000, events)) {
    for (let index = 0; index < events.count; index++) kinds.add(events.kind[index]!);
  }
  expect(kinds).toContain(EVENT.kick);
});
