import { MAX_MAGNITUDE } from './stadium-limits.ts';

/** [F5] A number of a file as the physics takes it: within the limit, and never −0. */
export function limited(value: number): number {
  return Math.max(-MAX_MAGNITUDE, Math.min(MAX_MAGNITUDE, value)) + 0;
}
