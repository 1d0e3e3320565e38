import { Inbox } from '../../game/net/link/inbox.ts';
import type { PathStats } from '../../game/net/link/link-path.ts';
import type { LinkEnd, LinkSetup, SignalledLink } from '../../game/net/link/signalled-link.ts';
import type { LinkState } from '../../shared/netplay/link/link.ts';
import type { LinkSignal } from '../../shared/lobby/signal.ts';

const SDP = 'v=0\r\nm=application 9 UDP/DTLS/SCTP webrtc-datachannel\r\n';

/**
 * Signals like WebRTC and opens when offer and answer have gone both ways. What it is given to send
 * stays with it until `join` hands it to another one.
 */
export class FakeLink implements SignalledLink {
  readonly remote;
  readonly accepted: LinkSignal[] = [];
  readonly setup: LinkSetup;
  state: LinkState = 'connecting';
  end: LinkEnd | null = null;
  #isMute = false;
  #outbox: Uint8Array[] = [];
  readonly #inbox: Inbox;

  constructor(setup: LinkSetup) {
    this.setup = setup;
    this.#inbox = new Inbox(setup.timers);
    this.remote = setup.remote;
    if (setup.initiator) queueMicrotask(() => this.#signal({ type: 'offer', sdp: SDP }));
  }

  /** Signals go on, but no way is found. */
  mute(): void {
    this.#isMute = true;
  }

  /** Carries what was sent since the last time over to the other end. */
  join(other: FakeLink): void {
    if (other.state === 'open') for (const bytes of this.#outbox) other.#inbox.put(bytes);
    this.#outbox = [];
  }

  accept(payload: LinkSignal): void {
    this.accepted.push(payload);
    if (payload.type === 'offer') this.#signal({ type: 'answer', sdp: SDP });
    if (payload.type === 'offer' || payload.type === 'answer') this.#open();
  }

  send(bytes: Uint8Array): boolean {
    if (this.state === 'open') this.#outbox.push(bytes.slice());
    return this.state === 'open';
  }

  receive(handle: (bytes: Uint8Array, atMs: number) => void): void {
    this.#inbox.take(handle);
  }

  lookUpPath(): Promise<PathStats | null> {
    return Promise.resolve({ path: 'direct', rttMs: null });
  }

  hurry(): void {}

  close(): void {
    this.finish('closed');
  }

  finish(end: LinkEnd): void {
    if (this.state === 'closed') return;
    this.state = 'closed';
    this.#inbox.close();
    this.end = end;
    this.setup.onEnd(end);
  }

  #open(): void {
    if (this.state !== 'connecting' || this.#isMute) return;
    this.state = 'open';
    this.setup.onOpen();
  }

  #signal(payload: LinkSignal): void {
    if (this.state !== 'closed') this.setup.onSignal(payload);
  }
}

/** Makes fake links and remembers them in order. */
export function fakeLinks(): {
  readonly made: FakeLink[];
  readonly makeLink: (setup: LinkSetup) => FakeLink;
} {
  const made: FakeLink[] = [];
  return {
    made,
    makeLink: (setup) => {
      const link = new FakeLink(setup);
      made.push(link);
      return link;
    },
  };
}
