/** Repairs within this many ticks after which a player only watches. */
const WINDOW_TICKS = 3_600;
const REPAIRS_MAX = 3;

/** How often one peer was repaired of late. */
export class RepairCount {
  #ticks: number[] = [];

  /** True when it was once too often. */
  add(tick: number): boolean {
    this.#ticks = this.#ticks.filter((one) => tick - one < WINDOW_TICKS);
    this.#ticks.push(tick);
    if (this.#ticks.length < REPAIRS_MAX) return false;
    this.#ticks = [];
    return true;
  }
}
