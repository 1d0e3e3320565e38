/** Calls back at least once a tick, in hidden tabs too. Returns what stops it. */
export function startTickClock(onTick: () => void): () => void {
  const worker = new Worker(new URL('tick-worker.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('message', onTick);
  return () => worker.terminate();
}
