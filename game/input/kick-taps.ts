import { TICK_MS } from '../../shared/sim/tick.ts';

/** So long that a tick falls into it, however the page's calls lie between the ticks. */
const SHOWN_MS = 1.5 * TICK_MS;
/** More would be kicks that nobody means any more. */
const MOST_WAITING = 2;

/**
 * Each press of the kick is one: a tap that is over between two looks, and a second finger or button
 * while the first is still down. A kick is armed by coming up, so that is shown between two.
 */
export class KickTaps {
  #isDown = false;
  #sinceMs = Number.NEGATIVE_INFINITY;
  #waiting = 0;
  #presses = 0;

  /** @param presses so far, of all devices */
  read(isHeld: boolean, presses: number, nowMs: number): boolean {
    this.#waiting = Math.min(MOST_WAITING, this.#waiting + presses - this.#presses);
    this.#presses = presses;
    if (nowMs - this.#sinceMs < SHOWN_MS) return this.#isDown;
    const isNext = this.#waiting > 0 ? !this.#isDown : isHeld;
    if (isNext !== this.#isDown) {
      this.#isDown = isNext;
      this.#sinceMs = nowMs;
      if (isNext && this.#waiting > 0) this.#waiting -= 1;
    }
    return this.#isDown;
  }

  /** What was pressed so far was for something else. */
  forget(presses: number): void {
    this.#presses = presses;
    this.#waiting = 0;
    this.#isDown = false;
  }
}
