/** [V55] Springs along the opening of a goal: what holds its net. */
export const SPRINGS = 8;
/** Longest step that the springs are moved by, in seconds: longer ones would swing themselves up. */
const STEP_S = 1 / 120;
/** Pull towards rest and towards the springs beside, in 1/s², and what is lost, in 1/s. */
const PULL = 520;
const TENSION = 700;
const LOSS = 7;
/** How many springs a push reaches to either side, as the width of a bell. */
const REACH = 1.3;
/** Map units, and units a second, below which it hangs still. */
const STILL = 0.15;
const STILL_SPEED = 3;

/**
 * [V55] How far a net hangs out behind its goal at eight places, in map units. It is for drawing alone, and
 * nothing is allocated once it is made.
 */
export class NetSprings {
  /** Out of the goal is above 0. */
  readonly #out = new Float64Array(SPRINGS);
  readonly #speed = new Float64Array(SPRINGS);
  readonly #most: number;
  #isMoving = false;

  /** @param most how far out it goes, in map units */
  constructor(most: number) {
    this.#most = most;
  }

  get isMoving(): boolean {
    return this.#isMoving;
  }

  /**
   * @param at where along the opening, 0 … 1
   * @param speed that it is given there, in map units a second
   */
  push(at: number, speed: number): void {
    const middle = at * SPRINGS - 0.5;
    for (let index = 0; index < SPRINGS; index += 1) {
      const away = (index - middle) / REACH;
      this.#speed[index]! += speed * Math.exp(-away * away);
    }
    this.#isMoving = true;
  }

  still(): void {
    this.#out.fill(0);
    this.#speed.fill(0);
    this.#isMoving = false;
  }

  update(deltaMs: number): void {
    if (!this.#isMoving) return;
    for (let left = deltaMs / 1000; left > 0; left -= STEP_S) this.#step(Math.min(left, STEP_S));
    for (let index = 0; index < SPRINGS; index += 1) {
      if (Math.abs(this.#out[index]!) >= STILL) return;
      if (Math.abs(this.#speed[index]!) >= STILL_SPEED) return;
    }
    this.still();
  }

  /** How far out it hangs at a place along the opening, 0 … 1; a net does not hang into its goal. */
  outAt(at: number): number {
    const place = at * SPRINGS - 0.5;
    const before = Math.floor(place);
    const share = place - before;
    const out = this.#at(before) * (1 - share) + this.#at(before + 1) * share;
    return Math.min(this.#most, Math.max(0, out));
  }

  #step(seconds: number): void {
    for (let index = 0; index < SPRINGS; index += 1) {
      const out = this.#out[index]!;
      const beside = this.#at(index - 1) + this.#at(index + 1) - 2 * out;
      const pull = TENSION * beside - PULL * out - LOSS * this.#speed[index]!;
      this.#speed[index]! += pull * seconds;
    }
    for (let index = 0; index < SPRINGS; index += 1) {
      this.#out[index]! += this.#speed[index]! * seconds;
    }
  }

  /** The posts hold both ends. */
  #at(index: number): number {
    return index < 0 || index >= SPRINGS ? 0 : this.#out[index]!;
  }
}
