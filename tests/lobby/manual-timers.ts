import type { Timers } from '../../lobby-server/timers.ts';

type Waiting = { readonly dueMs: number; readonly run: () => void };

/** Time that stands still until a test winds it on. Serves both sides of the lobby. */
export class ManualTimers implements Timers {
  #nowMs = 0;
  readonly #waiting = new Set<Waiting>();

  get pending(): number {
    return this.#waiting.size;
  }

  now(): number {
    return this.#nowMs;
  }

  unixSeconds(): number {
    return 1_700_000_000 + Math.floor(this.#nowMs / 1000);
  }

  after(ms: number, run: () => void): () => void {
    const waiting = { dueMs: this.#nowMs + ms, run };
    this.#waiting.add(waiting);
    return () => this.#waiting.delete(waiting);
  }

  advance(ms: number): void {
    const endMs = this.#nowMs + ms;
    for (;;) {
      const next = [...this.#waiting].sort((a, b) => a.dueMs - b.dueMs).at(0);
      if (next === undefined || next.dueMs > endMs) break;
      this.#waiting.delete(next);
      this.#nowMs = Math.max(this.#nowMs, next.dueMs);
      next.run();
    }
    this.#nowMs = endMs;
  }
}
