import { TICK_MS } from '../../shared/sim/tick.ts';

/** Behind by more than this, a process does not catch up: sessions do that by their own clocks. */
const BEHIND_MS = 200;

/**
 * Runs something sixty times a second, evenly over time although timers have whole milliseconds.
 *
 * @returns ends it
 */
export function everyTick(run: (nowMs: number) => void, now: () => number): () => void {
  let dueMs = now();
  let timer: NodeJS.Timeout;
  const turn = (): void => {
    const nowMs = now();
    run(nowMs);
    dueMs = nowMs - dueMs > BEHIND_MS ? nowMs : dueMs;
    dueMs += TICK_MS;
    timer = setTimeout(turn, Math.max(0, dueMs - now()));
  };
  timer = setTimeout(turn, 0);
  return () => clearTimeout(timer);
}
