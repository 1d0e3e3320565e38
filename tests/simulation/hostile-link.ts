import type { PeerId } from '../../shared/base/peer-id.ts';
import type { Link, LinkState } from '../../shared/netplay/link/link.ts';

/** A link from which whatever it is fed comes, at once. What is sent into it is kept for a look. */
export class HostileLink implements Link {
  readonly remote: PeerId;
  state: LinkState = 'open';
  readonly heard: Uint8Array[] = [];
  readonly #nowMs: () => number;
  #incoming: Uint8Array[] = [];

  constructor(remote: PeerId, nowMs: () => number) {
    this.remote = remote;
    this.#nowMs = nowMs;
  }

  feed(bytes: Uint8Array): void {
    this.#incoming.push(bytes);
  }

  send(bytes: Uint8Array): boolean {
    if (this.heard.length < 32) this.heard.push(bytes.slice());
    return this.state === 'open';
  }

  receive(handle: (bytes: Uint8Array, atMs: number) => void): void {
    const taken = this.#incoming;
    this.#incoming = [];
    for (const bytes of taken) handle(bytes, this.#nowMs());
  }

  close(): void {
    this.state = 'closed';
  }
}
