/** The page ran nothing for so long: a sleeping machine, a frozen tab, or one that stood still. */
export const ASLEEP_MS = 5000;

export type PageClockSources = {
  /** A clock that never goes back; while the machine sleeps, some stand still and some go on. */
  readonly steadyMs: () => number;
  /** The time of day: it always goes on, and may be set. */
  readonly dayMs: () => number;
};

/**
 * The page's own time, in which the page was awake. What was slept does not pass: nobody's patience
 * ends by it. The page looks at this clock many times a second, so a gap means that it was asleep.
 */
export class PageClock {
  readonly #sources: PageClockSources;
  #steadyMs: number;
  #dayMs: number;
  #skippedMs = 0;
  #sleptMs = 0;
  #isHeld = false;

  constructor(sources: PageClockSources) {
    this.#sources = sources;
    this.#steadyMs = sources.steadyMs();
    this.#dayMs = sources.dayMs();
  }

  /** Milliseconds; never goes back. */
  now(): number {
    const steadyMs = this.#sources.steadyMs();
    const dayMs = this.#sources.dayMs();
    const gapMs = steadyMs - this.#steadyMs;
    const asleepMs = Math.max(gapMs, dayMs - this.#dayMs);
    if (asleepMs >= ASLEEP_MS) this.#sleptMs += asleepMs;
    if (this.#isHeld || asleepMs >= ASLEEP_MS) this.#skippedMs += gapMs;
    this.#steadyMs = steadyMs;
    this.#dayMs = dayMs;
    return steadyMs - this.#skippedMs;
  }

  /** How long the page was asleep since this was asked last; 0 when it was not. */
  takeSleep(): number {
    this.now();
    const sleptMs = this.#sleptMs;
    this.#sleptMs = 0;
    return sleptMs;
  }

  get isHeld(): boolean {
    return this.#isHeld;
  }

  /** While it is held no time passes. */
  hold(isHeld: boolean): void {
    this.now();
    this.#isHeld = isHeld;
  }
}

/** Goes on, or stands still, while the machine sleeps. Only to find that out: all else uses `pageClock`. */
export const steadyMs = (): number => performance.now();

/** The same instant for a page and its workers, whose own clocks begin with each of them. */
export const absoluteMs = (): number => performance.timeOrigin + performance.now();

/** The one clock of a page: what links hear is stamped by it, and sessions advance by it. */
export const pageClock = new PageClock({
  steadyMs,
  dayMs: () => Date.now(),
});
