import { expect, test } from 'vitest';
import { RecordedMatch } from '../../tests/simulation/recorded-match.ts';
import { BY_SEQUENCER, toMemberId } from '../room/command.ts';
import { MAX_SEATS } from '../base/room-limits.ts';
import { toTick } from '../sim/tick.ts';
import { SIM_VERSION, WIRE_VERSION } from '../version.ts';
import { createRandom } from '../base/seeded-random.ts';
import {
  MAX_REPLAY_BYTES,
  type Replay,
  decodeReplay,
  encodeReplay,
  replayTicks,
} from './replay-file.ts';
import { OPENING } from './replay-measures.ts';
import type { ReplaySegment } from './replay-segment.ts';

const SAVED_AT_S = 0x6af0_0001;

const GOLDEN =
  '6af0000108ac25adac2e000002c2b5028000001d80000000000081831d8db185cdcda58c00000000' +
  '000200000000040081018200000000001a02440900040089f801d5555ddde66603bd5b7dde080040' +
  'a0806040240000001c';

/** As small as a segment can be: two words of state, three ticks, one command. */
function tinySegment(): ReplaySegment {
  const rows = new Uint8Array(3 * MAX_SEATS);
  rows.set([8, 0], MAX_SEATS);
  rows.set([8, 16], 2 * MAX_SEATS);
  return {
    opening: OPENING.match,
    start: {
      tick: toTick(59),
      room: {
        members: [],
        host: toMemberId(0),
        sequencer: toMemberId(0),
        term: 1,
        configuration: null,
        rules: { timeLimitMinutes: 3, scoreLimit: 3 },
        stadium: 'classic',
        owner: null,
        coming: null,
        isSwapped: false,
        rematchAt: null,
        votes: [],
        sentAway: [],
        wins: { sun: 0, wave: 0 },
        auto: 0,
        rotates: false,
        queue: [],
        kits: { sun: null, wave: null },
        areTeamsLocked: false,
        kickLimit: { interval: 2, rate: 0, burst: 0 },
        discs: [],
        playsOn: null,
        deserted: null,
      },
      match: Uint8Array.of(1, 2, 3, 4, 0, 0, 0, 0),
    },
    rows,
    commands: [{ row: 2, command: { type: 'pause', paused: true, by: BY_SEQUENCER } }],
    tickHashes: Uint16Array.of(0xaaaa, 0xbbbb, 0xcccc),
    secondHashes: Uint32Array.of(0xdeadbeef),
    keyframeSeconds: 1,
    keyframes: { frameWords: 2, words: Uint32Array.of(0x04030201, 0, 0x04030201, 7) },
  };
}

function tinyReplay(): Replay {
  return {
    savedAtS: SAVED_AT_S,
    stadiums: [{ id: 'a-map', text: 'µ' }],
    segments: [tinySegment()],
  };
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}

function typeOf(file: Uint8Array): string {
  const decoded = decodeReplay(file);
  return decoded.ok ? 'replay' : decoded.error.type;
}

/** A real one, with everything that a file can hold. */
function recordedFile(ticks = 130): Uint8Array {
  const match = new RecordedMatch(3, 9);
  match.request({ type: 'start' });
  match.run(ticks);
  return encodeReplay(match.recorder.take('all', SAVED_AT_S)!);
}

test('[P2] a replay comes back as it was', () => {
  expect(decodeReplay(encodeReplay(tinyReplay()))).toEqual({ ok: true, value: tinyReplay() });
  const file = recordedFile();
  const decoded = decodeReplay(file);
  if (!decoded.ok) throw new Error(decoded.error.type);
  expect(replayTicks(decoded.value)).toBe(134);
  expect(hex(encodeReplay(decoded.value))).toBe(hex(file));
});

test('[P1] the file begins with its mark, its format and the versions', () => {
  const version = (value: number): string => value.toString(16).padStart(4, '0');
  const file = hex(encodeReplay(tinyReplay()));
  expect(file.slice(0, 18)).toBe(`5042525001${version(SIM_VERSION)}${version(WIRE_VERSION)}`);
});

