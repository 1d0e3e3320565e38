import { MOMENT_MARK } from '../stadium/moment-text.ts';
import { MOMENT_MAX_BYTES } from '../wire/moment.ts';

/**
 * [R44] A moment as a text: like a map it is named by its hash, and goes from peer to peer.
 *
 * @param map its text; '' for one that everybody has
 */
export function formatMoment(bytes: Uint8Array, map: string): string {
  const digits = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${MOMENT_MARK}${digits}\n${map}`;
}

/** The bytes that `formatMoment` was given; null for what is no such text. Never throws. */
export function parseMoment(text: string): Uint8Array | null {
  const digits = text.slice(MOMENT_MARK.length, text.indexOf('\n', MOMENT_MARK.length));
  const isHex = digits.length % 2 === 0 && /^[\da-f]*$/.test(digits);
  if (!isHex || digits.length > 2 * MOMENT_MAX_BYTES) return null;
  const bytes = new Uint8Array(digits.length / 2);
  for (let at = 0; at < bytes.length; at += 1) {
    bytes[at] = Number.parseInt(digits.slice(at * 2, at * 2 + 2), 16);
  }
  return bytes;
}
