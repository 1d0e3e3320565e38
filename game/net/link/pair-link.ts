import type { PeerId } from '../../../shared/base/peer-id.ts';
import type { Link, LinkPath, LinkState } from '../../../shared/netplay/link/link.ts';
import { Inbox } from './inbox.ts';
import type { PathStats } from './link-path.ts';
import type { MovedChannel } from './moved-channel.ts';
import type { LinkDescription, LinkCounters } from './peer-link.ts';
import type { RelayLink } from './relay-link.ts';
import type { SignalledLink } from './signalled-link.ts';
import type { Timers } from '../../time/timers.ts';

/** Half of what the session waits before it acts on the silence of a peer. */
export const SILENT_MS = 500;
/** Usual gaps after which a peer that speaks seldom, such as a spectator, counts as silent. */
const SILENT_GAPS = 4;
const GAPS_AVERAGED = 8;
/** Datagrams after which its usual gap is known. */
const KNOWN_AFTER = 10;
/** The other page uses the relay now. */
const RELAY_RECENT_MS = 1000;

export type PairLinkSetup = {
  readonly remote: PeerId;
  readonly timers: Timers;
  readonly relay: RelayLink;
  /** The game closed it. */
  readonly onClose: () => void;
};

/** A WebRTC link may tell more of itself than a signalled link has to. */
type Described = SignalledLink & {
  describe?(): LinkDescription;
  readonly counters?: LinkCounters;
  readonly moved?: MovedChannel | null;
};

/**
 * The one link that a session gets to another page, whatever way its datagrams take. The ways below
 * it come and go; nobody above has to greet anew for that. Each side listens to all ways and sends
 * over the best that it has, so the two need not agree on one: a datagram that comes twice or out
 * of order does no harm.
 */
export class PairLink implements Link {
  readonly remote: PeerId;
  readonly #setup: PairLinkSetup;
  /** What came over either way, in one order. */
  readonly #inbox: Inbox;
  #direct: Described | null = null;
  #directPath: PathStats['path'] | null = null;
  #directSinceMs = 0;
  #directHeardMs: number | null = null;
  #directHeard = 0;
  #meanGapMs = 0;
  #isClosed = false;

  constructor(setup: PairLinkSetup) {
    this.remote = setup.remote;
    this.#setup = setup;
    this.#inbox = new Inbox(setup.timers);
  }

  /** Between two ways it is open and drops what is sent, as a network does. */
  get state(): LinkState {
    return this.#isClosed ? 'closed' : 'open';
  }

  get path(): LinkPath | null {
    const { relay } = this.#setup;
    if (this.#isDirectOpen && (this.#isDirectTrusted || !this.#isRelayHeard)) {
      return this.#directPath;
    }
    return relay.state === 'open' ? 'lobby' : null;
  }

  get hasDirect(): boolean {
    return this.#isDirectOpen;
  }

  /** Where the session is in a worker: the direct channel that it sends over by itself. */
  get moved(): MovedChannel | null {
    return this.#isDirectOpen ? (this.#direct?.moved ?? null) : null;
  }

  /** False where a datagram that the worker sent over the direct channel needs no other way. */
  get needsHelp(): boolean {
    const { moved } = this;
    return moved === null || !moved.isHeard || !this.#isDirectTrusted || this.#isMissed;
  }

  /** Of both ways together. */
  get counters(): LinkCounters {
    const { sent, received, sentBytes, receivedBytes } = this.#setup.relay.counters;
    const direct = this.#direct?.counters ?? NOTHING_COUNTED;
    return {
      ...direct,
      sent: direct.sent + sent,
      received: direct.received + received,
      sentBytes: direct.sentBytes + sentBytes,
      receivedBytes: direct.receivedBytes + receivedBytes,
    };
  }

