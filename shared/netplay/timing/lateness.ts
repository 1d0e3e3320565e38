const WINDOW = 128;
const GAP_TICKS = 2;
export const DEADLINE_MIN_TICKS = 6;
/** As many as CONFIRM can tell: a way that carries everything in bunches needs them all. */
export const DEADLINE_MAX_TICKS = 31;
export const DEADLINE_START_TICKS = 12;
/** Arrivals of a player before its lateness counts. */
const ENOUGH = 20;

/** How late one player's inputs come, in ticks after the tick they are for. */
export class Lateness {
  readonly #recent = new Float64Array(WINDOW);
  readonly #sorted = new Float64Array(WINDOW);
  #count = 0;

  add(ticks: number): void {
    this.#recent[this.#count % WINDOW] = ticks;
    this.#count += 1;
  }

  /** The lateness that 99 % of arrivals keep below; null while too few came. */
  p99(): number | null {
    if (this.#count < ENOUGH) return null;
    const filled = Math.min(this.#count, WINDOW);
    this.#sorted.set(this.#recent);
    this.#sorted.subarray(0, filled).sort();
    return this.#sorted[Math.floor((filled - 1) * 0.99)] ?? null;
  }
}

/**
 * [N5] Ticks that the sequencer waits for inputs. Longer costs nothing while everybody is on time;
 * too short eats inputs.
 */
export function chooseDeadline(worstP99: number | null): number {
  if (worstP99 === null) return DEADLINE_START_TICKS;
  const wanted = Math.ceil(worstP99) + GAP_TICKS;
  return Math.min(Math.max(wanted, DEADLINE_MIN_TICKS), DEADLINE_MAX_TICKS);
}
