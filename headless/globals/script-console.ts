import type { LogLevel } from '../feed/messages.ts';

export type ScriptLog = (level: LogLevel, text: string) => void;

/**
 * The console of a script, as lines of its log.
 *
 * @param format makes one line of what a script says at once
 */
export function makeConsole(
  log: ScriptLog,
  format: (...values: unknown[]) => string,
): Readonly<Record<string, unknown>> {
  const at =
    (level: LogLevel) =>
    (...values: unknown[]): void =>
      log(level, format(...values));
  const info = at('info');
  return {
    log: info,
    info,
    debug: info,
    dir: info,
    table: info,
    group: info,
    groupEnd: () => {},
    clear: () => {},
    time: () => {},
    timeEnd: () => {},
    count: info,
    warn: at('warn'),
    error: at('error'),
    trace: at('error'),
    assert: (isTrue: unknown, ...values: unknown[]) => void (isTrue || at('error')(...values)),
  };
}
