import type { Sample } from './page-recorder.ts';

/** Index in a sample: what is watched. */
export const FINAL = 1;
export const PREDICTED = 2;

/** From when to when, in milliseconds. */
export type Gap = readonly [fromMs: number, toMs: number];

/** A page that is left no time for so long neither sends nor hears what others wait for. */
const BLACKOUT_MS = 100;

/**
 * The longest time in milliseconds that ticks of one kind stood still in what a page saw, without the
 * time of these blackouts.
 */
export function longestStandstill(
  samples: readonly Sample[],
  kind: typeof FINAL | typeof PREDICTED,
  blackouts: readonly Gap[] = [],
): number {
  const dark = merge(blackouts);
  let longest = 0;
  let newest = Number.NEGATIVE_INFINITY;
  let movedAtMs = samples[0]?.[0] ?? 0;
  for (const sample of samples) {
    longest = Math.max(longest, lengthWithout(dark, movedAtMs, sample[0]));
    if (sample[kind] <= newest) continue;
    newest = sample[kind];
    movedAtMs = sample[0];
  }
  return longest;
}

/** When the machine left a page no time: then nobody plays there. */
export function blackoutsOf(samples: readonly Sample[]): readonly Gap[] {
  const gaps = samples.map(([nowMs], index): Gap => [samples[index - 1]?.[0] ?? nowMs, nowMs]);
  return gaps.filter(([fromMs, toMs]) => toMs - fromMs > BLACKOUT_MS);
}

/** The same times, in order and none of them twice. */
function merge(gaps: readonly Gap[]): readonly Gap[] {
  const merged: Gap[] = [];
  for (const [fromMs, toMs] of gaps.toSorted(([one], [other]) => one - other)) {
    const last = merged.at(-1);
    if (last === undefined || fromMs > last[1]) merged.push([fromMs, toMs]);
    else merged[merged.length - 1] = [last[0], Math.max(last[1], toMs)];
  }
  return merged;
}

function lengthWithout(dark: readonly Gap[], fromMs: number, toMs: number): number {
  let lengthMs = toMs - fromMs;
  for (const [darkMs, lightMs] of dark) {
    lengthMs -= Math.max(0, Math.min(lightMs, toMs) - Math.max(darkMs, fromMs));
  }
  return lengthMs;
}
