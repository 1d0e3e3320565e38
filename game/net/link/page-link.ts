import type { PeerId } from '../../../shared/base/peer-id.ts';
import {
  type Link,
  type LinkState,
  MAX_DATAGRAM_BYTES,
} from '../../../shared/netplay/link/link.ts';

/** More than wait between two ticks are dropped, as a network drops them: the other session stands still. */
const WAITING_MAX = 512;

type Waiting = { readonly bytes: Uint8Array; readonly atMs: number };
/** What both ends share. */
type Wire = { isOpen: boolean; readonly now: () => number };

/** One end: what is sent lies in the inbox of the other at once. */
class PageLink implements Link {
  readonly remote: PeerId;
  readonly path = 'direct';
  readonly #wire: Wire;
  readonly #inbox: Waiting[];
  readonly #outbox: Waiting[];

  constructor(remote: PeerId, wire: Wire, inbox: Waiting[], outbox: Waiting[]) {
    this.remote = remote;
    this.#wire = wire;
    this.#inbox = inbox;
    this.#outbox = outbox;
  }

  get state(): LinkState {
    return this.#wire.isOpen ? 'open' : 'closed';
  }

  send(bytes: Uint8Array): boolean {
    if (!this.#wire.isOpen || bytes.length > MAX_DATAGRAM_BYTES) return false;
    if (this.#outbox.length >= WAITING_MAX) return false;
    this.#outbox.push({ bytes: bytes.slice(), atMs: this.#wire.now() });
    return true;
  }

  receive(handle: (bytes: Uint8Array, atMs: number) => void): void {
    // Those that come while these are handled are handed over by the next call.
    for (const { bytes, atMs } of this.#inbox.splice(0)) handle(bytes, atMs);
  }

  close(): void {
    this.#wire.isOpen = false;
  }
}

/**
 * [N74] The way between two sessions of one page: it opens at once, and loses and delays nothing. What was sent before
 * one end closed arrives.
 *
 * @param now the clock by which both sessions advance
 * @returns the end of the first session, which leads to the second, and the other one
 */
export function createPageLinks(
  first: PeerId,
  second: PeerId,
  now: () => number,
): readonly [Link, Link] {
  const wire: Wire = { isOpen: true, now };
  const toFirst: Waiting[] = [];
  const toSecond: Waiting[] = [];
  return [
    new PageLink(second, wire, toFirst, toSecond),
    new PageLink(first, wire, toSecond, toFirst),
  ];
}
