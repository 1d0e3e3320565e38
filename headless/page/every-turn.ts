import { TICK_MS } from '../../shared/sim/tick.ts';

/** Behind by more than this, a page does not catch up: sessions do that by their own clocks. */
const BEHIND_MS = 200;

/** Makes of a clock that calls too often one that runs something sixty times a second, and no more. */
export function everyTurn(run: (nowMs: number) => void, now: () => number): () => void {
  let dueMs = now();
  return () => {
    const nowMs = now();
    if (nowMs < dueMs) return;
    dueMs = nowMs - dueMs > BEHIND_MS ? nowMs : dueMs;
    dueMs += TICK_MS;
    run(nowMs);
  };
}
