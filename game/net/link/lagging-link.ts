import type { PeerId } from '../../../shared/base/peer-id.ts';
import type { Link, LinkPath, LinkState } from '../../../shared/netplay/link/link.ts';

/** How much later everything arrives, shared by all links of a room; 0 changes nothing. */
export type Lag = { ms: number };

type Waiting = { readonly bytes: Uint8Array; readonly dueMs: number };

/** A link on which datagrams arrive later than they came: for trying out a long way at home. */
export class LaggingLink implements Link {
  readonly #link: Link;
  readonly #lag: Lag;
  readonly #now: () => number;
  #waiting: Waiting[] = [];

  constructor(link: Link, lag: Lag, now: () => number) {
    this.#link = link;
    this.#lag = lag;
    this.#now = now;
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

  send(bytes: Uint8Array): boolean {
    return this.#link.send(bytes);
  }

  receive(handle: (bytes: Uint8Array, atMs: number) => void): void {
    const { ms } = this.#lag;
    if (ms === 0 && this.#waiting.length === 0) return this.#link.receive(handle);
    this.#link.receive((bytes, atMs) => {
      this.#waiting.push({ bytes: bytes.slice(), dueMs: atMs + ms });
    });
    const nowMs = this.#now();
    const due = this.#waiting.filter(({ dueMs }) => dueMs <= nowMs);
    this.#waiting = this.#waiting.filter(({ dueMs }) => dueMs > nowMs);
    for (const { bytes, dueMs } of due) handle(bytes, dueMs);
  }

  close(): void {
    this.#waiting = [];
    this.#link.close();
  }
}
