/**
 * Reads bits, most significant first, from a stranger's bytes. Never throws: after reading past the
 * end, or a codec's complaint, `failed` stays true and everything reads as 0.
 */
export class BitReader {
  readonly #bytes: Uint8Array;
  #bit = 0;
  #failed = false;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get failed(): boolean {
    return this.#failed;
  }

  fail(): void {
    this.#failed = true;
  }

  /** Reads an unsigned integer of `width` bits (1 … 32). */
  bits(width: number): number {
    if (this.#failed || this.#bit + width > this.#bytes.length * 8) {
      this.#failed = true;
      return 0;
    }
    let value = 0;
    let left = width;
    while (left > 0) {
      const free = 8 - (this.#bit & 7);
      const take = Math.min(free, left);
      const byte = this.#bytes[this.#bit >> 3] ?? 0;
      value = value * 2 ** take + ((byte >> (free - take)) & ((1 << take) - 1));
      this.#bit += take;
      left -= take;
    }
    return value;
  }

  /** True when all bytes were used and the filling bits of the last one are zero. */
  isAtEnd(): boolean {
    const rest = this.#bytes.length * 8 - this.#bit;
    return !this.#failed && rest < 8 && (rest === 0 || this.bits(rest) === 0);
  }
}
