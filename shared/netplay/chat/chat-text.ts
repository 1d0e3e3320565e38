import { cleanText, type TextProblem } from '../../base/clean-text.ts';
import type { Result } from '../../base/result.ts';
import { CHAT_TEXT_MAX_BYTES } from '../../wire/control-packet.ts';
import { CHAT_TEXT_MAX } from './chat.ts';

const LIMITS = { graphemes: CHAT_TEXT_MAX, bytes: CHAT_TEXT_MAX_BYTES } as const;

/** [N18] Returns a line of chat as everybody shall see it, or what is wrong with it. */
export function checkChatText(text: string): Result<string, TextProblem> {
  return cleanText(text, LIMITS);
}
