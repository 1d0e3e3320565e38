import { fail, ok, type Result } from '../../base/result.ts';
import type { JsonRecord } from './record-reader.ts';
import { MAX_DEPTH, MAX_OF_A_KIND } from './stadium-limits.ts';
import { TokenReader } from './token-reader.ts';

/** Is a key wanted that stands in the value of `owner`, so many levels deep (0 = root)? */
export type KeyFilter = (key: string, owner: string, depth: number) => boolean;

const EVERYTHING: KeyFilter = () => true;

/**
 * [F3] Text of a stadium file → plain values, in one pass and without a throw. Own code because
 * of the time that a hostile mebibyte may take: what no filter wants is read for its grammar only
 * and never becomes a value, and of a list not more is kept than shows that it is too long.
 */
export function readJson5(text: string, wants: KeyFilter = EVERYTHING): Result<unknown, string> {
  const reader = new Json5Reader(text, wants);
  const value = reader.readFile();
  return reader.failure === null ? ok(value) : fail(reader.failure);
}

class Json5Reader extends TokenReader {
  readonly #wants: KeyFilter;

  constructor(text: string, wants: KeyFilter) {
    super(text);
    this.#wants = wants;
  }

  readFile(): unknown {
    const value = this.#readValue('', true, 0);
    this.skipBlanks();
    if (this.at < this.text.length) this.refuse('the end of the file');
    return value;
  }

  /** `kept` is false inside of what nobody wants; the value is then of no meaning. */
  #readValue(owner: string, kept: boolean, depth: number): unknown {
    const code = this.skipBlanks();
    if (code === 0x7b) return this.#readObject(owner, kept, depth);
    if (code === 0x5b) return this.#readList(owner, kept, depth);
    if (this.isAtQuote()) return this.readString(kept);
    return this.isAtNumber() ? this.readNumber(kept) : this.#readWord();
  }

  #readObject(owner: string, kept: boolean, depth: number): JsonRecord {
    const record: Record<string, unknown> = {};
    let wanted = 0;
    if (!this.#enter(depth)) return record;
    while (this.skipBlanks() !== 0x7d) {
      const key = this.isAtQuote() ? this.readString(kept) : this.readName(kept);
      const isWanted = kept && this.#wants(key, owner, depth);
      if (isWanted) wanted += 1;
      if (wanted > MAX_OF_A_KIND) this.fail(`more than ${MAX_OF_A_KIND} keys in an object`);
      if (this.skipBlanks() !== 0x3a) this.refuse('a colon');
      this.at += 1;
      const value = this.#readValue(key, isWanted, depth + 1);
      if (isWanted) setOwn(record, key, value);
      if (!this.#nextOrClose(0x7d, 'a comma or the end of the object')) return record;
    }
    this.at += 1;
    return record;
  }

  #readList(owner: string, kept: boolean, depth: number): readonly unknown[] {
    const list: unknown[] = [];
    if (!this.#enter(depth)) return list;
    while (this.skipBlanks() !== 0x5d) {
      const isWanted = kept && list.length <= MAX_OF_A_KIND;
      const value = this.#readValue(owner, isWanted, depth + 1);
      if (isWanted) list.push(value);
      if (!this.#nextOrClose(0x5d, 'a comma or the end of the list')) return list;
    }
    this.at += 1;
    return list;
  }

  /** Steps over the opening bracket. Bounds how deep the reader calls itself. */
  #enter(depth: number): boolean {
    if (depth < MAX_DEPTH) this.at += 1;
    else this.fail(`more than ${MAX_DEPTH} levels deep`);
    return this.failure === null;
  }

  /** Behind an item: steps over a comma. False when reading has failed. */
  #nextOrClose(close: number, expected: string): boolean {
    const code = this.skipBlanks();
    if (code === 0x2c) this.at += 1;
    else if (code !== close) this.refuse(expected);
    return this.failure === null;
  }

  #readWord(): boolean | null {
    const { text, at } = this;
    if (text.startsWith('true', at)) this.at += 4;
    else if (text.startsWith('false', at)) this.at += 5;
    else if (text.startsWith('null', at)) {
      this.at += 4;
      return null;
    } else this.refuse('a value');
    return text.startsWith('true', at);
  }
}

/** A key called __proto__ is a key like any other. */
function setOwn(record: Record<string, unknown>, key: string, value: unknown): void {
  if (key !== '__proto__') record[key] = value;
  else {
    const property = { value, enumerable: true, configurable: true, writable: true };
    Object.defineProperty(record, key, property);
  }
}
