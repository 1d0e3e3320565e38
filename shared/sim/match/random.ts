/**
 * Seeded generator (sfc32) over four integers of somebody else's memory, so that it can be part of
 * the match state. The same seed gives the same numbers on every engine.
 */
export function seedRandom(words: Int32Array, at: number, seed: number): void {
  words[at] = seed | 0;
  words[at + 1] = Math.imul(seed | 0, 0x9e3779b1) ^ 0x2c1b3c6d;
  words[at + 2] = 0x297a2d39;
  words[at + 3] = 1;
  // Close seeds begin with close numbers: the first ones are thrown away.
  for (let round = 0; round < 12; round += 1) nextRandom(words, at);
}

/** The next integer, 0 … 2^32 − 1. */
export function nextRandom(words: Int32Array, at: number): number {
  const a = words[at]!;
  const b = words[at + 1]!;
  const c = words[at + 2]!;
  const counter = words[at + 3]!;
  const sum = (a + b + counter) | 0;
  words[at] = b ^ (b >>> 9);
  words[at + 1] = (c + (c << 3)) | 0;
  words[at + 2] = (((c << 21) | (c >>> 11)) + sum) | 0;
  words[at + 3] = (counter + 1) | 0;
  return sum >>> 0;
}

/** The next number in 0 … 1, 1 excluded. */
export function nextFraction(words: Int32Array, at: number): number {
  return nextRandom(words, at) / 4_294_967_296;
}
