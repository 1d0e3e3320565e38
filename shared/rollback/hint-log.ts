import { MAX_SEATS } from '../base/room-limits.ts';

/** Ticks beyond the ordered ones for which hints are kept. */
export const HINT_TICKS = 256;

const UNKNOWN = -1;

/**
 * Inputs that are known but not ordered: my own, and what came straight from others. Good for
 * prediction only. Entries carry their tick, so an old one is never taken for a new one.
 */
export class HintLog {
  readonly #ticks = new Int32Array(HINT_TICKS * MAX_SEATS).fill(UNKNOWN);
  readonly #inputs = new Uint8Array(HINT_TICKS * MAX_SEATS);

  put(tick: number, seat: number, bits: number): void {
    const cell = cellOf(tick, seat);
    this.#ticks[cell] = tick;
    this.#inputs[cell] = bits;
  }

  has(tick: number, seat: number): boolean {
    return this.#ticks[cellOf(tick, seat)] === tick;
  }

  /** Forgets the ticks from `from` up to `end` of one seat. */
  forget(seat: number, from: number, end: number): void {
    for (let tick = from; tick < end; tick++) {
      if (this.has(tick, seat)) this.#ticks[cellOf(tick, seat)] = UNKNOWN;
    }
  }

  /** Only meaningful where `has` is true. */
  get(tick: number, seat: number): number {
    return this.#inputs[cellOf(tick, seat)] ?? 0;
  }

  clear(): void {
    this.#ticks.fill(UNKNOWN);
  }
}

function cellOf(tick: number, seat: number): number {
  return (tick % HINT_TICKS) * MAX_SEATS + seat;
}
