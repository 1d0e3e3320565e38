import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { clientAddress, PrefixNames } from '../limits/address-prefix.ts';
import { perMinute } from '../limits/limits.ts';
import { PrefixBuckets } from '../limits/prefix-buckets.ts';
import type { Timers } from '../timers.ts';

/** Of one address: whoever has the token types it once. */
const WRONG_TOKENS = perMinute(10);
const BEARER = /^Bearer (\S+)$/;

export type TokenPorts = {
  readonly token: string;
  readonly trustedProxies: number;
  readonly timers: Pick<Timers, 'now'>;
};

/** [L135] Tells who runs the server by the token in `Authorization: Bearer …`. */
export class OperatorToken {
  readonly #ports: TokenPorts;
  readonly #expected: Buffer;
  readonly #names = new PrefixNames();
  readonly #wrong = new PrefixBuckets(WRONG_TOKENS);

  constructor(ports: TokenPorts) {
    this.#ports = ports;
    this.#expected = hash(ports.token);
  }

  /** 0 when the request shows the token; else the status of the answer. */
  refuse(request: IncomingMessage): 0 | 401 | 429 {
    const nowMs = this.#ports.timers.now();
    const address = clientAddress(request, this.#ports.trustedProxies);
    const buckets = this.#wrong.around(this.#names.namesOf(address, nowMs), nowMs);
    if (buckets.some((bucket) => bucket.waitMs(nowMs) > 0)) return 429;
    const shown = BEARER.exec(request.headers.authorization ?? '')?.[1];
    if (shown !== undefined && timingSafeEqual(hash(shown), this.#expected)) return 0;
    // A request that shows none guesses nothing.
    if (shown !== undefined) for (const bucket of buckets) bucket.take(nowMs);
    return 401;
  }
}

function hash(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
