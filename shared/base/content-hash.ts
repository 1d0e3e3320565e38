import { finishHash, mixHash, startHash } from './hash.ts';

/** One odd factor a stream: the four see different words, so that they do not collide together. */
const FACTORS = [0x9e3779b1, 0x85ebca77, 0xc2b2ae3d, 0x27d4eb2f] as const;

/**
 * The name of a text by its content: 128 bits as 32 hexadecimal digits.
 *
 * It guards against accidents, not against forgery. Every receiver computes it again and refuses
 * what does not fit; two texts made to collide would only let peers play on different ones, which
 * the comparison of states notices and repairs.
 */
export function contentHash(text: string): string {
  const hashes = FACTORS.map((factor) => hashStream(text, factor));
  // Each stream ends with all of the others in it.
  const sum = hashes.reduce((all, hash) => (all + hash) | 0, 0);
  return hashes.map((hash, index) => hex(finishHash(mixHash(hash, sum), index))).join('');
}

/** True for what `contentHash` may have made. */
export function isContentHash(id: string): boolean {
  return /^[\da-f]{32}$/.test(id);
}

function hashStream(text: string, factor: number): number {
  let hash = Math.imul(startHash(), factor);
  for (let index = 0; index < text.length; index++) {
    hash = mixHash(hash, Math.imul(text.charCodeAt(index) + 1, factor));
  }
  return finishHash(hash, text.length);
}

function hex(value: number): string {
  return value.toString(16).padStart(8, '0');
}
