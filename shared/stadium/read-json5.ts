import { fail, ok, type Result } from '../base/result.ts';
import { isDigit, readNumber } from './read-number.ts';
import { readName, readString } from './read-text.ts';
import type { JsonRecord } from './record-reader.ts';
import { MAX_DEPTH, MAX_OF_A_KIND } from './stadium-limits.ts';
import { TextCursor } from './text-cursor.ts';

/** Is a key wanted that stands in the value of `owner`, so many levels deep (0 = root)? */
export type KeyFilter = (key: string, owner: string, depth: number) => boolean;

const EVERYTHING: KeyFilter = () => true;

/**
 * [F3] Text of a stadium file → plain values, in one pass and without a throw. Own code because
 * of the time that a hostile mebibyte may take: what no filter wants is read for its grammar only
 * and never becomes a value, and of a list not more is kept than shows that it is too long.
 */
export function readJson5(text: string, wants: KeyFilter = EVERYTHING): Result<unknown, string> {
  const cursor = new TextCursor(text, text.charCodeAt(0) === 0xfe_ff ? 1 : 0);
  const value = new Json5Reader(cursor, wants).readValue('', true, 0);
  cursor.skipBlanks();
  if (cursor.at < text.length) cursor.refuse('the end of the file');
  return cursor.failure === null ? ok(value) : fail(cursor.failure);
}

const COMMA = 0x2c;

class Json5Reader {
  readonly #cursor: TextCursor;
  readonly #wants: KeyFilter;

  constructor(cursor: TextCursor, wants: KeyFilter) {
    this.#cursor = cursor;
    this.#wants = wants;
  }

  /** `kept` is false inside of what nobody wants; the value is then of no meaning. */
  readValue(owner: string, kept: boolean, depth: number): unknown {
    const cursor = this.#cursor;
    const code = cursor.skipBlanks();
    if (code === 0x7b) return this.#readObject(owner, kept, depth);
    if (code === 0x5b) return this.#readList(owner, kept, depth);
    if (code === 0x22 || code === 0x27) return readString(cursor, kept);
    const isNumber = isDigit(code) || code === 0x2d || code === 0x2b || code === 0x2e;
    if (isNumber || code === 0x49 || code === 0x4e) return readNumber(cursor, kept);
    return this.#readWord();
  }

  #readObject(owner: string, kept: boolean, depth: number): JsonRecord {
    const cursor = this.#cursor;
    const record: Record<string, unknown> = {};
    if (!this.#enter(depth)) return record;
    let wanted = 0;
    while (cursor.skipBlanks() !== 0x7d) {
      const isQuoted = cursor.code === 0x22 || cursor.code === 0x27;
      const key = isQuoted ? readString(cursor, kept) : readName(cursor, kept);
      const isWanted = kept && this.#wants(key, owner, depth);
      if (isWanted) wanted += 1;
      if (wanted > MAX_OF_A_KIND) cursor.fail(`more than ${MAX_OF_A_KIND} keys in an object`);
      if (cursor.skipBlanks() !== 0x3a) cursor.refuse('a colon');
      cursor.at += 1;
      const value = this.readValue(key, isWanted, depth + 1);
      if (isWanted) setOwn(record, key, value);
      if (!this.#nextOrClose(0x7d, 'a comma or the end of the object')) return record;
    }
    cursor.at += 1;
    return record;
  }

  #readList(owner: string, kept: boolean, depth: number): readonly unknown[] {
    const cursor = this.#cursor;
    const list: unknown[] = [];
    if (!this.#enter(depth)) return list;
    while (cursor.skipBlanks() !== 0x5d) {
      const isWanted = kept && list.length <= MAX_OF_A_KIND;
      const value = this.readValue(owner, isWanted, depth + 1);
      if (isWanted) list.push(value);
      if (!this.#nextOrClose(0x5d, 'a comma or the end of the list')) return list;
    }
    cursor.at += 1;
    return list;
  }

  /** Steps over the opening bracket. Bounds how deep the reader calls itself. */
  #enter(depth: number): boolean {
    if (depth < MAX_DEPTH) this.#cursor.at += 1;
    else this.#cursor.fail(`more than ${MAX_DEPTH} levels deep`);
    return this.#cursor.failure === null;
  }

  /** Behind an item: steps over a comma. False when reading has failed. */
  #nextOrClose(close: number, expected: string): boolean {
    const cursor = this.#cursor;
    const code = cursor.skipBlanks();
    if (code === COMMA) cursor.at += 1;
    else if (code !== close) cursor.refuse(expected);
    return cursor.failure === null;
  }

  #readWord(): boolean | null {
    const cursor = this.#cursor;
    const start = cursor.at;
    if (cursor.text.startsWith('true', start)) cursor.at += 4;
    else if (cursor.text.startsWith('false', start)) cursor.at += 5;
    else if (cursor.text.startsWith('null', start)) {
      cursor.at += 4;
      return null;
    } else cursor.refuse('a value');
    return cursor.text.charCodeAt(start) === 0x74;
  }
}

/** A key called __proto__ is a key like any other. */
function setOwn(record: Record<string, unknown>, key: string, value: unknown): void {
  if (key !== '__proto__') record[key] = value;
  else
    Object.defineProperty(record, key, {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
}