  describe(): object {
    const relay = this.#setup.relay.counters;
    return { ...this.#direct?.describe?.(), state: this.state, path: this.path, relay };
  }

  takeDirect(link: SignalledLink): void {
    this.#direct = link;
    this.#directPath = null;
    this.#directSinceMs = this.#setup.timers.now();
    this.#directHeardMs = null;
    this.#directHeard = 0;
    this.#meanGapMs = 0;
  }

  /** What the browser says of the direct way. */
  showPath(path: PathStats['path']): void {
    this.#directPath = path;
  }

  send(bytes: Uint8Array): boolean {
    if (this.#isClosed) return false;
    const { relay } = this.#setup;
    const isSent = this.#isDirectOpen && this.#direct!.send(bytes);
    const isHeard = this.#isDirectTrusted;
    if (isHeard && !this.#isMissed) return isSent;
    if (relay.state === 'connecting') relay.probe();
    return relay.send(bytes, isHeard) || isSent;
  }

  receive(handle: (bytes: Uint8Array, atMs: number) => void): void {
    if (this.#isClosed) return;
    this.#hearMoved();
    this.#direct?.receive((bytes, atMs) => {
      this.#hearDirect(atMs);
      this.#inbox.put(bytes, atMs);
    });
    this.#setup.relay.receive((bytes, atMs) => this.#inbox.put(bytes, atMs));
    this.#inbox.take(handle);
  }

  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#inbox.close();
    // First, so that the ways that end now are not taken for lost.
    this.#setup.onClose();
    this.#direct?.close();
    this.#setup.relay.close();
  }

  get #isDirectOpen(): boolean {
    return this.#direct?.state === 'open';
  }

  /** False as long as it takes both ways to be sure that the other side hears. */
  get #isDirectTrusted(): boolean {
    if (!this.#isDirectOpen) return false;
    if (this.#directHeardMs === null) return !this.#isRelayHeard;
    // What a worker heard since it said so last is not known here.
    const nowMs = this.moved?.saidMs ?? this.#setup.timers.now();
    const silentMs = nowMs - this.#directHeardMs;
    if (silentMs < SILENT_MS) return true;
    if (this.#isRelayHeard) return false;
    return this.#directHeard < KNOWN_AFTER || silentMs < SILENT_GAPS * this.#meanGapMs;
  }

  /**
   * [L27] The other side does not hear this one directly: a way may be dead in one direction, which only
   * the end sees that nothing arrives at.
   */
  get #isMissed(): boolean {
    const { missedMs } = this.#setup.relay;
    return missedMs !== null && this.#setup.timers.now() - missedMs < RELAY_RECENT_MS;
  }

  /** The other side speaks over the relay, and has done so since it last spoke directly. */
  get #isRelayHeard(): boolean {
    const { heardMs } = this.#setup.relay;
    if (heardMs === null || heardMs < (this.#directHeardMs ?? 0)) return false;
    return this.#setup.timers.now() - heardMs < RELAY_RECENT_MS;
  }

  /** Spread evenly: of each but the last one it is not known when it came. */
  #hearMoved(): void {
    const { count, atMs } = this.moved?.takeHeard() ?? NOTHING_HEARD;
    const sinceMs = Math.min(this.#directHeardMs ?? this.#directSinceMs, atMs);
    for (let one = 1; one <= count; one += 1) {
      this.#hearDirect(sinceMs + ((atMs - sinceMs) * one) / count);
    }
  }

  #hearDirect(atMs: number): void {
    const gapMs = Math.max(0, atMs - (this.#directHeardMs ?? this.#directSinceMs));
    this.#directHeard++;
    this.#meanGapMs += (gapMs - this.#meanGapMs) / Math.min(this.#directHeard, GAPS_AVERAGED);
    this.#directHeardMs = Math.max(atMs, this.#directHeardMs ?? 0);
  }
}

const NOTHING_HEARD = { count: 0, atMs: 0 } as const;

const NOTHING_COUNTED = {
  sent: 0,
  received: 0,
  sentBytes: 0,
  receivedBytes: 0,
  skipped: 0,
  overflowed: 0,
  refused: 0,
} as const;
