import type { TextCursor } from './text-cursor.ts';

/** The number at the cursor, also hexadecimal, Infinity and NaN; 0 unless it is `kept`. */
export function readNumber(cursor: TextCursor, kept: boolean): number {
  const start = cursor.at;
  const sign = cursor.code;
  const from = sign === 0x2b || sign === 0x2d ? start + 1 : start;
  const end = endOfNumber(cursor, from);
  if (end === from) {
    cursor.at = from;
    cursor.refuse('a number');
    return 0;
  }
  cursor.at = end;
  if (!kept) return 0;
  // Not the whole text at once: `Number` knows no sign before 0x.
  const size = Number(cursor.text.slice(from, end));
  return sign === 0x2d ? -size : size;
}

/** Index behind the number without a sign that begins at `from`; `from` when there is none. */
function endOfNumber({ text, codes }: TextCursor, from: number): number {
  const first = codes[from];
  if (first === 0x49) return text.startsWith('Infinity', from) ? from + 8 : from;
  if (first === 0x4e) return text.startsWith('NaN', from) ? from + 3 : from;
  if (first === 0x30 && (codes[from + 1]! | 0x20) === 0x78) {
    const end = skipHexDigits(codes, from + 2);
    return end === from + 2 ? from : end;
  }
  const point = skipDigits(codes, from);
  // A leading zero stands alone: 012 could mean two things.
  if (point > from + 1 && first === 0x30) return from;
  let end = point;
  if (codes[point] === 0x2e) {
    end = skipDigits(codes, point + 1);
    if (point === from && end === point + 1) return from;
  } else if (point === from) return from;
  return (codes[end]! | 0x20) === 0x65 ? endOfExponent(codes, end) : end;
}

/** Index behind the exponent whose letter stands at `at`; without digits the number ends there. */
function endOfExponent(codes: Uint16Array, at: number): number {
  const sign = codes[at + 1];
  const digits = sign === 0x2b || sign === 0x2d ? at + 2 : at + 1;
  const end = skipDigits(codes, digits);
  return end === digits ? at : end;
}

function skipDigits(codes: Uint16Array, from: number): number {
  let at = from;
  while (isDigit(codes[at]!)) at += 1;
  return at;
}

function skipHexDigits(codes: Uint16Array, from: number): number {
  let at = from;
  while (hexDigit(codes[at]!) >= 0) at += 1;
  return at;
}

export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

export function hexDigit(code: number): number {
  if (isDigit(code)) return code - 0x30;
  const letter = (code | 0x20) - 0x61;
  return letter >= 0 && letter < 6 ? letter + 10 : -1;
}
