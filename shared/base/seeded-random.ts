/** Numbers from 0 to below 1 that a seed decides (mulberry32). For simulated networks and tests. */
export type Random = () => number;

/** Makes a generator of numbers in [0, 1) that depends on `seed` alone. */
export function createRandom(seed: number): Random {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Normally distributed around 0 with deviation 1 (sum of twelve uniform numbers, Irwin–Hall). */
export function nextNormal(random: Random): number {
  let sum = -6;
  for (let index = 0; index < 12; index++) sum += random();
  return sum;
}
