/**
 * A place in a text that is read once, from the front. The first failure sticks and moves to the
 * end, so that whoever is reading stops by itself: nothing is thrown at what a stranger wrote.
 */
export class TextCursor {
  readonly text: string;
  /** UTF-16 code units, then zeros: several times faster to look at than the text itself. */
  readonly codes: Uint16Array;
  at: number;
  /** What was wrong first, and where. */
  failure: string | null = null;

  constructor(text: string) {
    this.text = text;
    // A byte order mark is no part of the text.
    this.at = text.charCodeAt(0) === 0xfe_ff ? 1 : 0;
    this.codes = new Uint16Array(text.length + 1);
    for (let at = 0; at < text.length; at += 1) this.codes[at] = text.charCodeAt(at);
  }

  /** The code unit at the place; 0 at the end. */
  get code(): number {
    return this.codes[this.at] ?? 0;
  }

  fail(message: string): void {
    if (this.failure === null) this.failure = `${message} ${placeOf(this.text, this.at)}`;
    this.at = this.text.length;
  }

  /** For what stands where something else was expected. */
  refuse(expected: string): void {
    const found = this.text.codePointAt(this.at);
    if (found === undefined) this.fail(`the file ends where ${expected} should stand`);
    else this.fail(`${JSON.stringify(String.fromCodePoint(found))} in the place of ${expected}`);
  }

  /** Moves behind blanks and comments, and returns the code unit that follows. */
  skipBlanks(): number {
    for (;;) {
      const code = this.codes[this.at] ?? 0;
      if (code > 0x2f && code < 0xa0) return code;
      if (code === 0x20 || (code <= 0x0d && code >= 0x09)) this.at += 1;
      else if (code === 0x2f) {
        if (!this.#skipComment()) return code;
      } else if (code >= 0xa0 && isRareBlank(code)) this.at += 1;
      else return code;
    }
  }

  /** False when the slash at the place opens no comment. */
  #skipComment(): boolean {
    const second = this.codes[this.at + 1];
    if (second === 0x2a) {
      const end = this.text.indexOf('*/', this.at + 2);
      if (end < 0) this.fail('there is no end to the comment');
      else this.at = end + 2;
      return true;
    }
    if (second !== 0x2f) return false;
    this.at += 2;
    while (this.at < this.text.length && !isLineBreak(this.codes[this.at]!)) this.at += 1;
    return true;
  }
}

/** True for the code of a character that ends a line in JSON5. */
export function isLineBreak(code: number): boolean {
  return code === 0x0a || code === 0x0d || code === 0x2028 || code === 0x2029;
}

/** Blanks of JSON5 beyond ASCII: line and paragraph separator, byte order mark, category Zs. */
function isRareBlank(code: number): boolean {
  if (code < 0x1680) return code === 0xa0;
  if (code >= 0x2000 && code <= 0x200a) return true;
  if (code === 0x2028 || code === 0x2029 || code === 0x202f || code === 0x205f) return true;
  return code === 0x1680 || code === 0x3000 || code === 0xfeff;
}

function placeOf(text: string, at: number): string {
  let line = 1;
  let start = 0;
  for (let next = text.indexOf('\n'); next >= 0 && next < at; next = text.indexOf('\n', start)) {
    line += 1;
    start = next + 1;
  }
  return `(line ${line}, column ${at - start + 1})`;
}