test('[P2] a replay has exactly these bytes behind its head', () => {
  expect(hex(encodeReplay(tinyReplay())).slice(18)).toBe(GOLDEN);
});

test('[P1] what is no replay, of another format or of another version says so', () => {
  const changed = (at: number): Uint8Array => {
    const file = encodeReplay(tinyReplay());
    file[at]! ^= 0x40;
    return file;
  };
  expect(typeOf(new Uint8Array(0))).toBe('no-replay');
  expect(typeOf(changed(0))).toBe('no-replay');
  expect(typeOf(changed(4))).toBe('other-format');
  expect(decodeReplay(changed(6))).toEqual({
    ok: false,
    error: { type: 'other-version', sim: SIM_VERSION ^ 0x40, wire: WIRE_VERSION },
  });
  expect(typeOf(changed(8))).toBe('other-version');
});

test('[P6] every truncation is no replay, and never throws', () => {
  for (const file of [encodeReplay(tinyReplay()), recordedFile(1)]) {
    for (let length = 0; length < file.length; length++) {
      expect(typeOf(file.subarray(0, length))).toMatch(/^(no-replay|broken)$/);
    }
    const longer = new Uint8Array(file.length + 1);
    longer.set(file);
    expect(typeOf(longer)).toBe('broken');
  }
});

test('[P6] ten thousand mutated files are read or refused, and never throw', () => {
  const random = createRandom(4);
  const [tiny, recorded] = [encodeReplay(tinyReplay()), recordedFile(70)];
  const seen = new Set<string>();
  for (let count = 0; count < 10_000; count++) {
    const mutant = (count % 20 === 0 ? recorded : tiny).slice();
    const changes = 1 + Math.floor(random() * 4);
    for (let change = 0; change < changes; change++) {
      mutant[9 + Math.floor(random() * (mutant.length - 9))] = Math.floor(random() * 256);
    }
    seen.add(typeOf(mutant));
  }
  expect([...seen].toSorted()).toEqual(['broken', 'replay']);
});

test('[P6] parts of a segment that do not tell of the same ticks are refused', () => {
  const whole = tinySegment();
  const broken: readonly Partial<ReplaySegment>[] = [
    { tickHashes: whole.tickHashes.slice(1) },
    { secondHashes: new Uint32Array(0) },
    { commands: [{ ...whole.commands[0]!, row: 3 }] },
    { commands: [whole.commands[0]!, { ...whole.commands[0]!, row: 1 }] },
    { keyframeSeconds: 0 },
    { keyframes: { frameWords: 1, words: new Uint32Array(2) } },
    { keyframes: { frameWords: 2, words: new Uint32Array(6) } },
    { rows: new Uint8Array(3601 * MAX_SEATS) },
  ];
  for (const part of broken) {
    const segments = [{ ...whole, ...part }];
    expect(typeOf(encodeReplay({ ...tinyReplay(), segments }))).toBe('broken');
  }
  const segments = [whole];
  expect(typeOf(encodeReplay({ ...tinyReplay(), segments }))).toBe('replay');
});

test('[P6] a file that is too large is not looked at', () => {
  expect(typeOf(new Uint8Array(MAX_REPLAY_BYTES + 1))).toBe('too-large');
});

test('[P6] a small file cannot ask for much memory: keyframes have a limit of their own', () => {
  const frameWords = 10_000;
  const minute: ReplaySegment = {
    ...tinySegment(),
    start: { ...tinySegment().start, tick: toTick(0), match: new Uint8Array(4 * frameWords) },
    rows: new Uint8Array(3600 * MAX_SEATS),
    commands: [],
    tickHashes: new Uint16Array(3600),
    secondHashes: new Uint32Array(60),
  };
  const withFrames = (frames: number): Uint8Array => {
    const keyframes = { frameWords, words: new Uint32Array(frames * frameWords) };
    return encodeReplay({ ...tinyReplay(), segments: [{ ...minute, keyframes }] });
  };
  expect(typeOf(withFrames(2))).toBe('replay');
  expect(typeOf(withFrames(60))).toBe('broken');
});
