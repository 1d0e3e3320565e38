import type { LinkMeter } from '../link/link-meter.ts';
import { WayLoad } from './way-load.ts';

/** Ticks between two packets when nothing changes: 15 Hz. */
const FLOOR_TICKS = 4;
/** The same on a link that is clogged: 10 Hz. */
const CLOGGED_FLOOR_TICKS = 6;
/**
 * An own change goes out with its tick, and once more two ticks later: in the tick between, the other
 * side may send on its own, and its acknowledgement needs no packet then (bench/README.md). A third
 * time costs 15 % more packets, and at 20 % loss others' view of a disc is 0.01 px better for it.
 */
const COPIES = 2;
const REPEAT_AFTER_TICKS = 2;
const SIGN_OF_LIFE_TICKS = 12;
const SKIPS_UNTIL_CLOGGED = 3;
/** [N57] On a way where packets wait an own change goes out so much after the last packet, and not twice. */
const CHANGE_TICKS = 2;

/** What a packet is for. `hint`: the sequencer tells the same, later. `sign`: one of the two only watches. */
export type PacketUse = 'play' | 'hint' | 'sign';

/**
 * When to send on one link. Packets, not bytes, are the budget: IP, UDP, DTLS and SCTP cost 78 to 94
 * bytes each, a packet's own some 14; and what is not acknowledged by a packet that goes the other
 * way anyway costs one of 78 bytes.
 */
export class SendPace {
  #copies = 0;
  #sentTick = Number.NEGATIVE_INFINITY;
  #skips = 0;
  /** Packets that were sent at once. */
  #packets = 1;
  readonly #load = new WayLoad();

  /** [N57] True while less is sent than usual, since packets wait on the way. */
  get isSlowed(): boolean {
    return this.#load.stretch > 1;
  }

  /** Once an advance of the session. */
  watch({ queue, rttMs }: LinkMeter, nowMs: number): void {
    this.#load.advance(queue, rttMs, nowMs);
  }

  /** The own input changed. */
  hurry(): void {
    this.#copies = COPIES;
  }

  /**
   * Is a packet due at tick `now`? A hidden tab may not ask at every tick, so ticks count, not calls.
   *
   */
  isDue(now: number, use: PacketUse = 'play'): boolean {
    const elapsed = now - this.#sentTick;
    // The clock went back.
    if (elapsed < 0) return true;
    if (use === 'sign') return elapsed >= SIGN_OF_LIFE_TICKS;
    if (this.isSlowed) return elapsed >= this.#slowedTicks(use);
    if (this.#copies === COPIES) return elapsed > 0;
    if (this.#copies > 0 && elapsed >= REPEAT_AFTER_TICKS) return true;
    return elapsed >= (this.#skips >= SKIPS_UNTIL_CLOGGED ? CLOGGED_FLOOR_TICKS : FLOOR_TICKS);
  }

  /** Tells what became of a packet, or several, that were due at tick `now`. */
  sent(now: number, wasSent: boolean, packets = 1): void {
    this.#skips = wasSent ? 0 : this.#skips + 1;
    this.#sentTick = now;
    this.#packets = packets;
    if (this.#copies > 0) this.#copies -= 1;
    if (this.isSlowed) this.#copies = 0;
  }

  /** What the sequencer needs, or sends, gives way half as much as a hint. */
  #slowedTicks(use: PacketUse): number {
    const { stretch } = this.#load;
    const factor = use === 'hint' ? stretch : 1 + (stretch - 1) / 2;
    const ticks = this.#copies > 0 ? CHANGE_TICKS : FLOOR_TICKS;
    return ticks * factor * this.#packets;
  }
}
