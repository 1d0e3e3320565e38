import { type Rate, TokenBucket } from '../../../shared/base/token-bucket.ts';
import type { LogLevel } from '../../feed/messages.ts';
import type { ScriptLog } from '../../globals/script-console.ts';

/** Lines: more would keep the page from anything else. */
const LINES: Rate = { burst: 200, perSecond: 100 };

/** Lets through as many lines of a log as a page can show, and says how many it left out. */
export function gateLog(log: ScriptLog, nowMs: () => number): ScriptLog {
  const lines = new TokenBucket(LINES, nowMs());
  let left = 0;
  return (level: LogLevel, text: string) => {
    if (lines.take(nowMs()) > 0) {
      left += 1;
      return;
    }
    if (left > 0) log('warn', `${left} lines were left out`);
    left = 0;
    log(level, text);
  };
}
