import pino from 'pino';

type Fact = number | boolean | string;

/** Facts are counts, codes and settings: never an address, a name, a room code or a signal. */
export type Facts = Readonly<Record<string, Fact>>;

export interface Logger {
  info(event: string, facts?: Facts): void;
  warn(event: string, facts?: Facts): void;
  error(event: string, facts?: Facts): void;
}

/**
 * One line of JSON for each event: `{"level":"info","time":"2026-01-31T12:00:00.000Z","event":"draining","rooms":3}`.
 * The name of the machine and the number of the process stay out: the line may be shown to others.
 */
export function makeLogger(write: (line: string) => void, now: () => Date): Logger {
  const log = pino(
    {
      base: null,
      messageKey: 'event',
      timestamp: () => `,"time":"${now().toISOString()}"`,
      formatters: { level: (level) => ({ level }) },
    },
    { write: (line) => write(line.trimEnd()) },
  );
  return {
    info: (event, facts = {}) => log.info(facts, event),
    warn: (event, facts = {}) => log.warn(facts, event),
    error: (event, facts = {}) => log.error(facts, event),
  };
}
