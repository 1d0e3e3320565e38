import type { Brand } from './brand.ts';

/** One machine in a room, named by the lobby: 1–24 characters of `A–Z a–z 0–9 _ -`. */
export type PeerId = Brand<string, 'PeerId'>;

const PATTERN = /^[\w-]{1,24}$/;

/** Returns null when the text is no peer id. */
export function parsePeerId(text: unknown): PeerId | null {
  return typeof text === 'string' && PATTERN.test(text) ? (text as PeerId) : null;
}
