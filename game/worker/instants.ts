export type InstantsClocks = {
  /** ms of the clock of this thread. */
  readonly now: () => number;
  /** The same instant for the page and the worker, in ms. */
  readonly absoluteMs: () => number;
};

/** Instants of this thread's own clock, which may be held and skip sleep, as page and worker tell them to each other. */
export class Instants {
  readonly #clocks: InstantsClocks;

  constructor(clocks: InstantsClocks) {
    this.#clocks = clocks;
  }

  /** From the own clock to what the other side understands, in ms. */
  toAbsolute(atMs: number): number {
    return this.#clocks.absoluteMs() - (this.#clocks.now() - atMs);
  }

  /** From what the other side told to the own clock, in ms. */
  toOwn(absoluteMs: number): number {
    return this.#clocks.now() - (this.#clocks.absoluteMs() - absoluteMs);
  }
}
