import type { LogLevel } from '../../feed/messages.ts';
import type { ScriptLog } from '../../globals/script-console.ts';

/** Lines at once, and a second from then on: more would keep the page from anything else. */
const BURST = 200;
const LINES_PER_SECOND = 100;

/** Lets through as many lines of a log as a page can show, and says how many it left out. */
export function gateLog(log: ScriptLog, nowMs: () => number): ScriptLog {
  let credit = BURST;
  let atMs = nowMs();
  let left = 0;
  return (level: LogLevel, text: string) => {
    const now = nowMs();
    credit = Math.min(BURST, credit + ((now - atMs) / 1000) * LINES_PER_SECOND);
    atMs = now;
    if (credit < 1) {
      left += 1;
      return;
    }
    credit -= 1;
    if (left > 0) log('warn', `${left} lines were left out`);
    left = 0;
    log(level, text);
  };
}
