import type { Link } from '../../../shared/netplay/link/link.ts';

/** What a worker counted on a channel that was moved to it. */
export type ChannelCounts = {
  readonly sent: number;
  readonly received: number;
  readonly sentBytes: number;
  readonly receivedBytes: number;
  readonly skipped: number;
  readonly refused: number;
};

export const NO_COUNTS: ChannelCounts = {
  sent: 0,
  received: 0,
  sentBytes: 0,
  receivedBytes: 0,
  skipped: 0,
  refused: 0,
};

/** Moves a channel off the page, in the task that made it; null: it has to stay. */
export type MoveChannel = (channel: RTCDataChannel) => MovedChannel | null;

/** What the page knows of a channel that a worker has: what the worker said of it last. */
export class MovedChannel {
  /** Names it between page and worker. */
  readonly id: number;
  /** The worker lets nothing wait any more: it is time for a goodbye. */
  readonly hurry: () => void;
  #counts = NO_COUNTS;
  #heardMs = 0;
  #saidMs = 0;
  #untold = 0;

  constructor(id: number, hurry: () => void) {
    this.id = id;
    this.hurry = hurry;
  }

  get counts(): ChannelCounts {
    return this.#counts;
  }

  /** Anything has come over it so far. */
  get isHeard(): boolean {
    return this.#counts.received > 0;
  }

  /** Of the last word of the worker, on the page's clock: a page that stood still has not heard what came since. */
  get saidMs(): number {
    return this.#saidMs;
  }

  /**
   * The worker's word.
   *
   * @param heardMs when the last datagram came, and `saidMs` when the worker looked: both on the page's clock
   */
  say(counts: ChannelCounts, heardMs: number, saidMs: number): void {
    this.#untold += counts.received - this.#counts.received;
    this.#counts = counts;
    this.#heardMs = heardMs;
    this.#saidMs = saidMs;
  }

  /** Datagrams that came since this was asked last, and when the last of them did. */
  takeHeard(): { readonly count: number; readonly atMs: number } {
    const count = this.#untold;
    this.#untold = 0;
    return { count, atMs: this.#heardMs };
  }
}

/** A link as a session in a worker needs it of the page. */
export type MovableLink = Link & {
  /** The channel that the worker sends over by itself; null or absent: there is none, the page sends. */
  readonly moved?: MovedChannel | null;
  /** The page has to send too. Absent: it has. */
  readonly needsHelp?: boolean;
  /** How much later than they came datagrams are to be handed over; absent: no later. */
  readonly lagMs?: number;
};
