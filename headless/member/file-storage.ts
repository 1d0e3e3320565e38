import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { KeptTexts } from '../feed/kept-texts.ts';

/**
 * Texts by name that outlive the process, in one JSON file. A change is on the disk before the next turn of
 * the event loop: a process that is killed loses no more than that turn.
 */
export class FileStorage implements KeptTexts {
  readonly #file: string;
  readonly #onProblem: (problem: unknown) => void;
  readonly #texts: Map<string, string>;
  #isFlushDue = false;

  /** @param onProblem hears of a file that cannot be read or written; the texts last in memory then */
  constructor(file: string, onProblem: (problem: unknown) => void) {
    this.#file = file;
    this.#onProblem = onProblem;
    this.#texts = new Map(this.#read());
  }

  get length(): number {
    return this.#texts.size;
  }

  key(index: number): string | null {
    return [...this.#texts.keys()][index] ?? null;
  }

  getItem(name: string): string | null {
    return this.#texts.get(String(name)) ?? null;
  }

  setItem(name: string, text: string): void {
    if (this.#texts.get(String(name)) === String(text)) return;
    this.#texts.set(String(name), String(text));
    this.#flushSoon();
  }

  removeItem(name: string): void {
    if (this.#texts.delete(String(name))) this.#flushSoon();
  }

  clear(): void {
    if (this.#texts.size === 0) return;
    this.#texts.clear();
    this.#flushSoon();
  }

  /** Writes at once what has changed. */
  flush(): void {
    if (!this.#isFlushDue) return;
    this.#isFlushDue = false;
    const part = `${this.#file}.part`;
    try {
      mkdirSync(dirname(this.#file), { recursive: true });
      writeFileSync(part, JSON.stringify(Object.fromEntries(this.#texts)));
      // Whole or not at all: a process may be killed while it writes.
      renameSync(part, this.#file);
    } catch (problem) {
      this.#onProblem(problem);
    }
  }

  #flushSoon(): void {
    if (this.#isFlushDue) return;
    this.#isFlushDue = true;
    setImmediate(() => this.flush());
  }

  #read(): readonly (readonly [string, string])[] {
    try {
      const read: unknown = JSON.parse(readFileSync(this.#file, 'utf8'));
      return Object.entries(Object(read)).map(([name, text]) => [name, String(text)] as const);
    } catch (problem) {
      if (!isMissing(problem)) this.#onProblem(problem);
      return [];
    }
  }
}

function isMissing(problem: unknown): boolean {
  return problem instanceof Error && 'code' in problem && problem.code === 'ENOENT';
}
