import type {
  MakeLink,
  LinkEnd,
  LinkSetup,
  SignalledLink,
} from '../../../game/net/signalled-link.ts';
import type { LinkState } from '../../../shared/netplay/link.ts';
import type { SignalPayload } from '../../../shared/lobby/signal.ts';

const SDP = 'v=0\r\nm=application 9 UDP/DTLS/SCTP webrtc-datachannel\r\n';

/** Signals like WebRTC and opens when offer and answer have gone both ways; carries nothing. */
export class FakeLink implements SignalledLink {
  readonly remote;
  readonly accepted: SignalPayload[] = [];
  readonly setup: LinkSetup;
  state: LinkState = 'connecting';
  end: LinkEnd | null = null;

  constructor(setup: LinkSetup) {
    this.setup = setup;
    this.remote = setup.remote;
    if (setup.initiator) queueMicrotask(() => this.#signal({ type: 'offer', sdp: SDP }));
  }

  accept(payload: SignalPayload): void {
    this.accepted.push(payload);
    if (payload.type === 'offer') this.#signal({ type: 'answer', sdp: SDP });
    if (payload.type === 'offer' || payload.type === 'answer') this.#open();
  }

  send(): boolean {
    return this.state === 'open';
  }

  receive(): void {}

  hurry(): void {}

  close(): void {
    this.finish('closed');
  }

  finish(end: LinkEnd): void {
    if (this.state === 'closed') return;
    this.state = 'closed';
    this.end = end;
    this.setup.onEnd(end);
  }

  #open(): void {
    if (this.state !== 'connecting') return;
    this.state = 'open';
    this.setup.onOpen();
  }

  #signal(payload: SignalPayload): void {
    if (this.state !== 'closed') this.setup.onSignal(payload);
  }
}

/** Makes fake links and remembers them in order. */
export function fakeLinks(): { readonly made: FakeLink[]; readonly makeLink: MakeLink } {
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
