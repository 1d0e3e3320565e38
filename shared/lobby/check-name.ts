import { fail, ok, type Result } from '../base/result.ts';
import { NAME_BYTES_MAX, NAME_GRAPHEMES_MAX } from './limits.ts';

export type NameProblem = 'empty' | 'too-long' | 'forbidden-character';

/** Control, format (bidi and zero width among them), lone surrogates, private use, line breaks. */
const FORBIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\u2800]/u;
/** Drawn as nothing. Emoji need U+FE0F. */
const INVISIBLE = /(?!\uFE0F)\p{Default_Ignorable_Code_Point}/u;

/** Before normalizing: one character can become eighteen, so long text is not even looked at. */
const RAW_CHARS_MAX = 256;

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
const utf8 = new TextEncoder();

/** [L4] Returns the name as everybody shall see it, or what is wrong with it. */
export function checkName(text: string): Result<string, NameProblem> {
  if (text.length > RAW_CHARS_MAX) return fail('too-long');
  if (FORBIDDEN.test(text) || INVISIBLE.test(text)) return fail('forbidden-character');

  const name = text.normalize('NFKC').replace(/\s+/gu, ' ').trim();
  if (name === '') return fail('empty');
  if (FORBIDDEN.test(name)) return fail('forbidden-character');
  if ([...graphemes.segment(name)].length > NAME_GRAPHEMES_MAX) return fail('too-long');
  return utf8.encode(name).length > NAME_BYTES_MAX ? fail('too-long') : ok(name);
}
