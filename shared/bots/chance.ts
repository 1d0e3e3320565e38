import { finishHash, mixHash } from '../base/hash.ts';

/** What a bot throws dice for; each has a row of its own. */
export const CHANNEL = { aim: 1, kick: 2, pass: 3, side: 4, rhythm: 5 } as const;

/**
 * 0 to 1 (excluded), the same on every machine and in every replay.
 *
 * @param moment a tick, or the number of a stretch of ticks
 */
export function chance(seed: number, seat: number, moment: number, channel: number): number {
  const hash = mixHash(mixHash(mixHash(seed, seat), moment), channel);
  return finishHash(hash, 4) / 0x1_0000_0000;
}

/** -1 to 1, near 0 more often: the mean of two throws. */
export function error(seed: number, seat: number, moment: number, channel: number): number {
  const first = chance(seed, seat, moment, channel);
  return first + chance(seed, seat, moment, channel + 64) - 1;
}
