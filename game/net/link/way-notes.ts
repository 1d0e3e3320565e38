import type { LinkSignal } from '../../../shared/lobby/signal.ts';
import type { Timers } from '../../time/timers.ts';

/** Of more the oldest go: what failed last says most. */
const LINES_MAX = 300;

/** [L185] What was tried to reach somebody, line by line, to be handed on: kinds and states, no address and no name. */
export class WayNotes {
  /** A line came. */
  onNote: (() => void) | null = null;
  readonly #timers: Pick<Timers, 'now'>;
  readonly #sinceMs: number;
  readonly #lines: string[] = [];

  constructor(timers: Pick<Timers, 'now'>) {
    this.#timers = timers;
    this.#sinceMs = timers.now();
  }

  /** Each begins with the seconds since the first try began. */
  get lines(): readonly string[] {
    return this.#lines;
  }

  add(what: string): void {
    const seconds = (this.#timers.now() - this.#sinceMs) / 1000;
    this.#lines.push(`${seconds.toFixed(2)} s  ${what}`);
    if (this.#lines.length > LINES_MAX) this.#lines.shift();
    this.onNote?.();
  }

  has(what: RegExp): boolean {
    return this.#lines.some((line) => what.test(line));
  }
}

/** What a signal is; of a candidate its protocol and its type, and nothing of where it leads. */
export function kindOf(signal: LinkSignal): string {
  if (signal.type !== 'candidate') return signal.type;
  const found = /^candidate:\S+ \d+ (\w{1,8}) \d+ \S+ \d+ typ (\w{1,8})/i.exec(signal.candidate);
  if (found === null) return 'candidate, the last';
  return `candidate ${found[1]!.toLowerCase()} ${found[2]!}`;
}
