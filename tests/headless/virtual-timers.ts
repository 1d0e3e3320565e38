type Timer = { readonly run: () => void; readonly everyMs: number | null; dueMs: number };

/** Timers of a script, in the virtual time of its room. */
export class VirtualTimers {
  readonly #timers = new Map<number, Timer>();
  readonly #onProblem: (problem: unknown) => void;
  #nowMs = 0;
  #next = 1;

  /** @param onProblem hears what a timer of the script throws */
  constructor(onProblem: (problem: unknown) => void) {
    this.#onProblem = onProblem;
  }

  /** What stands in a script's globals. */
  get globals(): Record<string, unknown> {
    const clear = (timer: unknown): void => void this.#timers.delete(Number(timer));
    return {
      setTimeout: (run: () => void, ms: unknown, ...values: unknown[]) =>
        this.#set(run, ms, null, values),
      setInterval: (run: () => void, ms: unknown, ...values: unknown[]) =>
        this.#set(run, ms, Math.max(4, Number(ms) || 0), values),
      clearTimeout: clear,
      clearInterval: clear,
    };
  }

  /** Runs what is due. */
  advance(nowMs: number): void {
    this.#nowMs = nowMs;
    for (const [id, timer] of [...this.#timers].toSorted(([, a], [, b]) => a.dueMs - b.dueMs)) {
      if (timer.dueMs > nowMs || !this.#timers.has(id)) continue;
      if (timer.everyMs === null) this.#timers.delete(id);
      else timer.dueMs = nowMs + timer.everyMs;
      try {
        timer.run();
      } catch (problem) {
        this.#onProblem(problem);
      }
    }
  }

  #set(run: unknown, ms: unknown, everyMs: number | null, values: readonly unknown[]): number {
    const id = this.#next;
    this.#next += 1;
    if (typeof run !== 'function') return id;
    const call = (): void => void Reflect.apply(run, undefined, values);
    this.#timers.set(id, { run: call, everyMs, dueMs: this.#nowMs + (Number(ms) || 0) });
    return id;
  }
}
