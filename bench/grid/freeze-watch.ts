import { TICK_MS } from '../../shared/sim/tick.ts';

/** A picture that shows the same tick for longer stands still; below it is a late timer. */
const FROZEN_MS = 2.5 * TICK_MS;

/** Sees from outside when a picture stands still, whatever a netcode says of itself. */
export class FreezeWatch {
  /** Ticks that should have been shown and were not while the picture stood still. */
  frozenTicks = 0;
  frames = 0;
  #movedMs: number;
  #tick: number;

  constructor(nowMs: number, tick: number) {
    this.#movedMs = nowMs;
    this.#tick = tick;
  }

  /** Once a run of the netcode; true when it shows another tick than before. */
  take(nowMs: number, tick: number): boolean {
    if (tick === this.#tick) return false;
    const gapMs = nowMs - this.#movedMs;
    if (gapMs > FROZEN_MS) this.frozenTicks += Math.round(gapMs / TICK_MS) - 1;
    this.#tick = tick;
    this.#movedMs = nowMs;
    this.frames += 1;
    return true;
  }
}
