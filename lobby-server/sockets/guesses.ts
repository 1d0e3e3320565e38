import { fail, type Result } from '../../shared/base/result.ts';
import type { Refusal } from '../../shared/lobby/lobby-events.ts';
import type { Timers } from '../timers.ts';
import type { Limits } from '../limits/limits.ts';
import { PrefixBuckets } from '../limits/prefix-buckets.ts';
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
  readonly #onWrong: (networks: readonly string[]) => void;

  constructor(
    limits: Pick<Limits, 'failedJoinsOfPrefix'>,
    timers: Pick<Timers, 'now'>,
    firstSeconds: Pick<FirstSeconds, 'refusal'>,
    /** [L156] A wrong code was tried from these networks. */
    onWrong: (networks: readonly string[]) => void = () => {},
  ) {
    this.#onWrong = onWrong;
    this.#failed = new PrefixBuckets(limits.failedJoinsOfPrefix);
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
      for (const bucket of buckets) bucket.take(nowMs);
      this.#onWrong(guesser.visitor.networks);
    }
    return found;
  }

  /** [L156] A wrong code was tried from these networks at another node. */
  charge(networks: readonly string[]): void {
    const nowMs = this.#timers.now();
    for (const bucket of this.#failed.around(networks, nowMs)) bucket.take(nowMs);
  }
}
