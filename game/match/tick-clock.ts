import { TICK_MS } from '../../shared/sim/tick.ts';

/** Where the ticks come from: the page's own timer, and a worker that goes on in hidden tabs. */
export type TickSources = {
  readonly startTimer: (onTick: () => void) => () => void;
  /** Calls `onLost` when the worker's file does not come; the returned function ends it. */
  readonly startWorker: (onTick: () => void, onLost: () => void) => () => void;
  readonly after: (ms: number, run: () => void) => () => void;
};

/** Between the tries to get the worker. After the last a hidden tab is slow until it is reloaded. */
const PAUSES_MS = [1000, 5000, 30_000];

const PAGE: TickSources = {
  startTimer(onTick) {
    const timer = setInterval(onTick, TICK_MS / 2);
    return () => clearInterval(timer);
  },
  startWorker(onTick, onLost) {
    const worker = new Worker(new URL('tick-worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', onTick);
    worker.addEventListener('error', onLost);
    return () => worker.terminate();
  },
  after(ms, run) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};

/**
 * Calls back at least once a tick, in hidden tabs too. The page's timer does it until the worker is
 * there: a match does not wait for a file. Returns what stops it.
 */
export function startTickClock(onTick: () => void, sources: TickSources = PAGE): () => void {
  let lost = 0;
  let stopWorker: (() => void) | null = null;
  let cancelRetry: (() => void) | null = null;
  let stopTimer: (() => void) | null = sources.startTimer(onTick);
  const onWorkerTick = (): void => {
    stopTimer?.();
    stopTimer = null;
    onTick();
  };
  const onLost = (): void => {
    stopWorker?.();
    stopTimer ??= sources.startTimer(onTick);
    const pauseMs = PAUSES_MS[lost++];
    if (pauseMs !== undefined) cancelRetry = sources.after(pauseMs, begin);
  };
  const begin = (): void => {
    stopWorker = sources.startWorker(onWorkerTick, onLost);
  };
  begin();
  return () => {
    stopTimer?.();
    cancelRetry?.();
    stopWorker?.();
  };
}
