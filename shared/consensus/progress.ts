import { assertNever } from '../base/assert.ts';

/** What a sequencer knows of how much a peer holds, and of how it was heard. */
export type Progress = (Probe | Replicate | Snapshot) & Heard;

/** It has not answered in this term yet. */
type Probe = { readonly state: 'probe' };
/** It holds all ticks before `match`. */
type Replicate = { readonly state: 'replicate'; match: number };
/** It is given a world that ends before `end`. */
type Snapshot = { readonly state: 'snapshot'; end: number };

type Heard = {
  heardMs: number;
  /** Of the witness, as it said last. */
  life: number;
  /** It was taken out of the configuration, and has been silent or behind since, last at `missedMs`. */
  wasMissed: boolean;
  missedMs: number;
};

/** In ticks: what is final with a follower lags behind by a few packets, and telling less tells nothing. */
const PROBE_BACK_TICKS = 15;

/** What a peer says that needs a world. */
export const NEEDS_WORLD = -1;

/** Of a peer that is to be asked. */
export function startProbe(nowMs: number): Progress {
  return { state: 'probe', heardMs: nowMs, life: 0, wasMissed: false, missedMs: nowMs };
}

/** How far it holds what this sequencer ordered, as far as it said so. */
export function matchOf(progress: Progress | null | undefined): number {
  return progress?.state === 'replicate' ? progress.match : NEEDS_WORLD;
}

/** First tick to tell it of; null while it has to be given a world. */
export function nextFor(progress: Progress, base: number, commit: number): number | null {
  switch (progress.state) {
    case 'probe':
      return Math.max(base, commit - PROBE_BACK_TICKS);
    case 'replicate':
      // Silent for long: what it lacks is no longer here.
      return progress.match < base ? null : progress.match;
    case 'snapshot':
      return null;
    default:
      return assertNever(progress);
  }
}

/**
 * [C9] What it said last. What it holds in this term it never loses, so an answer that was overtaken
 * changes nothing.
 */
export function hearFrom(
  progress: Progress,
  answer: { readonly end: number; readonly life: number },
  world: { readonly base: number; readonly commit: number },
  nowMs: number,
): Progress {
  progress.heardMs = nowMs;
  progress.life = answer.life;
  if (progress.state === 'replicate') {
    progress.match = Math.max(progress.match, answer.end);
    return progress;
  }
  const { heardMs, life, wasMissed, missedMs } = progress;
  const heard = { heardMs, life, wasMissed, missedMs };
  if (answer.end < world.base) return { state: 'snapshot', end: world.commit, ...heard };
  return { state: 'replicate', match: answer.end, ...heard };
}
