import type { Timers } from '../timers.ts';

/** ms for which an offer waits for its answer; the one that asked gives up earlier. */
const WAIT_MS = 8000;

/** Of the whole server. */
const WAITING_MAX = 2000;

type Waiting = {
  readonly from: string;
  readonly host: string;
  readonly untilMs: number;
};

/** [L99] Which offer of a stranger each host may answer, and where the answer goes. Once. */
export class Probes {
  readonly #timers: Timers;
  readonly #makeId: () => string;
  /** In order of age, since all wait equally long. */
  readonly #waiting = new Map<string, Waiting>();

  constructor(timers: Timers, makeId: () => string) {
    this.#timers = timers;
    this.#makeId = makeId;
  }

  get size(): number {
    return this.#waiting.size;
  }

  /** Names an offer from one connection to another; null when too many wait. */
  begin(from: string, host: string): string | null {
    this.#forgetOld();
    if (this.#waiting.size >= WAITING_MAX) return null;
    const probe = this.#makeId();
    this.#waiting.set(probe, { from, host, untilMs: this.#timers.now() + WAIT_MS });
    return probe;
  }

  /** The connection that the answer of this host goes to; null for an answer that was not asked for. */
  answer(probe: string, host: string): string | null {
    this.#forgetOld();
    const waiting = this.#waiting.get(probe);
    if (waiting?.host !== host) return null;
    this.#waiting.delete(probe);
    return waiting.from;
  }

  #forgetOld(): void {
    const nowMs = this.#timers.now();
    for (const [probe, { untilMs }] of this.#waiting) {
      if (untilMs > nowMs) return;
      this.#waiting.delete(probe);
    }
  }
}
