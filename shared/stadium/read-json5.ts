import JSON5 from 'json5';
import { fail, ok, type Result } from '../base/result.ts';

/**
 * Text of a stadium file → plain values. Files in the wild carry a byte order mark and raw line
 * breaks inside strings, which JSON5 does not know; plain JSON, the usual case, takes the fast way.
 */
export function readJson5(text: string): Result<unknown, string> {
  const body = text.startsWith('\uFEFF') ? text.slice(1) : text;
  try {
    return ok(JSON.parse(body));
  } catch {
    // Not plain JSON: most files are not.
  }
  try {
    return ok(JSON5.parse<unknown>(escapeLineBreaks(body)));
  } catch (error) {
    return fail(error instanceof Error ? error.message : 'no JSON5');
  }
}

/** Writes line breaks inside strings as escapes; leaves everything else as it is. */
function escapeLineBreaks(text: string): string {
  let result = '';
  let copied = 0;
  let at = 0;
  while (at < text.length) {
    const char = text[at];
    if (char === '/' && text[at + 1] === '/') at = skipTo(text, '\n', at);
    else if (char === '/' && text[at + 1] === '*') at = skipTo(text, '*/', at + 2) + 2;
    else if (char === '"' || char === "'") {
      const end = endOfString(text, at);
      const inside = text.slice(at, end);
      if (/[\r\n]/.test(inside)) {
        result += text.slice(copied, at) + inside.replaceAll(LINE_BREAK, escapeLineBreak);
        copied = end;
      }
      at = end;
    } else at += 1;
  }
  return result + text.slice(copied);
}

/** A backslash and what follows it stays: an escaped line break is a JSON5 continuation. */
const LINE_BREAK = /\\(?:\r\n|[^])|\r\n|[\r\n]/g;

function escapeLineBreak(match: string): string {
  return match.startsWith('\\') ? match : '\\n';
}

/** Index of `mark`, or the end of the text. */
function skipTo(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  return found < 0 ? text.length : found;
}

/** Index behind the closing quote of the string that opens at `at`. */
function endOfString(text: string, at: number): number {
  const quote = text[at];
  let end = at + 1;
  while (end < text.length && text[end] !== quote) end += text[end] === '\\' ? 2 : 1;
  return Math.min(end + 1, text.length);
}
