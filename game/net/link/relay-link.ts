import type { PeerId } from '../../../shared/base/peer-id.ts';
import {
  type Link,
  type LinkState,
  MAX_DATAGRAM_BYTES,
} from '../../../shared/netplay/link/link.ts';
import { Inbox } from './inbox.ts';
import { type RelayFrame, type RelayKind, writeRelayFrame } from './relay-frame.ts';
import type { Timers } from '../../time/timers.ts';

export type RelayLinkSetup = {
  readonly remote: PeerId;
  readonly generation: number;
  readonly timers: Timers;
  /** False when the frame could not leave. */
  readonly sendFrame: (frame: Uint8Array) => boolean;
  /** The other page was heard for the first time. */
  readonly onOpen: () => void;
  /** The other page closed its end. */
  readonly onRemoteClose: () => void;
};

export type RelayCounters = {
  readonly sent: number;
  readonly received: number;
  readonly sentBytes: number;
  readonly receivedBytes: number;
};

/** Asking more often would not be answered sooner. */
const PROBE_EVERY_MS = 250;

/**
 * The way through the lobby as a `Link`: the last resort, slower and dearer than the others, but it
 * works wherever the page itself came through. Open once the other page was heard.
 */
export class RelayLink implements Link {
  readonly remote: PeerId;
  readonly path = 'lobby';
  /** When the other page was heard last; null while it never was. */
  heardMs: number | null = null;
  /** When the other page last said that it does not hear this one directly; null while it never did. */
  missedMs: number | null = null;

  readonly #setup: RelayLinkSetup;
  readonly #counters = { sent: 0, received: 0, sentBytes: 0, receivedBytes: 0 };
  readonly #inbox: Inbox;
  #state: LinkState = 'connecting';
  #probedMs = Number.NEGATIVE_INFINITY;

  constructor(setup: RelayLinkSetup) {
    this.remote = setup.remote;
    this.#setup = setup;
    this.#inbox = new Inbox(setup.timers);
  }

  get state(): LinkState {
    return this.#state;
  }

  get counters(): RelayCounters {
    return this.#counters;
  }

  /** Asks the other page for an answer. False when the lobby cannot be reached just now. */
  probe(): boolean {
    const nowMs = this.#setup.timers.now();
    if (this.#state === 'closed') return false;
    if (nowMs - this.#probedMs < PROBE_EVERY_MS) return true;
    this.#probedMs = nowMs;
    return this.#sendFrame('hello');
  }

  /** @param isEcho the other page is heard directly, and only does not hear this one */
  send(bytes: Uint8Array, isEcho = false): boolean {
    if (this.#state !== 'open' || bytes.length > MAX_DATAGRAM_BYTES) return false;
    if (!this.#sendFrame(isEcho ? 'echo' : 'data', bytes)) return false;
    this.#counters.sent++;
    this.#counters.sentBytes += bytes.length;
    return true;
  }

  receive(handle: (bytes: Uint8Array, atMs: number) => void): void {
    this.#inbox.take(handle);
  }

  /** Takes in a frame of this generation. */
  accept({ kind, bytes }: RelayFrame): void {
    if (this.#state === 'closed' || this.#inbox.isEnding) return;
    if (kind === 'close') return this.#inbox.end(() => this.#finish());
    this.heardMs = this.#setup.timers.now();
    if (kind === 'hello') this.#sendFrame('answer');
    if (kind === 'hello' || kind === 'data') this.missedMs = this.heardMs;
    if (kind === 'data' || kind === 'echo') this.#take(bytes);
    if (this.#state !== 'connecting') return;
    this.#state = 'open';
    this.#setup.onOpen();
  }

  close(): void {
    if (this.#state === 'open') this.#sendFrame('close');
    this.#state = 'closed';
    this.#inbox.close();
  }

  #sendFrame(kind: RelayKind, bytes?: Uint8Array): boolean {
    return this.#setup.sendFrame(writeRelayFrame(kind, this.#setup.generation, bytes));
  }

  #take(bytes: Uint8Array): void {
    if (bytes.length > MAX_DATAGRAM_BYTES) return;
    this.#counters.received++;
    this.#counters.receivedBytes += bytes.length;
    // A view into the frame, which came with others in one message.
    this.#inbox.put(bytes.slice());
  }

  #finish(): void {
    if (this.#state === 'closed') return;
    this.#state = 'closed';
    this.#inbox.close();
    this.#setup.onRemoteClose();
  }
}
