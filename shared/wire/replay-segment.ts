import { assert } from '../base/assert.ts';
import { MAX_SEATS } from '../base/room-limits.ts';
import { TICK_RATE } from '../sim/tick.ts';
import { type Codec, type Decoded, below, list, struct, typed, uint } from './codec.ts';
import { command } from './command-codec.ts';
import { rowsOf } from './input-rows.ts';
import {
  KEYFRAME_WORDS_A_SECOND,
  type Opening,
  SEGMENT_COMMANDS,
  SEGMENT_SECONDS,
  SEGMENT_TICKS,
} from './replay-measures.ts';
import { worldSnapshot } from './world-codec.ts';

const MATCH_MAX_WORDS = 10_000;
const FRAMES_MAX_WORDS = SEGMENT_SECONDS * KEYFRAME_WORDS_A_SECOND + 2 * MATCH_MAX_WORDS;

/** The state of the match at some ticks, as the words of its buffer, one frame behind the other. */
type Keyframes = { readonly frameWords: number; readonly words: Uint32Array };

/**
 * [P5] A word that is the same as one frame earlier is a 0 bit, another one a 1 bit and the word.
 * Before the first frame all are 0, so that a segment is read on its own.
 */
const keyframes: Codec<Keyframes> = {
  write: (writer, { frameWords, words }) => {
    const count = frameWords === 0 ? 0 : words.length / frameWords;
    assert(Number.isInteger(count), 'half a keyframe');
    writer.bits(frameWords, 14);
    writer.bits(count, 7);
    for (let at = 0; at < words.length; at++) {
      const isSame = words[at] === wordBefore(words, at, frameWords);
      writer.bits(isSame ? 0 : 1, 1);
      if (!isSame) writer.bits(words[at]!, 32);
    }
  },
  read: (reader) => {
    const frameWords = reader.bits(14);
    const count = reader.bits(7);
    if (frameWords > MATCH_MAX_WORDS || frameWords * count > FRAMES_MAX_WORDS) reader.fail();
    const words = new Uint32Array(reader.failed ? 0 : frameWords * count);
    for (let at = 0; at < words.length && !reader.failed; at++) {
      words[at] = reader.bits(1) === 1 ? reader.bits(32) : wordBefore(words, at, frameWords);
    }
    return { frameWords, words };
  },
};

/** [P2] A snapshot, and what became final after it for up to a minute. */
export const replaySegment = struct({
  opening: typed<Opening>(below(3)),
  start: worldSnapshot,
  /** Inputs of every tick, MAX_SEATS bytes each. */
  rows: rowsOf(12),
  /** Commands by the index of their row, in the order of their application. */
  commands: list(struct({ row: uint(12), command }), SEGMENT_COMMANDS),
  /** [P4] Low bits of `hashMatch` behind each tick: they tell the first one that differs. */
  tickHashes: unsigned(16, SEGMENT_TICKS, (count) => new Uint16Array(count)),
  /** [P4] `hashWorld` behind each tick whose number is a multiple of TICK_RATE. */
  secondHashes: unsigned(32, SEGMENT_SECONDS, (count) => new Uint32Array(count)),
  /** [P5] Keyframes stand at multiples of this many seconds, and one at the end. */
  keyframeSeconds: uint(6),
  keyframes,
});

export type ReplaySegment = Decoded<typeof replaySegment>;

/** Ticks in a segment. */
export function segmentTicks({ rows }: ReplaySegment): number {
  return rows.length / MAX_SEATS;
}

/** How many multiples of `every` lie behind `start`, up to `end`. */
export function countMultiples(start: number, end: number, every: number): number {
  return Math.floor(end / every) - Math.floor(start / every);
}

/** [P6] True when all parts of a segment tell of the same ticks. */
export function isSegmentWhole(segment: ReplaySegment): boolean {
  const { start, commands, tickHashes, secondHashes, keyframeSeconds } = segment;
  const ticks = segmentTicks(segment);
  const end = start.tick + ticks;
  const { frameWords, words } = segment.keyframes;
  const frames = frameWords === 0 ? 0 : words.length / frameWords;
  const areInOrder = commands.every(
    ({ row }, index) => row < ticks && row >= (commands[index - 1]?.row ?? 0),
  );
  return (
    areInOrder &&
    ticks <= SEGMENT_TICKS &&
    tickHashes.length === ticks &&
    secondHashes.length === countMultiples(start.tick, end, TICK_RATE) &&
    keyframeSeconds > 0 &&
    frames <= countMultiples(start.tick, end, keyframeSeconds * TICK_RATE) + 1 &&
    frameWords * 4 === start.match.length
  );
}

function wordBefore(words: Uint32Array, at: number, frameWords: number): number {
  return at < frameWords ? 0 : words[at - frameWords]!;
}

/** Up to `max` unsigned integers of `width` bits behind their count, without an object for each. */
function unsigned<Values extends Uint16Array | Uint32Array>(
  width: number,
  max: number,
  make: (count: number) => Values,
): Codec<Values> {
  const countWidth = 32 - Math.clz32(max);
  return {
    write: (writer, values) => {
      assert(values.length <= max, `${values.length} numbers are over ${max}`);
      writer.bits(values.length, countWidth);
      for (const value of values) writer.bits(value, width);
    },
    read: (reader) => {
      const count = reader.bits(countWidth);
      if (count > max) reader.fail();
      const values = make(reader.failed ? 0 : count);
      for (let at = 0; at < values.length && !reader.failed; at++) values[at] = reader.bits(width);
      return values;
    },
  };
}
