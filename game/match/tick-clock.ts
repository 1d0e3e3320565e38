import { attempt } from '../../shared/base/attempt.ts';
import { TICK_MS } from '../../shared/sim/tick.ts';

/** Where the ticks come from: the page's own timer, and a worker that goes on in hidden tabs. */
export type TickSources = {
  readonly startTimer: (onTick: () => void) => () => void;
  /**
   * Calls `onLost` when the worker's file does not come; the returned function ends it. Throws where
   * there are no workers.
   */
  readonly startWorker: (onTick: () => void, onLost: () => void) => () => void;
  /** Calls now and then, so that a worker is missed that gives no tick any more. */
  readonly startWatch: (look: () => void) => () => void;
  readonly after: (ms: number, run: () => void) => () => void;
};

/** Between the tries to get the worker. After the last a hidden tab is slow until it is reloaded. */
const PAUSES_MS = [1000, 5000, 30_000];
const LOOK_MS = 2000;
/** Browsers end some workers without a word. After a single look a page may only have been asleep. */
const SILENT_LOOKS = 2;

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
  startWatch(look) {
    const timer = setInterval(look, LOOK_MS);
    return () => clearInterval(timer);
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
  let silentLooks = 0;
  let stopTimer: (() => void) | null = sources.startTimer(onTick);
  const onWorkerTick = (): void => {
    stopTimer?.();
    stopTimer = null;
    silentLooks = 0;
    onTick();
  };
  const stopWatch = sources.startWatch(() => {
    silentLooks += 1;
    if (stopTimer === null && silentLooks > SILENT_LOOKS) onLost();
  });
  const onLost = (): void => {
    stopWorker?.();
    stopWorker = null;
    stopTimer ??= sources.startTimer(onTick);
    const pauseMs = PAUSES_MS[lost++];
    if (pauseMs !== undefined) cancelRetry = sources.after(pauseMs, begin);
  };
  const begin = (): void => {
    stopWorker = attempt(() => sources.startWorker(onWorkerTick, onLost), null);
    if (!stopWorker) onLost();
  };
  begin();
  return () => {
    stopTimer?.();
    cancelRetry?.();
    stopWatch();
    stopWorker?.();
  };
}
