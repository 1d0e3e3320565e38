import { type Result, fail, ok } from '../base/result.ts';

/** Longest line in code points: what a person sees as a character may be several. */
export const CHAT_TEXT_MAX = 120;

export type ChatTextProblem = 'empty' | 'too-long';

/** Longer text is not even looked at: stripping it would cost the receiver time. */
const RAW_CHARS_MAX = 1024;

/** Line breaks and tabs part words as spaces do. */
const SPACES = /[\s\u0085\u2800]+/gu;
/**
 * Control, private use and lone surrogates; format characters (bidi overrides and zero width among
 * them) but the joiners, which emoji and several scripts need; letters that are drawn as nothing.
 */
const STRIPPED = /(?![\u200C\u200D])[\p{Cc}\p{Cf}\p{Cs}\p{Co}]|[\u034F\u115F\u1160\u3164\uFFA0]/gu;
/** More marks on one letter than any language puts there climb over the lines around it. */
const MARKS = /(\p{M}{3})\p{M}+/gu;
const VISIBLE = /[^\s\u200C\u200D\p{M}]/u;

/** [N18] Returns a line of chat as everybody shall see it, or what is wrong with it. */
export function checkChatText(text: string): Result<string, ChatTextProblem> {
  if (text.length > RAW_CHARS_MAX) return fail('too-long');
  const line = text
    .replace(SPACES, ' ')
    .replace(STRIPPED, '')
    .normalize('NFC')
    .replace(MARKS, '$1')
    .replace(SPACES, ' ')
    .trim();
  if (!VISIBLE.test(line)) return fail('empty');
  return [...line].length > CHAT_TEXT_MAX ? fail('too-long') : ok(line);
}
