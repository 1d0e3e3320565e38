/** No stadium file begins so. */
export const MOMENT_MARK = 'peerball moment\n';

/** True for what is said to be a moment. */
export function isMomentText(text: string): boolean {
  return text.startsWith(MOMENT_MARK);
}

/**
 * [R44] The map of what travels as a moment, behind its first two lines.
 *
 * @returns '' for one that everybody has; null where it is a moment itself, or not there
 */
export function mapOfMoment(text: string): string | null {
  const end = text.indexOf('\n', MOMENT_MARK.length);
  const map = text.slice(end + 1);
  return end < 0 || isMomentText(map) ? null : map;
}
