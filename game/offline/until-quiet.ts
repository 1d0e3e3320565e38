import type { Timers } from '../time/timers.ts';

/** A page that has just changed may be on its way to a match. */
const QUIET_MS = 3000;
const LOOK_MS = 250;

/** Makes a wait for the page to have been quiet for three seconds; at once where it still is. */
export function makeQuietWait(isQuiet: () => boolean, timers: Timers): () => Promise<void> {
  let sinceMs: number | null = null;
  const look = (): boolean => {
    if (!isQuiet()) sinceMs = null;
    else sinceMs ??= timers.now();
    return sinceMs !== null && timers.now() - sinceMs >= QUIET_MS;
  };
  return async () => {
    while (!look()) await new Promise<void>((resolve) => timers.after(LOOK_MS, resolve));
  };
}
