/** Time as an argument: the machine's own here, a hand-wound one in tests. */
export interface Timers {
  /** Milliseconds of a clock that never goes back. */
  now(): number;
  /** Seconds since 1970, for what must mean something elsewhere. */
  unixSeconds(): number;
  /** Runs once after `ms`; the returned function calls it off. */
  after(ms: number, run: () => void): () => void;
}

export const systemTimers: Timers = {
  now: () => performance.now(),
  unixSeconds: () => Math.floor(Date.now() / 1000),
  after(ms, run) {
    // What still waits must not keep a stopping server alive.
    const timer = setTimeout(run, ms).unref();
    return () => clearTimeout(timer);
  },
};
