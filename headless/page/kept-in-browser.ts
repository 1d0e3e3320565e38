import type { KeptTexts } from '../feed/kept-texts.ts';
import { KEPT_MAX } from '../feed/page-messages.ts';
import { isRecord } from './read-fields.ts';

/** Where values lie by name, for longer than the page: IndexedDB. */
export type Shelf = {
  readonly load: (key: string) => Promise<unknown>;
  readonly save: (key: string, value: unknown) => Promise<void>;
};

/**
 * Texts by name that outlive the page. A change is on its way to the disk a turn later; the page reads what
 * it has in memory.
 */
export class KeptInBrowser implements KeptTexts {
  readonly #shelf: Shelf;
  readonly #key: string;
  readonly #onProblem: (problem: unknown) => void;
  readonly #texts: Map<string, string>;
  #isDue = false;
  #saving: Promise<void> = Promise.resolve();

  private constructor(
    shelf: Shelf,
    key: string,
    texts: ReadonlyMap<string, string>,
    onProblem: (problem: unknown) => void,
  ) {
    this.#shelf = shelf;
    this.#key = key;
    this.#texts = new Map(texts);
    this.#onProblem = onProblem;
  }

  /** @param onProblem hears of what cannot be read or written; the texts last in memory then */
  static async open(
    shelf: Shelf,
    key: string,
    onProblem: (problem: unknown) => void,
  ): Promise<KeptInBrowser> {
    const texts = await shelf.load(key).then(readTexts, (problem: unknown) => {
      onProblem(problem);
      return new Map<string, string>();
    });
    return new KeptInBrowser(shelf, key, texts, onProblem);
  }

  get length(): number {
    return this.#texts.size;
  }

  get entries(): readonly (readonly [name: string, text: string])[] {
    return [...this.#texts];
  }

  key(index: number): string | null {
    return [...this.#texts.keys()][index] ?? null;
  }

  getItem(name: string): string | null {
    return this.#texts.get(name) ?? null;
  }

  /** What is too much is not kept: the script's own storage has said so to it. */
  setItem(name: string, text: string): void {
    const others = this.entries.filter(([other]) => other !== name);
    if (sizeOf([...others, [name, text]]) > KEPT_MAX) return;
    this.#texts.set(name, text);
    this.#saveSoon();
  }

  removeItem(name: string): void {
    if (this.#texts.delete(name)) this.#saveSoon();
  }

  clear(): void {
    this.#texts.clear();
    this.#saveSoon();
  }

  #saveSoon(): void {
    if (this.#isDue) return;
    this.#isDue = true;
    this.#saving = this.#save(this.#saving);
  }

  /** One behind the other, so that an older state never comes last. */
  async #save(before: Promise<void>): Promise<void> {
    await before;
    this.#isDue = false;
    await this.#shelf.save(this.#key, this.entries).catch(this.#onProblem);
  }
}

function readTexts(value: unknown): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  if (!Array.isArray(value)) return texts;
  for (const entry of value as readonly unknown[]) {
    if (!isRecord(entry)) continue;
    const { 0: name, 1: text } = entry;
    if (typeof name === 'string' && typeof text === 'string') texts.set(name, text);
  }
  return texts;
}

function sizeOf(entries: readonly (readonly [string, string])[]): number {
  return entries.reduce((sum, [name, text]) => sum + name.length + text.length, 0);
}
