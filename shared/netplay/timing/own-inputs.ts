import { type InputBits, NEUTRAL_INPUT, toInputBits } from '../../sim/input.ts';
import { MAX_INPUTS_PER_PACKET } from '../../wire/input-packet.ts';

const KEPT = 256;

/** My own inputs: which tick each takes effect at, and which were sent. */
export class OwnInputs {
  readonly #inputs = new Uint8Array(KEPT);
  #held: InputBits = NEUTRAL_INPUT;
  /** Pressed since the last sample: a tap shorter than a tick is not lost. */
  #pressed = 0;
  /** First tick that an input was made for without a gap up to `#next`. */
  #start = 0;
  #next = 0;

  /** First tick that has no input yet. */
  get next(): number {
    return this.#next;
  }

  hold(bits: InputBits): void {
    this.#pressed |= bits & ~this.#held;
    this.#held = bits;
  }

  /** Goes on at tick `next`: after a snapshot, or when the clock jumped. */
  restart(next: number): void {
    // For the ticks between nothing was held: what their places hold is of long ago.
    if (next > this.#next || next < this.#start) this.#start = next;
    this.#next = next;
  }

  /**
   * Fixes the inputs of all ticks up to and including `upTo`. A growing input delay fills its gap
   * with the same input. True when the newest differs from the one before.
   */
  sample(upTo: number, record: (tick: number, bits: InputBits) => void): boolean {
    if (upTo < this.#next) return false;
    const bits = toInputBits(this.#held | this.#pressed);
    const changed = this.at(this.#next - 1) !== bits;
    this.#pressed = 0;
    while (this.#next <= upTo) {
      this.#inputs[this.#next % KEPT] = bits;
      record(this.#next, bits);
      this.#next += 1;
    }
    return changed;
  }

  /** The input sent for a tick; neutral when it is not remembered. */
  at(tick: number): InputBits {
    const isKept = tick >= this.#start && tick < this.#next && tick >= this.#next - KEPT;
    return isKept ? toInputBits(this.#inputs[tick % KEPT] ?? 0) : NEUTRAL_INPUT;
  }

  /** The newest inputs, newest first, back to tick `from`: at least one. */
  window(from: number): readonly InputBits[] {
    const first = Math.max(from, this.#start);
    const count = Math.min(Math.max(this.#next - first, 1), MAX_INPUTS_PER_PACKET);
    return Array.from({ length: count }, (_, index) => this.at(this.#next - 1 - index));
  }
}
