import { cleanText } from '../../base/clean-text.ts';
import { BADGE_BYTES_MAX, BADGE_GRAPHEMES_MAX, isBadge } from '../../room/looks.ts';

const LIMITS = { graphemes: BADGE_GRAPHEMES_MAX, bytes: BADGE_BYTES_MAX } as const;

/** [R35] A badge as everybody shall see it; null: the gate for text does not let it pass. */
export function checkBadge(text: string): string | null {
  const checked = cleanText(text, LIMITS);
  return checked.ok && isBadge(checked.value) ? checked.value : null;
}
