import type { Refusal } from '../../shared/lobby/lobby-events.ts';
import type { Times } from '../limits/limits.ts';
import type { Timers } from '../timers.ts';

/** [L131] The first seconds of a server: rooms of the one before it come back, and nobody knows which. */
export class FirstSeconds {
  readonly #timers: Pick<Timers, 'now'>;
  readonly #untilMs: number;

  constructor(timers: Pick<Timers, 'now'>, { openingMs }: Pick<Times, 'openingMs'>) {
    this.#timers = timers;
    this.#untilMs = timers.now() + openingMs;
  }

  /** What is said meanwhile to those who ask for rooms that may come; null when it is over. */
  get refusal(): Refusal | null {
    const retryMs = Math.ceil(this.#untilMs - this.#timers.now());
    return retryMs > 0 ? { code: 'TRY_LATER', retryMs } : null;
  }
}
