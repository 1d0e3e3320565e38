import { pageClock } from './page-clock.ts';

/** Time as an argument: the page's own here, a hand-wound one in tests. */
export interface Timers {
  /** Milliseconds of a clock that never goes back. */
  now(): number;
  /** Runs once after `ms`; the returned function calls it off. */
  after(ms: number, run: () => void): () => void;
}

export const pageTimers: Timers = {
  now: () => pageClock.now(),
  after(ms, run) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};
