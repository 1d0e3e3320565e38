import { isLineBreak, TextCursor } from './text-cursor.ts';

const QUOTE = 0x22;
const PLUS = 0x2b;
const MINUS = 0x2d;
const POINT = 0x2e;
const ZERO = 0x30;
const BACKSLASH = 0x5c;

/** So many code units become a string at once: an engine takes only so many arguments. */
const CHUNK = 4096;

/** Code units that the letters of the short escapes mean; other letters mean themselves. */
const SHORT_ESCAPES: Readonly<Record<number, number>> = {
  0x62: 0x08,
  0x66: 0x0c,
  0x6e: 0x0a,
  0x72: 0x0d,
  0x74: 0x09,
  0x76: 0x0b,
};

/** Letters of names beyond ASCII. */
const FIRST_LETTER = /\p{ID_Start}/uy;
const LETTERS = /[\u200C\u200D\p{ID_Continue}]+/uy;

/**
 * Strings, numbers and names of JSON5 at a cursor. Each takes whether its value is `kept`: what is
 * not is checked for its grammar only.
 */
export class TokenReader extends TextCursor {
  protected isAtQuote(): boolean {
    return this.code === QUOTE || this.code === 0x27;
  }

  protected isAtNumber(): boolean {
    const { code } = this;
    if (isDigit(code) || code === MINUS || code === PLUS || code === POINT) return true;
    // Infinity and NaN.
    return code === 0x49 || code === 0x4e;
  }

  /** Beyond JSON5, raw line breaks are part of the string; CRLF counts as LF. */
  protected readString(kept: boolean): string {
    const { text, codes } = this;
    const quote = this.code;
    const start = this.at + 1;
    let at = start;
    // An escape is longer than what it means: that is written over what has been read.
    let end = start;
    let isPlain = true;
    while (at < text.length) {
      const code = codes[at]!;
      if (code === quote) {
        this.at = at + 1;
        if (!kept) return '';
        return isPlain ? text.slice(start, at) : textOf(codes, start, end);
      }
      if (code === BACKSLASH) {
        this.at = at;
        isPlain = false;
        const unit = this.#readEscape();
        at = this.at;
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
    this.at = at;
    this.fail('there is no end to the string');
    return '';
  }

  /** Also hexadecimal, Infinity and NaN. */
  protected readNumber(kept: boolean): number {
    const sign = this.code;
    const from = sign === PLUS || sign === MINUS ? this.at + 1 : this.at;
    const end = endOfNumber(this.text, this.codes, from);
    this.at = end;
    if (end === from) this.refuse('a number');
    if (!kept || end === from) return 0;
    // Not the whole text at once: `Number` knows no sign before 0x.
    const size = Number(this.text.slice(from, end));
    return sign === MINUS ? -size : size;
  }

  /** A bare key: any letter of Unicode, also escaped. */
  protected readName(kept: boolean): string {
    const { codes } = this;
    const start = this.at;
    let at = start;
    while (isPlainLetter(codes[at]!) || (at > start && isDigit(codes[at]!))) at += 1;
    this.at = at;
    const code = codes[at]!;
    if (code === BACKSLASH || code >= 0x80) return this.#readRareName(start);
    if (at === start) this.refuse('a key');
    return kept ? this.text.slice(start, at) : '';
  }

  /** The rest of a name from where it is no longer plain, with what went before. */
  #readRareName(start: number): string {
    const { text, codes } = this;
    let name = '';
    let copied = start;
    for (;;) {
      const { code } = this;
      const isFirst = this.at === start;
      if (isPlainLetter(code) || (!isFirst && isDigit(code))) this.at += 1;
      else if (code === BACKSLASH) {
        name += text.slice(copied, this.at);
        const unit = codes[this.at + 1] === 0x75 ? this.#readCodeUnit(4) : 0;
        if (!isNamePart(unit, isFirst)) this.refuse('a key');
        name += String.fromCharCode(unit);
        copied = this.at;
      } else if (code >= 0x80 && lettersAt(text, this.at, isFirst) > 0) {
        this.at += lettersAt(text, this.at, false);
      } else {
        if (isFirst) this.refuse('a key');
        return name + text.slice(copied, this.at);
      }
    }
  }

  /** What the backslash at the cursor and the rest of its escape mean; -1 = nothing. */
  #readEscape(): number {
    const code = this.codes[this.at + 1] ?? 0;
    if (code === 0x75) return this.#readCodeUnit(4);
    if (code === 0x78) return this.#readCodeUnit(2);
    if (isLineBreak(code)) {
      // A line break behind a backslash is none.
      this.at += code === 0x0d && this.codes[this.at + 2] === 0x0a ? 3 : 2;
      return -1;
    }
    if (isDigit(code)) {
      const isZero = code === ZERO && !isDigit(this.codes[this.at + 2]!);
      if (isZero) this.at += 2;
      else this.refuse('an escape');
      return 0;
    }
    this.at += 2;
    return code < 0x62 || code > 0x76 ? code : (SHORT_ESCAPES[code] ?? code);
  }

  /** An escape of so many hexadecimal digits behind a backslash and a letter. */
  #readCodeUnit(digits: number): number {
    const from = this.at + 2;
    let unit = 0;
    for (let at = from; at < from + digits; at += 1) {
      const digit = hexDigit(this.codes[at] ?? 0);
      if (digit < 0) {
        this.refuse('an escape');
        return 0;
      }
      unit = unit * 16 + digit;
    }
    this.at = from + digits;
    return unit;
  }
}

function textOf(codes: Uint16Array, start: number, end: number): string {
  let text = '';
  for (let at = start; at < end; at += CHUNK) {
    text += String.fromCharCode(...codes.subarray(at, Math.min(end, at + CHUNK)));
  }
  return text;
}

/** Index behind the number without a sign that begins at `from`; `from` when there is none. */
function endOfNumber(text: string, codes: Uint16Array, from: number): number {
  const first = codes[from];
  if (first === 0x49) return text.startsWith('Infinity', from) ? from + 8 : from;
  if (first === 0x4e) return text.startsWith('NaN', from) ? from + 3 : from;
  if (first === ZERO && (codes[from + 1]! | 0x20) === 0x78) {
    let end = from + 2;
    while (hexDigit(codes[end]!) >= 0) end += 1;
    return end === from + 2 ? from : end;
  }
  const point = skipDigits(codes, from);
  // A leading zero stands alone: 012 could mean two things.
  if (point > from + 1 && first === ZERO) return from;
  let end = point;
  if (codes[point] === POINT) {
    end = skipDigits(codes, point + 1);
    if (point === from && end === point + 1) return from;
  } else if (point === from) return from;
  return (codes[end]! | 0x20) === 0x65 ? endOfExponent(codes, end) : end;
}

/** Index behind the exponent whose letter stands at `at`; without digits the number ends there. */
function endOfExponent(codes: Uint16Array, at: number): number {
  const sign = codes[at + 1];
  const digits = sign === PLUS || sign === MINUS ? at + 2 : at + 1;
  const end = skipDigits(codes, digits);
  return end === digits ? at : end;
}

function skipDigits(codes: Uint16Array, from: number): number {
  let at = from;
  while (isDigit(codes[at]!)) at += 1;
  return at;
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

function isDigit(code: number): boolean {
  return code >= ZERO && code <= 0x39;
}

function hexDigit(code: number): number {
  if (isDigit(code)) return code - ZERO;
  const letter = (code | 0x20) - 0x61;
  return letter >= 0 && letter < 6 ? letter + 10 : -1;
}
