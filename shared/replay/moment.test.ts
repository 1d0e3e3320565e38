import { expect, test } from 'vitest';
import { RecordedMatch } from '../../tests/simulation/recorded-match.ts';
import { hashMatch } from '../sim/match/checksum.ts';
import { type ArenaSource, hashWorld } from '../room/world.ts';
import { builtInArena } from '../stadium/built-in/built-in-stadiums.ts';
import { decodeMoment, encodeMoment, MOMENT_TICKS, momentTicks } from '../wire/moment.ts';
import { decodeReplay, encodeReplay } from '../wire/replay-file.ts';
import { cutMoment } from './cut-moment.ts';
import { momentReplay } from './moment-replay.ts';
import { ReplayTrack } from './replay-track.ts';

const BUILT_IN = () => null;

function openAll(
  replay: Parameters<typeof ReplayTrack.open>[0],
  arenas: ArenaSource = builtInArena,
) {
  const track = ReplayTrack.open(replay, arenas)!;
  track.readOn(track.length);
  return track;
}

/** Eight scripts play for half a minute; a member leaves in the midst of it. */
function play() {
  const match = new RecordedMatch(8, 5);
  match.request({ type: 'start' });
  match.run(1200);
  match.lapse(7);
  match.run(600);
  return openAll(match.recorder.take('match', 0)!);
}

const track = play();

/** There and back as bytes, as a link carries it. */
function carry(from: number, ticks?: number) {
  const cut = cutMoment(track, builtInArena, from, ticks)!;
  const read = decodeMoment(encodeMoment(cut));
  if (!read.ok) throw new Error(read.error.type);
  return read.value;
}

test('[V14] [V15] a moment plays the very ticks that it was cut from, with all that was said to the room', () => {
  const moment = carry(1000);
  expect(momentTicks(moment)).toBe(MOMENT_TICKS);
  expect(moment.commands.map(({ command }) => command.type)).toEqual(['absent', 'leave']);
  const again = openAll(momentReplay(moment, builtInArena, BUILT_IN)!);
  expect([again.length, again.differsAt]).toEqual([MOMENT_TICKS, null]);
  for (const tick of [0, 1, 59, 60, 200, 201, MOMENT_TICKS]) {
    expect(hashWorld(again.at(tick).world)).toBe(hashWorld(track.at(1000 + tick).world));
  }
});

test('[V14] it ends where the recording does, and is nothing there', () => {
  expect(momentTicks(carry(track.length - 90))).toBe(90);
  expect(momentTicks(carry(500, 60))).toBe(60);
  expect(cutMoment(track, builtInArena, track.length)).toBeNull();
});

test('[V14] it ends where a recording does not follow from its own inputs', () => {
  const match = new RecordedMatch(2, 6);
  match.request({ type: 'start' });
  match.run(400);
  // What comes from elsewhere: a snapshot of another match in the midst of this one.
  const other = new RecordedMatch(2, 9);
  other.request({ type: 'start' });
  other.run(400);
  match.world = other.world;
  match.recorder.begin(match.world);
  match.run(100);
  const replay = match.recorder.take('all', 0)!;
  const both = openAll(replay);
  const jump = both.length - 100;
  expect(momentTicks(cutMoment(both, builtInArena, jump - 50)!)).toBeLessThan(51);
  expect(momentTicks(cutMoment(both, builtInArena, jump)!)).toBe(100);
});

test('[V15] a machine that computes something else says from where on', () => {
  const moment = carry(300);
  const hashes = moment.hashes.map((hash, index) => (index === 3 ? hash ^ 1 : hash));
  const again = openAll(momentReplay({ ...moment, hashes }, builtInArena, BUILT_IN)!);
  expect(again.differsAt).toBe(239);
});

test('[V15] it can be saved as a file, and is null without its map', () => {
  const replay = momentReplay(carry(700), builtInArena, BUILT_IN)!;
  const file = decodeReplay(encodeReplay(replay));
  expect(file.ok && openAll(file.value).differsAt).toBeNull();
  expect(momentReplay(carry(700), () => undefined, BUILT_IN)).toBeNull();
});

test('[P12] whatever the bytes are, they are a moment or they are not: nothing throws', () => {
  const bytes = encodeMoment(cutMoment(track, builtInArena, 800)!);
  for (let end = 0; end < bytes.length; end += 7) {
    expect(decodeMoment(bytes.subarray(0, end)).ok).toBe(false);
  }
  let played = 0;
  for (let bit = 56; bit < bytes.length * 8; bit += 37) {
    const bent = bytes.slice();
    bent[bit >> 3]! ^= 128 >> (bit & 7);
    const read = decodeMoment(bent);
    // One in sixteen is played as well, which takes most of the time.
    if (!read.ok || bit % 16 !== 0) continue;
    if (momentReplay(read.value, builtInArena, BUILT_IN)) played += 1;
  }
  expect(played).toBeGreaterThan(10);
});

test('[P11] one of another version is told apart from what is none', () => {
  const bytes = encodeMoment(cutMoment(track, builtInArena, 800)!);
  const why = (bent: Uint8Array) => {
    const read = decodeMoment(bent);
    return read.ok ? null : read.error.type;
  };
  for (const byte of [2, 4, 6]) {
    const bent = bytes.slice();
    bent[byte]! ^= 1;
    expect(why(bent)).toBe('other-version');
  }
  expect(why(Uint8Array.of(1, 2, 3))).toBe('no-moment');
  expect(why(bytes.subarray(0, -1))).toBe('broken');
});

test('the hash behind the last tick of a cut is that of the match', () => {
  const moment = carry(640, 90);
  expect(moment.hashes.at(-1)).toBe(hashMatch(track.at(730).world.match) & 0xffff);
});
