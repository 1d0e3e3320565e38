import type { Result } from '../../shared/base/result.ts';
import type { Timers } from '../timers.ts';

type Remembered = { readonly done: Promise<Result<unknown, unknown>>; readonly untilMs: number };

/** Recognizes a request that is asked again because its answer was lost on the way. */
export class RecentRequests {
  readonly #timers: Timers;
  readonly #keepMs: number;
  /** In order of age, since every entry is kept equally long. */
  readonly #remembered = new Map<string, Remembered>();

  constructor(timers: Timers, keepMs: number) {
    this.#timers = timers;
    this.#keepMs = keepMs;
  }

  get size(): number {
    return this.#remembered.size;
  }

  /** Runs `first` for a new key; for a known one waits for that and then, if it went well, runs `again`. */
  async once<Value, Failure>(
    key: string,
    first: () => Promise<Result<Value, Failure>>,
    again: (value: Value) => Promise<Result<Value, Failure>>,
  ): Promise<Result<Value, Failure>> {
    this.#forgetOld();
    const known = this.#remembered.get(key);
    if (known !== undefined) {
      const outcome = (await known.done) as Result<Value, Failure>;
      return outcome.ok ? again(outcome.value) : outcome;
    }
    const done = first();
    this.#remembered.set(key, { done, untilMs: this.#timers.now() + this.#keepMs });
    const outcome = await done;
    // A refusal changed nothing: the same request may well succeed later.
    if (!outcome.ok) this.#remembered.delete(key);
    return outcome;
  }

  #forgetOld(): void {
    const nowMs = this.#timers.now();
    for (const [key, { untilMs }] of this.#remembered) {
      if (untilMs > nowMs) return;
      this.#remembered.delete(key);
    }
  }
}
