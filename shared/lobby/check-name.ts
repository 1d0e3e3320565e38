import type { Result } from '../base/result.ts';
import { cleanText, type TextProblem } from '../base/clean-text.ts';
import { NAME_BYTES_MAX, NAME_GRAPHEMES_MAX } from '../base/room-limits.ts';

const LIMITS = { graphemes: NAME_GRAPHEMES_MAX, bytes: NAME_BYTES_MAX } as const;

/** [L4] Returns the name as everybody shall see it, or what is wrong with it. */
export function checkName(text: string): Result<string, TextProblem> {
  return cleanText(text, LIMITS);
}
