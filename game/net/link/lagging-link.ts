import type { PeerId } from '../../../shared/base/peer-id.ts';
import type { LinkPath, LinkState } from '../../../shared/netplay/link/link.ts';
import type { Timers } from '../../time/timers.ts';
import { Inbox } from './inbox.ts';
import type { MovableLink, MovedChannel } from './moved-channel.ts';

/** How much later everything arrives, shared by all links of a room; 0 changes nothing. */
export type Lag = { ms: number };

/** A link on which datagrams arrive later than they came: for trying out a long way at home. */
export class LaggingLink implements MovableLink {
  readonly #link: MovableLink;
  readonly #lag: Lag;
  readonly #inbox: Inbox;

  constructor(link: MovableLink, lag: Lag, timers: Timers) {
    this.#link = link;
    this.#lag = lag;
    this.#inbox = new Inbox(timers);
  }

  get remote(): PeerId {
    return this.#link.remote;
  }

  get state(): LinkState {
    return this.#link.state;
  }

  get path(): LinkPath | null {
    return this.#link.path ?? null;
  }

  get moved(): MovedChannel | null {
    return this.#link.moved ?? null;
  }

  get needsHelp(): boolean {
    return this.#link.needsHelp ?? true;
  }

  /** For whoever takes datagrams in by itself. */
  get lagMs(): number {
    return this.#lag.ms;
  }

  send(bytes: Uint8Array): boolean {
    return this.#link.send(bytes);
  }

  receive(handle: (bytes: Uint8Array, atMs: number) => void): void {
    const { ms } = this.#lag;
    if (ms === 0 && this.#inbox.isEmpty) return this.#link.receive(handle);
    this.#link.receive((bytes, atMs) => this.#inbox.put(bytes.slice(), atMs + ms));
    this.#inbox.take(handle);
  }

  close(): void {
    this.#inbox.close();
    this.#link.close();
  }
}
