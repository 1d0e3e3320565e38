import type { LinkTrace } from '../../shared/netplay/link/simulated-network.ts';

/**
 * Sizes as the interface of a machine counts them, IP header included, measured between Chromium 156
 * and Firefox 153 (bench/README.md): IP 20, UDP 8, DTLS 1.3 22, SCTP 12, and a chunk.
 */
const DATA_BYTES = 78;
const SACK_PACKET_BYTES = 78;
const FORWARD_PACKET_BYTES = 70;
/** Beside data in one packet. */
const SACK_CHUNK_BYTES = 16;
/** Checks of the way by ICE and their answers. */
const CHECKS_PER_SECOND = 1.33;
const CHECK_BYTES = 110;
/** dcSCTP waits for so long for a second packet, or for data on which the acknowledgement can ride. */
const ACK_DELAY_MS = 200;

/** A message on a link whose acknowledgements cost nothing. */
export const MESSAGE_OVERHEAD_BYTES = DATA_BYTES + SACK_CHUNK_BYTES;

export type WireCount = { readonly packets: number; readonly bytes: number };

type Happening = {
  readonly atMs: number;
  /** A message of this size leaves; a message or the news that one was given up comes in. */
  readonly what: 'sends' | 'hears' | 'forwards';
  readonly bytes: number;
  readonly number: number;
};

/**
 * What the two ends of a link put on the wire for their messages: dcSCTP as it is while its window
 * has room. An acknowledgement rides on data that goes the other way; it gets a packet of its own
 * behind every second message without such data, after a while, and at once behind a lost message
 * until its sender says that it was given up.
 */
export class SctpModel {
  readonly #here: Happening[] = [];
  readonly #there: Happening[] = [];
  readonly #forwards: { atMs: number; side: 'here' | 'there' }[] = [];

  /** What one end sends. */
  traceOf(side: 'here' | 'there', rttMs: number): LinkTrace {
    const [own, other] = side === 'here' ? [this.#here, this.#there] : [this.#there, this.#here];
    let number = 0;
    let owed: number[] = [];
    return (atMs, bytes, dueMs) => {
      own.push({ atMs, what: 'sends', bytes, number });
      if (dueMs === null) owed.push(number);
      else {
        other.push({ atMs: dueMs, what: 'hears', bytes, number });
        // The first message behind a lost one reports it, and its sender gives it up at once.
        for (const lost of owed) {
          const forwardMs = dueMs + rttMs / 2;
          this.#forwards.push({ atMs: forwardMs, side });
          other.push({ atMs: forwardMs + rttMs / 2, what: 'forwards', bytes: 0, number: lost });
        }
        owed = [];
      }
      number += 1;
    };
  }

  /** Everything that one end puts on the wire from `fromMs` until `untilMs`. */
  count(side: 'here' | 'there', fromMs: number, untilMs: number): WireCount {
    const happenings = side === 'here' ? this.#here : this.#there;
    const tally = new Tally(fromMs, untilMs);
    const receiver = new Receiver(tally);
    for (const each of happenings.toSorted((a, b) => a.atMs - b.atMs)) receiver.take(each);
    receiver.end();
    for (const { atMs, side: by } of this.#forwards) {
      if (by === side) tally.add(atMs, FORWARD_PACKET_BYTES);
    }
    const checks = (CHECKS_PER_SECOND * (untilMs - fromMs)) / 1000;
    return { packets: tally.packets + checks, bytes: tally.bytes + checks * CHECK_BYTES };
  }
}

class Tally {
  packets = 0;
  bytes = 0;
  readonly #fromMs: number;
  readonly #untilMs: number;

  constructor(fromMs: number, untilMs: number) {
    this.#fromMs = fromMs;
    this.#untilMs = untilMs;
  }

  add(atMs: number, bytes: number): void {
    if (atMs < this.#fromMs || atMs >= this.#untilMs) return;
    this.packets += 1;
    this.bytes += bytes;
  }
}

/** One end, and when it acknowledges. */
class Receiver {
  readonly #tally: Tally;
  readonly #missing = new Set<number>();
  #next = 0;
  #owesSinceMs: number | null = null;

  constructor(tally: Tally) {
    this.#tally = tally;
  }

  take({ atMs, what, bytes, number }: Happening): void {
    if (this.#owesSinceMs !== null && atMs - this.#owesSinceMs > ACK_DELAY_MS) {
      this.#acknowledge(this.#owesSinceMs + ACK_DELAY_MS);
    }
    if (what === 'sends') {
      const rides = this.#owesSinceMs === null ? 0 : SACK_CHUNK_BYTES;
      this.#owesSinceMs = null;
      this.#tally.add(atMs, DATA_BYTES + Math.ceil(bytes / 4) * 4 + rides);
      return;
    }
    for (; this.#next <= number; this.#next++) this.#missing.add(this.#next);
    this.#missing.delete(number);
    const hasGap = what === 'hears' && this.#missing.size > 0;
    if (hasGap || this.#owesSinceMs !== null) this.#acknowledge(atMs);
    else this.#owesSinceMs = atMs;
  }

  /** Nothing happens any more. */
  end(): void {
    if (this.#owesSinceMs !== null) this.#acknowledge(this.#owesSinceMs + ACK_DELAY_MS);
  }

  #acknowledge(atMs: number): void {
    this.#owesSinceMs = null;
    this.#tally.add(atMs, SACK_PACKET_BYTES + 4 * this.#missing.size);
  }
}
