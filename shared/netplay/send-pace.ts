/** Ticks between two packets when nothing changes: 20 Hz. */
const FLOOR_TICKS = 3;
/** The same on a link that is clogged: 10 Hz. */
const CLOGGED_FLOOR_TICKS = 6;
/**
 * An own change goes out with its tick and the next. A third time costs 15 % more packets, and at
 * 20 % loss others' view of a disc is 0.01 px better for it (bench/README.md).
 */
const BURST = 2;
const SKIPS_UNTIL_CLOGGED = 3;

/**
 * When to send on one link. Packets, not bytes, are the budget: IP, UDP, DTLS and SCTP cost 93
 * bytes each, a packet's own some 14.
 */
export class SendPace {
  #burst = 0;
  #ticksSinceSent = FLOOR_TICKS;
  #skips = 0;

  /** The own input changed. */
  hurry(): void {
    this.#burst = BURST;
  }

  /** Once a tick: is a packet due? */
  isDue(): boolean {
    this.#ticksSinceSent += 1;
    const floor = this.#skips >= SKIPS_UNTIL_CLOGGED ? CLOGGED_FLOOR_TICKS : FLOOR_TICKS;
    return this.#burst > 0 || this.#ticksSinceSent >= floor;
  }

  /** Tells what became of a packet that was due. */
  sent(wasSent: boolean): void {
    this.#skips = wasSent ? 0 : this.#skips + 1;
    this.#ticksSinceSent = 0;
    if (this.#burst > 0) this.#burst -= 1;
  }
}
