import type { PeerId } from '../../shared/base/peer-id.ts';
import {
  type Link,
  type LinkPath,
  type LinkState,
  MAX_DATAGRAM_BYTES,
} from '../../shared/netplay/link/link.ts';
import { Inbox } from '../net/link/inbox.ts';
import type { Timers } from '../time/timers.ts';
import type { ChannelWay } from './channel-way.ts';
import type { LinkWord } from './messages.ts';

export type WorkerLinkSetup = {
  readonly remote: PeerId;
  readonly timers: Timers;
  readonly word: LinkWord;
  readonly findWay: (channel: number) => ChannelWay | null;
  /** Hands a datagram to the page. */
  readonly sendByPage: (bytes: Uint8Array<ArrayBuffer>) => void;
  /** The session closed it. */
  readonly onClose: () => void;
};

/**
 * A link of a session in a worker: over the data channel that is here, and over the page where that one has a
 * better way or has to help.
 */
export class WorkerLink implements Link {
  readonly remote: PeerId;
  readonly #setup: WorkerLinkSetup;
  /** What came over either way, in one order. */
  readonly #inbox: Inbox;
  #word: LinkWord;
  #way: ChannelWay | null = null;
  #isClosed = false;

  constructor(setup: WorkerLinkSetup) {
    this.remote = setup.remote;
    this.#setup = setup;
    this.#inbox = new Inbox(setup.timers);
    this.#word = setup.word;
    this.heed(setup.word);
  }

  /** What came before the page lost the link is read first: it may be a goodbye. */
  get state(): LinkState {
    const isOver = this.#word.isClosed && this.#inbox.isEmpty && this.#way?.isEmpty !== false;
    if (this.#isClosed || isOver) return 'closed';
    return this.#way?.isComing === true && !this.#word.needsHelp ? 'connecting' : 'open';
  }

  get path(): LinkPath | null {
    return this.#word.path;
  }

  /** The page's word on how to use it. */
  heed(word: LinkWord): void {
    this.#word = word;
    // One that is gone may still hold what came over it.
    if (word.channel !== null) this.#way = this.#setup.findWay(word.channel);
    if (this.#way) this.#way.lagMs = word.lagMs;
  }

  /** A datagram that came to the page. */
  take(bytes: Uint8Array, atMs: number): void {
    this.#inbox.put(bytes, atMs);
  }

  send(bytes: Uint8Array): boolean {
    if (this.state !== 'open' || bytes.length > MAX_DATAGRAM_BYTES) return false;
    const copy = bytes.slice();
    const { channel, needsHelp } = this.#word;
    const isSent = channel !== null && this.#way?.send(copy) === true;
    if (!needsHelp) return isSent;
    this.#setup.sendByPage(copy);
    return true;
  }

  receive(handle: (bytes: Uint8Array, atMs: number) => void): void {
    if (this.#isClosed) return;
    this.#way?.receive((bytes, atMs) => this.#inbox.put(bytes, atMs));
    this.#inbox.take(handle);
  }

  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#inbox.close();
    this.#setup.onClose();
  }
}
