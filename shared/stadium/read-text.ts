import { hexDigit, isDigit } from './read-number.ts';
import { isLineBreak, type TextCursor } from './text-cursor.ts';

const BACKSLASH = 0x5c;

/** So many code units become a string at once: an engine takes only so many arguments. */
const CHUNK = 4096;

/**
 * The string whose quote stands at the cursor. Unless it is `kept` its text is only checked, and
 * '' returned. Beyond JSON5, raw line breaks are part of the string; CRLF counts as LF.
 */
export function readString(cursor: TextCursor, kept: boolean): string {
  const { text, codes } = cursor;
  const quote = cursor.code;
  const start = cursor.at + 1;
  let at = start;
  // An escape is longer than what it means: that is written over what has been read.
  let end = start;
  let isPlain = true;
  while (at < text.length) {
    const code = codes[at]!;
    if (code === quote) {
      cursor.at = at + 1;
      if (!kept) return '';
      return isPlain ? text.slice(start, at) : textOf(codes, start, end);
    }
    if (code === BACKSLASH) {
      cursor.at = at;
      isPlain = false;
      const unit = readEscape(cursor);
      at = cursor.at;
      if (unit < 0) continue;
      codes[end] = unit;
    } else if (code === 0x0d) {
      at += codes[at + 1] === 0x0a ? 2 : 1;
      isPlain = false;
      codes[end] = 0x0a;
    } else {
      at += 1;
      codes[end] = code;
    }
    end += 1;
  }
  cursor.at = at;
  cursor.fail('there is no end to the string');
  return '';
}

function textOf(codes: Uint16Array, start: number, end: number): string {
  let text = '';
  for (let at = start; at < end; at += CHUNK) {
    text += String.fromCharCode(...codes.subarray(at, Math.min(end, at + CHUNK)));
  }
  return text;
}

/** Code units that the letters of the short escapes mean; other letters mean themselves. */
const SHORT_ESCAPES: Readonly<Record<number, number>> = {
  0x62: 0x08,
  0x66: 0x0c,
  0x6e: 0x0a,
  0x72: 0x0d,
  0x74: 0x09,
  0x76: 0x0b,
};

/** What the backslash at the cursor and the rest of its escape mean; -1 = nothing. */
function readEscape(cursor: TextCursor): number {
  const { codes } = cursor;
  const code = codes[cursor.at + 1] ?? 0;
  if (code === 0x75) return readCodeUnit(cursor, 4);
  if (code === 0x78) return readCodeUnit(cursor, 2);
  if (isLineBreak(code)) {
    // A line break behind a backslash is none.
    cursor.at += code === 0x0d && codes[cursor.at + 2] === 0x0a ? 3 : 2;
    return -1;
  }
  if (isDigit(code)) {
    const isZero = code === 0x30 && !isDigit(codes[cursor.at + 2]!);
    if (isZero) cursor.at += 2;
    else cursor.refuse('an escape');
    return 0;
  }
  cursor.at += 2;
  return code < 0x62 || code > 0x76 ? code : (SHORT_ESCAPES[code] ?? code);
}

/** An escape of so many hexadecimal digits behind a backslash and a letter. */
function readCodeUnit(cursor: TextCursor, digits: number): number {
  const from = cursor.at + 2;
  let unit = 0;
  for (let at = from; at < from + digits; at += 1) {
    const digit = hexDigit(cursor.codes[at] ?? 0);
    if (digit < 0) {
      cursor.refuse('an escape');
      return 0;
    }
    unit = unit * 16 + digit;
  }
  cursor.at = from + digits;
  return unit;
}

/** Letters of names beyond ASCII. */
const FIRST_LETTER = /\p{ID_Start}/uy;
const LETTERS = /[\u200C\u200D\p{ID_Continue}]+/uy;

/** The bare key at the cursor, '' unless it is `kept`. Any letter of Unicode, also escaped. */
export function readName(cursor: TextCursor, kept: boolean): string {
  const { text, codes } = cursor;
  const start = cursor.at;
  let at = start;
  while (isPlainLetter(codes[at]!) || (at > start && isDigit(codes[at]!))) at += 1;
  cursor.at = at;
  const code = cursor.code;
  if (code === BACKSLASH || code >= 0x80) return readRareName(cursor, start);
  if (at === start) cursor.refuse('a key');
  return kept ? text.slice(start, at) : '';
}

/** The rest of a name from where it is no longer plain, with what went before. */
function readRareName(cursor: TextCursor, start: number): string {
  const { text, codes } = cursor;
  let name = '';
  let copied = start;
  for (;;) {
    const code = cursor.code;
    const isFirst = cursor.at === start;
    if (isPlainLetter(code) || (!isFirst && isDigit(code))) cursor.at += 1;
    else if (code === BACKSLASH) {
      name += text.slice(copied, cursor.at);
      const unit = codes[cursor.at + 1] === 0x75 ? readCodeUnit(cursor, 4) : 0;
      if (!isNamePart(unit, isFirst)) cursor.refuse('a key');
      name += String.fromCharCode(unit);
      copied = cursor.at;
    } else if (code >= 0x80 && lettersAt(text, cursor.at, isFirst) > 0) {
      cursor.at += lettersAt(text, cursor.at, false);
    } else {
      if (isFirst) cursor.refuse('a key');
      return name + text.slice(copied, cursor.at);
    }
  }
}

/** How many characters from `at` on are letters of names. */
function lettersAt(text: string, at: number, isFirst: boolean): number {
  const letters = isFirst ? FIRST_LETTER : LETTERS;
  letters.lastIndex = at;
  return letters.test(text) ? letters.lastIndex - at : 0;
}

function isNamePart(unit: number, isFirst: boolean): boolean {
  if (unit < 0x80) return isPlainLetter(unit) || (!isFirst && isDigit(unit));
  return lettersAt(String.fromCharCode(unit), 0, isFirst) > 0;
}

function isPlainLetter(code: number): boolean {
  const lower = code | 0x20;
  return (lower >= 0x61 && lower <= 0x7a) || code === 0x5f || code === 0x24;
}
