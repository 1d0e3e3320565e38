import { assert } from '../base/assert.ts';

/**
 * Writes bits, most significant first, into a buffer of its own. Our own value out of range is a
 * bug and throws.
 */
export class BitWriter {
  readonly #bytes: Uint8Array<ArrayBuffer>;
  #bit = 0;

  constructor(sizeBytes: number) {
    this.#bytes = new Uint8Array(sizeBytes);
  }

  /** Starts over in the same buffer. */
  reset(): void {
    this.#bytes.fill(0, 0, (this.#bit + 7) >> 3);
    this.#bit = 0;
  }

  /** Writes the low `width` bits (1 … 32) of an unsigned integer. */
  bits(value: number, width: number): void {
    assert(
      Number.isInteger(value) && value >= 0 && value < 2 ** width,
      `${value} does not fit ${width} bits`,
    );
    assert(this.#bit + width <= this.#bytes.length * 8, 'packet too large');
    let left = width;
    while (left > 0) {
      const free = 8 - (this.#bit & 7);
      const take = Math.min(free, left);
      const chunk = Math.floor(value / 2 ** (left - take)) & ((1 << take) - 1);
      const index = this.#bit >> 3;
      this.#bytes[index] = (this.#bytes[index] ?? 0) | (chunk << (free - take));
      this.#bit += take;
      left -= take;
    }
  }

  /** The bytes so far, the last one filled with zero bits: a view that the next write reuses. */
  finish(): Uint8Array<ArrayBuffer> {
    return this.#bytes.subarray(0, (this.#bit + 7) >> 3);
  }
}
