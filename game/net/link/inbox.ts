import type { Timers } from '../../time/timers.ts';

type Arrival = { readonly bytes: Uint8Array; readonly atMs: number };

/** Eight seconds of a peer's datagrams at 60 a second; nobody needs older ones. */
export const INBOX_MAX = 512;

/** What came before the other side closed is handed over first: it may be a goodbye. */
const DRAIN_MS = 100;

/**
 * What came in over a link until the session takes it, which it does at the beginning of its tick.
 * Datagrams are stamped by the clock of the page when they come, and handed over in the order of
 * their stamps. Where nobody takes them the oldest are dropped.
 */
export class Inbox {
  /** Datagrams that were dropped because nobody took them. */
  overflowed = 0;
  readonly #timers: Timers;
  #arrivals: Arrival[] = [];
  #state: 'open' | 'ending' | 'closed' = 'open';
  #onOver: () => void = () => {};

  constructor(timers: Timers) {
    this.#timers = timers;
  }

  get isEmpty(): boolean {
    return this.#arrivals.length === 0;
  }

  /** True from when the other side has closed until what had come is taken. */
  get isEnding(): boolean {
    return this.#state === 'ending';
  }

  /**
   * Keeps the bytes themselves, not a copy, unless the link is over.
   *
   * @param atMs when they came, where that is not now: another inbox has stamped them, or a lag holds
   *   them back, and nobody gets them before
   */
  put(bytes: Uint8Array, atMs: number = this.#timers.now()): void {
    if (this.#state !== 'open') return;
    if (this.#arrivals.length === INBOX_MAX) {
      this.#arrivals.shift();
      this.overflowed++;
    }
    const later = this.#arrivals.findLastIndex((arrival) => arrival.atMs <= atMs);
    this.#arrivals.splice(later + 1, 0, { bytes, atMs });
  }

  /** Hands over what has come by now. What comes meanwhile waits for the next call. */
  take(handle: (bytes: Uint8Array, atMs: number) => void): void {
    if (!this.isEmpty) {
      const nowMs = this.#timers.now();
      const due = this.#arrivals.filter(({ atMs }) => atMs <= nowMs);
      this.#arrivals = this.#arrivals.slice(due.length);
      for (const { bytes, atMs } of due) {
        // The reader may have closed the link for what it read.
        if (this.#state === 'closed') return;
        handle(bytes, atMs);
      }
    }
    // Not within the tick that takes: a link that is closed by then would be heard no more.
    if (this.isEnding) queueMicrotask(() => this.#finish());
  }

  /**
   * The other side has closed: nothing comes in any more.
   *
   * @param onOver called behind the tick that took what is here, at once where nothing is, or soon
   *   without
   */
  end(onOver: () => void): void {
    if (this.#state !== 'open') return;
    this.#state = 'ending';
    this.#onOver = onOver;
    if (this.isEmpty) this.#finish();
    else this.#timers.after(DRAIN_MS, () => this.#finish());
  }

  /** Drops what is here and whatever comes. Closing twice is fine. */
  close(): void {
    this.#state = 'closed';
    this.#arrivals = [];
  }

  #finish(): void {
    if (this.#state !== 'ending') return;
    this.close();
    this.#onOver();
  }
}
