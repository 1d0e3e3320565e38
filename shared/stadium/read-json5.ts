import JSON5 from 'json5';
import { fail, ok, type Result } from '../base/result.ts';
import { endOfComment, endOfString, isComment, toPlainJson } from './relaxed-json.ts';

/**
 * Longer files are never given to the JSON5 parser, which takes seconds for a hostile mebibyte.
 * They may still take the common liberties, see relaxed-json.ts.
 */
const MAX_JSON5_CHARS = 65_536;

/**
 * Text of a stadium file → plain values. Files in the wild carry a byte order mark and raw line
 * breaks inside strings, which JSON5 does not know; plain JSON takes the fast way.
 */
export function readJson5(text: string): Result<unknown, string> {
  const body = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const plain = attempt(() => JSON.parse(body));
  if (plain.ok) return plain;
  if (body.length > MAX_JSON5_CHARS) return attempt(() => JSON.parse(toPlainJson(body)));
  return attempt(() => JSON5.parse(escapeLineBreaks(body)));
}

/** Parsers throw at what a stranger wrote; here that is an ordinary answer. */
function attempt(parse: () => unknown): Result<unknown, string> {
  try {
    return ok(parse());
  } catch (error) {
    return fail(error instanceof Error ? error.message : 'this is no JSON5');
  }
}

/** Writes line breaks inside strings as escapes; leaves everything else as it is. */
function escapeLineBreaks(text: string): string {
  let result = '';
  let copied = 0;
  let at = 0;
  while (at < text.length) {
    const char = text[at];
    if (char === '/' && isComment(text, at)) at = endOfComment(text, at);
    else if (char === '"' || char === "'") {
      const end = endOfString(text, at);
      const written = text.slice(at, end);
      if (/[\r\n\u2028\u2029]/.test(written)) {
        result += text.slice(copied, at) + written.replaceAll(LINE_BREAK, escapeLineBreak);
        copied = end;
      }
      at = end;
    } else at += 1;
  }
  return result + text.slice(copied);
}

/** A backslash and what follows it stays: an escaped line break is a JSON5 continuation. */
const LINE_BREAK = /\\(?:\r\n|[^])|\r\n|[\r\n\u2028\u2029]/g;

function escapeLineBreak(match: string): string {
  return match.startsWith('\\') ? match : '\\n';
}
