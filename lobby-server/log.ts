type Fact = number | boolean | string;

/** Facts are counts, codes and settings: never an address, a name, a room code or a signal. */
export type Facts = Readonly<Record<string, Fact>>;

export interface Logger {
  info(event: string, facts?: Facts): void;
  warn(event: string, facts?: Facts): void;
  error(event: string, facts?: Facts): void;
}

/** One line for each event: `2026-01-31T12:00:00.000Z info room-opened rooms=3`. */
export function makeLogger(write: (line: string) => void, now: () => Date): Logger {
  const line = (level: string, event: string, facts: Facts = {}): void => {
    const words = Object.entries(facts).map(([name, fact]) => `${name}=${showFact(fact)}`);
    write([now().toISOString(), level, event, ...words].join(' '));
  };
  return {
    info: (event, facts) => line('info', event, facts),
    warn: (event, facts) => line('warn', event, facts),
    error: (event, facts) => line('error', event, facts),
  };
}

function showFact(fact: Fact): string {
  return typeof fact === 'string' && /[\s"=]/.test(fact) ? JSON.stringify(fact) : String(fact);
}
