import { hexDigit, isDigit } from './read-number.ts';
import { isLineBreak, type TextCursor } from './text-cursor.ts';

const BACKSLASH = 0x5c;

/**
 * The string whose quote stands at the cursor. Unless it is `kept` its text is only checked, and
 * '' returned. Beyond JSON5, raw line breaks are part of the string; CRLF counts as LF.
 */
export function readString(cursor: TextCursor, kept: boolean): string {
  const { text, codes } = cursor;
  const quote = cursor.code;
  let read = '';
  let copied = cursor.at + 1;
  let at = copied;
  while (at < text.length) {
    const code = codes[at]!;
    if (code === quote) {
      cursor.at = at + 1;
      return kept ? read + text.slice(copied, at) : '';
    }
    if (code === BACKSLASH) {
      cursor.at = at;
      const escaped = readEscape(cursor);
      if (kept) read += text.slice(copied, at) + escaped;
      at = cursor.at;
      copied = at;
    } else if (code === 0x0d) {
      if (kept) read += `${text.slice(copied, at)}\n`;
      at += codes[at + 1] === 0x0a ? 2 : 1;
      copied = at;
    } else at += 1;
  }
  cursor.at = at;
  cursor.fail('there is no end to the string');
  return '';
}

const SHORT_ESCAPES: Readonly<Record<string, string>> = {
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

/** The backslash at the cursor and what belongs to it. */
function readEscape(cursor: TextCursor): string {
  const { text, codes } = cursor;
  const code = codes[cursor.at + 1]!;
  const char = text.charAt(cursor.at + 1);
  if (char === 'u') return readCodeUnit(cursor, 4);
  if (char === 'x') return readCodeUnit(cursor, 2);
  if (isLineBreak(code)) {
    // A line break behind a backslash is none.
    cursor.at += code === 0x0d && codes[cursor.at + 2] === 0x0a ? 3 : 2;
    return '';
  }
  const isZero = char === '0' && !isDigit(codes[cursor.at + 2]!);
  if (isDigit(code) && !isZero) {
    cursor.refuse('an escape');
    return '';
  }
  cursor.at += 2;
  return isZero ? '\0' : (SHORT_ESCAPES[char] ?? char);
}

/** An escape of so many hexadecimal digits behind a backslash and a letter. */
function readCodeUnit(cursor: TextCursor, digits: number): string {
  const from = cursor.at + 2;
  let unit = 0;
  for (let at = from; at < from + digits; at += 1) {
    const digit = hexDigit(cursor.codes[at] ?? 0);
    if (digit < 0) {
      cursor.refuse('an escape');
      return '';
    }
    unit = unit * 16 + digit;
  }
  cursor.at = from + digits;
  return String.fromCharCode(unit);
}

/** Letters of names beyond ASCII. */
const FIRST_LETTER = /\p{ID_Start}/uy;
const LETTERS = /[\u200C\u200D\p{ID_Continue}]+/uy;

/** The bare key at the cursor, '' unless it is `kept`. Any letter of Unicode, also escaped. */
export function readName(cursor: TextCursor, kept: boolean): string {
  const { text, codes } = cursor;
  let name = '';
  let copied = cursor.at;
  for (let isFirst = true; ; isFirst = false) {
    const code = cursor.code;
    if (isPlainLetter(code) || (!isFirst && isDigit(code))) cursor.at += 1;
    else if (code === BACKSLASH) {
      if (kept) name += text.slice(copied, cursor.at);
      const letter = codes[cursor.at + 1] === 0x75 ? readCodeUnit(cursor, 4) : '';
      if (!isNamePart(letter, isFirst)) cursor.refuse('a key');
      if (kept) name += letter;
      copied = cursor.at;
    } else if (code >= 0x80 && lettersAt(text, cursor.at, isFirst) > 0) {
      cursor.at += lettersAt(text, cursor.at, false);
    } else {
      if (isFirst) cursor.refuse('a key');
      return kept ? name + text.slice(copied, cursor.at) : '';
    }
  }
}

/** How many characters from `at` on are letters of names. */
function lettersAt(text: string, at: number, isFirst: boolean): number {
  const letters = isFirst ? FIRST_LETTER : LETTERS;
  letters.lastIndex = at;
  return letters.test(text) ? letters.lastIndex - at : 0;
}

function isNamePart(letter: string, isFirst: boolean): boolean {
  const code = letter.charCodeAt(0);
  if (!(code >= 0x80)) return isPlainLetter(code) || (!isFirst && isDigit(code));
  return lettersAt(letter, 0, isFirst) > 0;
}

function isPlainLetter(code: number): boolean {
  const lower = code | 0x20;
  return (lower >= 0x61 && lower <= 0x7a) || code === 0x5f || code === 0x24;
}
