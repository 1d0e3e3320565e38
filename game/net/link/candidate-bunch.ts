import { CANDIDATES_OF_SIGNAL_MAX } from '../../../shared/lobby/limits.ts';
import type { LinkSignal, SignalCandidate, SignalPayload } from '../../../shared/lobby/signal.ts';
import type { Timers } from '../../time/timers.ts';

/** A browser tells of a machine's addresses within a few ms, and takes tens to find a way over them. */
export const BUNCH_MS = 5;

/**
 * [L146] Lets candidates of one attempt leave together: each message costs the lobby as much as a
 * description does. Everything else leaves at once, and what waited before it.
 */
export class CandidateBunch {
  readonly #timers: Timers;
  readonly #send: (attempt: number, payload: SignalPayload) => void;
  #attempt = 0;
  #waiting: SignalCandidate[] = [];
  #cancel: () => void = () => {};

  constructor(timers: Timers, send: (attempt: number, payload: SignalPayload) => void) {
    this.#timers = timers;
    this.#send = send;
  }

  put(attempt: number, signal: LinkSignal): void {
    if (attempt !== this.#attempt || signal.type !== 'candidate') this.#flush();
    if (signal.type !== 'candidate') return this.#send(attempt, signal);
    const { type: _, ...candidate } = signal;
    this.#attempt = attempt;
    this.#waiting.push(candidate);
    if (this.#waiting.length === CANDIDATES_OF_SIGNAL_MAX) this.#flush();
    else if (this.#waiting.length === 1) {
      this.#cancel = this.#timers.after(BUNCH_MS, () => this.#flush());
    }
  }

  /** What waits is of no use any more. */
  clear(): void {
    this.#cancel();
    this.#waiting = [];
  }

  #flush(): void {
    this.#cancel();
    const candidates = this.#waiting.splice(0);
    if (candidates.length > 0) this.#send(this.#attempt, { type: 'candidates', candidates });
  }
}

/** What an end of a link hears of a signal, in order. */
export function unbunch(payload: SignalPayload): readonly LinkSignal[] {
  if (payload.type !== 'candidates') return [payload];
  return payload.candidates.map((candidate) => ({ type: 'candidate', ...candidate }));
}
