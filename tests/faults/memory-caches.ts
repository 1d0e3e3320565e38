/** The caches of a browser, as far as the game uses them; in the order in which they were made. */
export class MemoryCaches {
  readonly #caches = new Map<string, MemoryCache>();
  /** What the next `put` throws: a full disk. */
  problem: DOMException | null = null;

  /** Addresses of what is kept under that name. */
  paths(name: string): string[] {
    return [...(this.#caches.get(name)?.answers.keys() ?? [])];
  }

  keys = async (): Promise<string[]> => [...this.#caches.keys()];

  delete = async (name: string): Promise<boolean> => this.#caches.delete(name);

  open = async (name: string): Promise<Cache> => {
    const cache = this.#caches.get(name) ?? new MemoryCache(() => this.problem);
    this.#caches.set(name, cache);
    return cache as unknown as Cache;
  };
}

class MemoryCache {
  readonly answers = new Map<string, Response>();
  readonly #problem: () => DOMException | null;

  constructor(problem: () => DOMException | null) {
    this.#problem = problem;
  }

  async match(path: string): Promise<Response | undefined> {
    return this.answers.get(path)?.clone();
  }

  async put(path: string, answer: Response): Promise<void> {
    const problem = this.#problem();
    if (problem) throw problem;
    this.answers.set(path, answer);
  }
}
