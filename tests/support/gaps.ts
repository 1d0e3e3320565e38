import type { Sample } from './page-recorder.ts';

/** Index in a sample: what is watched. */
export const FINAL = 1;
export const PREDICTED = 2;

/** The longest time in milliseconds that ticks of one kind stood still in what a page saw. */
export function longestStandstill(
  samples: readonly Sample[],
  kind: typeof FINAL | typeof PREDICTED,
): number {
  let longest = 0;
  let newest = Number.NEGATIVE_INFINITY;
  let movedAtMs = samples[0]?.[0] ?? 0;
  for (const sample of samples) {
    if (sample[kind] > newest) {
      newest = sample[kind];
      longest = Math.max(longest, sample[0] - movedAtMs);
      movedAtMs = sample[0];
    } else longest = Math.max(longest, sample[0] - movedAtMs);
  }
  return longest;
}

/** The longest time in milliseconds that the machine left a page none: then nobody plays there. */
export function longestBlackout(samples: readonly Sample[]): number {
  let longest = 0;
  for (const [index, sample] of samples.entries()) {
    longest = Math.max(longest, sample[0] - (samples[index - 1] ?? sample)[0]);
  }
  return longest;
}
