import { expect, test } from 'vitest';
import { RecordedMatch } from '../../../tests/simulation/recorded-match.ts';
import { ReplayTrack } from '../../../shared/replay/replay-track.ts';
import { toMemberId } from '../../../shared/room/command.ts';
import { hashWorld } from '../../../shared/room/world.ts';
import { INPUT_RIGHT, toInputBits } from '../../../shared/sim/input.ts';
import { hashMatch } from '../../../shared/sim/match/checksum.ts';
import { TICK_MS } from '../../../shared/sim/tick.ts';
import { builtInArena } from '../../../shared/stadium/built-in/built-in-stadiums.ts';
import { PlayOnSession } from './play-on-session.ts';
import { WatchSession } from './watch-session.ts';

const recorded = new RecordedMatch(4, 3);
recorded.request({ type: 'start' });
recorded.run(1200);
const replay = recorded.recorder.take('match', 0)!;

/** Read to its end, with a clock that stands still. */
function watch() {
  const track = ReplayTrack.open(replay, builtInArena)!;
  const session = new WatchSession(track, () => 0);
  let nowMs = 0;
  session.advance(nowMs);
  expect(track.isRead).toBe(true);
  return {
    track,
    session,
    run(ticks: number): void {
      for (let count = 0; count < ticks; count += 1) session.advance((nowMs += TICK_MS));
    },
    at: (share: number) => session.blendAt(nowMs + share * TICK_MS),
  };
}

test('[V9] a replay runs at the speed that is asked for, from a tenth to four times', () => {
  const { session, run } = watch();
  run(100);
  expect(session.position).toBe(100);
  session.speed = 4;
  run(25);
  expect(session.position).toBe(200);
  session.speed = 0.1;
  run(101);
  expect(session.position).toBe(210);
});

test('[V9] slow motion is drawn between the ticks, and what stands still as it is', () => {
  const { session, run, at } = watch();
  session.speed = 0.1;
  run(5);
  expect(at(0)).toBeCloseTo(0.5);
  expect(at(1)).toBeCloseTo(0.6);
  session.isPlaying = false;
  expect(at(0)).toBe(1);
});

test('[V9] paused by the page or the person it stands, and no time is made up for', () => {
  const { session, run } = watch();
  session.isPaused = true;
  run(50);
  session.isPaused = false;
  run(1);
  expect(session.position).toBe(1);
  session.isPlaying = false;
  run(50);
  expect(session.position).toBe(1);
});

test('[V9] seeking shows the world of that place, with the tick before it, and tells no events', () => {
  const { track, session, run } = watch();
  run(300);
  expect(session.takeEvents().length).toBeGreaterThan(0);
  session.seek(700);
  expect([session.position, session.takeEvents()]).toEqual([700, []]);
  expect(hashWorld(session.world)).toBe(hashWorld(track.at(700).world));
  expect(hashMatch(session.previous.match)).toBe(hashMatch(track.at(699).world.match));
  session.seek(-5);
  expect(session.position).toBe(0);
  session.seek(1e9);
  expect(session.position).toBe(track.length);
});

test('[V9] it ends by itself, and says who is followed as long as it is told to', () => {
  const { track, session, run } = watch();
  session.speed = 4;
  run(track.length);
  expect([session.position, session.isPlaying, session.self]).toEqual([track.length, false, null]);
});

test('[V7] the page has its turn while a replay is read ahead', () => {
  const track = ReplayTrack.open(replay, builtInArena)!;
  let clockMs = 0;
  const session = new WatchSession(track, () => (clockMs += 3));
  session.advance(0);
  expect(track.read).toBeGreaterThan(0);
  expect(track.isRead).toBe(false);
});

/** From the middle of the replay on, as the third player. */
function playOn() {
  const { track, session } = watch();
  session.seek(500);
  const match = new PlayOnSession({
    cursors: session.leave(),
    self: toMemberId(2),
    level: 'regular',
    arenas: builtInArena,
    textOf: () => null,
    seed: 1,
  });
  let nowMs = 0;
  const run = (ticks: number): void => {
    for (let count = 0; count < ticks; count += 1) match.advance((nowMs += TICK_MS));
  };
  return { track, match, run };
}

test('[V11] a match that is played on stands still until something is pressed', () => {
  const { track, match, run } = playOn();
  run(100);
  const { tick } = track.at(500).world;
  expect([match.world.tick, match.self]).toEqual([tick, 2]);
  match.isPaused = false;
  run(10);
  expect(match.world.tick).toBe(tick);
  match.holdInput(toInputBits(INPUT_RIGHT));
  run(20);
  expect(match.world.tick).toBeGreaterThan(tick + 15);
});

test('[V12] the others do what they did, and the taken disc what the person presses', () => {
  const { track, match, run } = playOn();
  match.isPaused = false;
  match.holdInput(toInputBits(INPUT_RIGHT));
  const { tick } = match.world;
  run(5);
  const then = track.at(500 + match.world.tick - tick).world;
  expect(match.world.tick).toBe(tick + 4);
  const first = match.world.arena.firstPlayerDisc;
  const xOf = (world: typeof then, seat: number) => world.match.discs[(first + seat) * 4]!;
  expect([0, 1, 3].map((seat) => xOf(match.world, seat))).toEqual(
    [0, 1, 3].map((seat) => xOf(then, seat)),
  );
  expect(xOf(match.world, 2)).not.toBe(xOf(then, 2));
});

test('[V12] it goes on as practice, with bots, far behind the end of the recording', () => {
  const { track, match, run } = playOn();
  match.holdInput(toInputBits(INPUT_RIGHT));
  run(2000);
  expect(match.world.tick).toBeGreaterThan(track.at(track.length).world.tick);
  const { members, host } = match.world.room;
  expect([members.length, host]).toEqual([4, 2]);
});
