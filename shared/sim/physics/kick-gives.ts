import { WORLD_LIMIT } from '../tuning.ts';

/** [F5] The speed that a strength makes of a disc: bounded once it is a speed, as its factors may be huge. */
export function kickGives(strength: number, invMass: number): number {
  return Math.max(-WORLD_LIMIT, Math.min(WORLD_LIMIT, strength * invMass + 0));
}
