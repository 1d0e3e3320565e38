import type { QueueMeter } from '../link/queue-meter.ts';

/** ms of waiting on the way that are nobody's concern, and the share of the jitter that is added. */
const CALM_MS = 60;
const WOBBLES = 2;
/** The stretch grows by this factor, by the other where very much waits, and shrinks in small steps. */
const FALL = 1.5;
const STEEP_FALL = 2.5;
const STEEP_FROM = 4;
const RISE = 0.92;
/** ms between two looks at a way that is free again. */
const LOOK_MS = 250;
const RISE_EVERY_MS = 500;
export const STRETCH_MAX = 8;
/** ms without a queue that drains although the least is sent: it is none of ours, or the way is longer. */
const LONGER_WAY_MS = 3_000;
/** Less than this share of what waited before: the queue drains. */
const DRAINS = 0.8;

/**
 * [N57] How much more seldom than usual a link is to be used, since packets wait on its way: 1 … 8. Both
 * ends see the same round trip, so both send less.
 */
export class WayLoad {
  #stretch = 1;
  #changedMs = Number.NEGATIVE_INFINITY;
  /** Since when the least is sent and nothing drains, and what waited then. */
  #steady: { readonly sinceMs: number; readonly waitMs: number } | null = null;

  get stretch(): number {
    return this.#stretch;
  }

  /**
   * Once an advance of the session.
   *
   * @param rttMs until something that is changed here shows
   */
  advance(queue: QueueMeter, rttMs: number, nowMs: number): void {
    const sinceMs = nowMs - this.#changedMs;
    if (sinceMs < LOOK_MS) return;
    const waitMs = queue.waitAt(nowMs);
    if (waitMs === null) return;
    const allowedMs = CALM_MS + WOBBLES * queue.wobbleMs;
    if (waitMs > allowedMs && sinceMs >= rttMs) {
      this.#fall(waitMs > STEEP_FROM * allowedMs ? STEEP_FALL : FALL, nowMs);
    } else if (waitMs < allowedMs / 2 && this.#stretch > 1 && sinceMs >= RISE_EVERY_MS) {
      this.#stretch = Math.max(1, this.#stretch * RISE);
      this.#changedMs = nowMs;
    }
    if (this.#isLonger(waitMs, nowMs)) {
      queue.restart();
      this.#stretch = 1;
      this.#steady = null;
    }
  }

  #fall(factor: number, nowMs: number): void {
    this.#changedMs = nowMs;
    this.#stretch = Math.min(this.#stretch * factor, STRETCH_MAX);
  }

  #isLonger(waitMs: number, nowMs: number): boolean {
    if (this.#stretch < STRETCH_MAX) this.#steady = null;
    else if (this.#steady === null || waitMs < DRAINS * this.#steady.waitMs) {
      this.#steady = { sinceMs: nowMs, waitMs };
    }
    return this.#steady !== null && nowMs - this.#steady.sinceMs >= LONGER_WAY_MS;
  }
}
