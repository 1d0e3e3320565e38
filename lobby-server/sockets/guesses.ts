import { fail, type Result } from '../../shared/base/result.ts';
import type { Refusal } from '../../shared/lobby/lobby-events.ts';
import type { Timers } from '../timers.ts';
import type { PrefixBuckets } from '../limits/prefix-buckets.ts';
import type { TokenBucket } from '../../shared/base/token-bucket.ts';
import type { FirstSeconds } from '../rooms/first-seconds.ts';

/** One that may be guessing: a socket and the address behind it. */
export type Guesser = {
  readonly visitor: { readonly networks: readonly string[] };
  readonly failedJoins: TokenBucket;
};

/** [L33] Only a wrong code costs; a right one may be asked for again and again. */
export class Guesses {
  readonly #failed: PrefixBuckets;
  readonly #timers: Pick<Timers, 'now'>;
  readonly #firstSeconds: Pick<FirstSeconds, 'refusal'>;

  /** @param failed wrong codes of each network */
  constructor(
    failed: PrefixBuckets,
    timers: Pick<Timers, 'now'>,
    firstSeconds: Pick<FirstSeconds, 'refusal'>,
  ) {
    this.#failed = failed;
    this.#timers = timers;
    this.#firstSeconds = firstSeconds;
  }

  /** What `ask` finds out about a code, unless too many of this socket or address were wrong. */
  async count<Value>(
    guesser: Guesser,
    ask: () => Promise<Result<Value, Refusal>>,
  ): Promise<Result<Value, Refusal>> {
    const nowMs = this.#timers.now();
    const ofAddress = this.#failed.around(guesser.visitor.networks, nowMs);
    const buckets = [...ofAddress, guesser.failedJoins];
    const retryMs = Math.max(...buckets.map((bucket) => bucket.waitMs(nowMs)));
    if (retryMs > 0) return fail({ code: 'RATE_LIMITED', retryMs });
    const found = await ask();
    if (!found.ok && found.error.code === 'NO_ROOM') {
      // [L131] A right code may lead nowhere yet.
      const { refusal } = this.#firstSeconds;
      if (refusal !== null) return fail(refusal);
      guesser.failedJoins.take(nowMs);
      this.#failed.spend(guesser.visitor.networks, nowMs);
    }
    return found;
  }
}
