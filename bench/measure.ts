export type Measurement = { readonly medianUs: number; readonly bestUs: number };

/** Time of one call in microseconds: the median and the best of `rounds` rounds, after a warm-up. */
export function measure(act: () => void, callsPerRound: number, rounds = 15): Measurement {
  for (let call = 0; call < callsPerRound; call++) act();
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const startMs = performance.now();
    for (let call = 0; call < callsPerRound; call++) act();
    times.push(((performance.now() - startMs) * 1000) / callsPerRound);
  }
  times.sort((a, b) => a - b);
  return { medianUs: times[Math.floor(rounds / 2)] ?? 0, bestUs: times[0] ?? 0 };
}

/** Bytes that one call leaves on the heap; needs `node --expose-gc`. */
export function measureAllocation(act: () => void, calls: number): number {
  for (let call = 0; call < calls; call++) act();
  const { gc } = globalThis as { gc?: () => void };
  if (!gc) throw new Error('run the benchmark with node --expose-gc');
  gc();
  const before = process.memoryUsage().heapUsed;
  for (let call = 0; call < calls; call++) act();
  return Math.max(0, process.memoryUsage().heapUsed - before) / calls;
}
