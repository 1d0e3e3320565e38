import type { KeptTexts } from '../../feed/kept-texts.ts';
import { KEPT_MAX, type FromPageScript } from '../../feed/page-messages.ts';

/** `localStorage` of a script in a worker, which has none: the page keeps what it is told. */
export class WorkerStorage implements KeptTexts {
  readonly #texts: Map<string, string>;
  readonly #tell: (change: FromPageScript) => void;
  #size = 0;

  constructor(
    kept: readonly (readonly [name: string, text: string])[],
    tell: (change: FromPageScript) => void,
  ) {
    this.#texts = new Map(kept);
    this.#tell = tell;
    for (const [name, text] of this.#texts) this.#size += name.length + text.length;
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

  /** @throws DOMException when it is full, as a browser's does */
  setItem(name: string, value: string): void {
    const [key, text] = [String(name), String(value)];
    const size = this.#size + key.length + text.length - this.#sizeOf(key);
    if (size > KEPT_MAX) throw new DOMException('the storage is full', 'QuotaExceededError');
    this.#size = size;
    this.#texts.set(key, text);
    this.#tell({ type: 'keep', name: key, text });
  }

  removeItem(name: string): void {
    const key = String(name);
    this.#size -= this.#sizeOf(key);
    if (this.#texts.delete(key)) this.#tell({ type: 'keep', name: key, text: null });
  }

  clear(): void {
    this.#texts.clear();
    this.#size = 0;
    this.#tell({ type: 'forget' });
  }

  #sizeOf(name: string): number {
    const text = this.#texts.get(name);
    return text === undefined ? 0 : name.length + text.length;
  }
}
