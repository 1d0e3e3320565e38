import { type Result, fail, ok } from '../base/result.ts';
import { SIM_VERSION, WIRE_VERSION } from '../version.ts';
import { BitReader } from './bit-reader.ts';
import { BitWriter } from './bit-writer.ts';
import { type Codec, type Decoded, decodeAll, list, struct, text, uint } from './codec.ts';
import { stadiumId } from './fields.ts';
import {
  type ReplaySegment,
  isSegmentWhole,
  replaySegment,
  segmentTicks,
} from './replay-segment.ts';

/** `PBRP` */
const MAGIC = 0x50425250;
const FORMAT = 1;

/** Sixteen stadiums of a mebibyte, and as much for an hour of play. */
export const MAX_REPLAY_BYTES = 32 * 1_048_576;
/** As many as a machine keeps in memory (stadium-collection.ts). */
export const MAX_REPLAY_STADIUMS = 16;
export const MAX_REPLAY_SEGMENTS = 64;
const STADIUM_MAX_BYTES = 1_048_576;

/** [P1] These fields stand where they are in every format to come. */
const head = struct({ magic: uint(32), format: uint(8), sim: uint(16), wire: uint(16) });

/** [P2] What the head is about. */
const body = struct({
  /** When it was saved, in seconds since 1970, as the machine's clock told it. */
  savedAtS: uint(32),
  /** [P3] The stadiums that not everybody has, each under the hash of its text. */
  stadiums: list(struct({ id: stadiumId, text: text(STADIUM_MAX_BYTES) }), MAX_REPLAY_STADIUMS),
  segments: list(replaySegment, MAX_REPLAY_SEGMENTS),
});

/** A piece of a room's timeline with what it takes to play it again. */
export type Replay = Decoded<typeof body>;

export type ReplayProblem =
  | { readonly type: 'no-replay' }
  | { readonly type: 'other-format'; readonly format: number }
  | { readonly type: 'other-version'; readonly sim: number; readonly wire: number }
  | { readonly type: 'too-large' }
  | { readonly type: 'broken' };

/** [P1] The bytes of a replay file. */
export function encodeReplay(replay: Replay): Uint8Array<ArrayBuffer> {
  const writer = new BitWriter(sizeLimit(replay));
  head.write(writer, { magic: MAGIC, format: FORMAT, sim: SIM_VERSION, wire: WIRE_VERSION });
  body.write(writer, replay);
  return writer.finish().slice();
}

/** [P6] A replay that this version can play, or why the bytes are none. Never throws. */
export function decodeReplay(file: Uint8Array): Result<Replay, ReplayProblem> {
  const reader = new BitReader(file);
  const problem = readHead(file, reader);
  if (problem) return fail(problem);
  const replay = decodeAll<Replay>(body as Codec<Replay>, reader);
  return replay?.segments.every(isSegmentWhole) ? ok(replay) : fail({ type: 'broken' });
}

/** [P1] Why a file is not for this version, or is none, by its head alone; null = it may be played. */
export function checkReplayHead(file: Uint8Array): ReplayProblem | null {
  return readHead(file, new BitReader(file));
}

function readHead(file: Uint8Array, reader: BitReader): ReplayProblem | null {
  if (file.length > MAX_REPLAY_BYTES) return { type: 'too-large' };
  const { magic, format, sim, wire } = head.read(reader);
  if (reader.failed || magic !== MAGIC) return { type: 'no-replay' };
  if (format !== FORMAT) return { type: 'other-format', format };
  return sim === SIM_VERSION && wire === WIRE_VERSION ? null : { type: 'other-version', sim, wire };
}

/** Ticks of all segments together. */
export function replayTicks({ segments }: Replay): number {
  return segments.reduce((sum, segment) => sum + segmentTicks(segment), 0);
}

/** Bytes that the file does not exceed. */
function sizeLimit({ stadiums, segments }: Replay): number {
  const stadiumBytes = stadiums.reduce((sum, { text: { length } }) => sum + 3 * length + 64, 0);
  return segments.reduce((sum, segment) => sum + segmentSizeLimit(segment), stadiumBytes + 64);
}

function segmentSizeLimit(segment: ReplaySegment): number {
  const { start, commands, keyframes } = segment;
  // A row: a bit, a mask, eight inputs and the hash. A room: 31 members with names of 64 bytes.
  const rows = segmentTicks(segment) * 10 + segment.secondHashes.length * 4;
  const room = 4_000;
  return room + start.match.length + rows + commands.length * 128 + keyframes.words.length * 5;
}
