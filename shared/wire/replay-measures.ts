import { TICK_RATE } from '../sim/tick.ts';

/** A minute. What is longer goes on in the next segment. */
export const SEGMENT_TICKS = 60 * TICK_RATE;
/** More than anybody asks for in a minute; a segment with so many ends early. */
export const SEGMENT_COMMANDS = 1023;
/** What a tick keeps of its hash. */
export const TICK_HASH_MASK = 0xffff;
/** What keyframes may take of a second: the larger a state, the less often it is kept. */
export const KEYFRAME_WORDS_A_SECOND = 128;
export const SEGMENT_SECONDS = SEGMENT_TICKS / TICK_RATE;

/** How a segment joins the one before. */
export const OPENING = {
  /** It begins where the other ended. */
  goesOn: 0,
  /** The same, and a match has just begun. */
  match: 1,
  /** A snapshot came in: what was before has nothing to do with it. */
  snapshot: 2,
} as const;
export type Opening = (typeof OPENING)[keyof typeof OPENING];

/** Seconds from one keyframe to the next, for a match of so many words. */
export function keyframeSecondsFor(frameWords: number): number {
  return Math.min(SEGMENT_SECONDS, Math.ceil(frameWords / KEYFRAME_WORDS_A_SECOND));
}
