import SimplePeer from 'simple-peer';
import type { PeerId } from '../../../shared/base/peer-id.ts';
import type { LinkSignal } from '../../../shared/lobby/signal.ts';
import { MAX_DATAGRAM_BYTES, type LinkState } from '../../../shared/netplay/link/link.ts';
import { AckStorm, ONE_AT_A_TIME } from './ack-storm.ts';
import { FillWay } from './fill-way.ts';
import { GameChannel, sendOver } from './game-channel.ts';
import { Inbox } from './inbox.ts';
import { readPath, type PathStats } from './link-path.ts';
import type { MovedChannel } from './moved-channel.ts';
import type { LinkEnd, LinkSetup, SignalledLink } from './signalled-link.ts';
import { markSteps } from '../../time/steps.ts';
import type { Timers } from '../../time/timers.ts';

/**
 * Both sides open their channels under the same numbers, so that they exist before anything is
 * announced. Late or lost datagrams are neither waited for nor sent again: by the time that one is
 * reported missing it has outlived its time. `maxRetransmits: 0` promises the same, but takes each
 * loss for congestion (ADR 0019).
 */
const CHANNEL = { negotiated: true, ordered: false, maxPacketLifeTime: 30 } as const;
/** simple-peer's own, by which it knows that the other side is there: the first datagrams go over it too. */
const SIGN_CHANNEL = { ...CHANNEL, id: 0 } as const;
/** The game's, which may be moved to a worker (ADR 0040). `FillWay` has number 1. */
const GAME_CHANNEL = { ...CHANNEL, id: 2 } as const;

/** ICE that gathers nothing (wrong TURN password, no route) never reports an error. */
const CONNECT_TIMEOUT_MS = 10_000;

/** Of STUN and TURN, as of HTTP. */
const UNAUTHORISED = 401;

/** What simple-peer keeps for itself, as far as it is used here. */
type Internals = {
  readonly _channel?: RTCDataChannel | null;
  readonly _pc?: RTCPeerConnection | null;
};

export type LinkDescription = {
  readonly state: LinkState;
  readonly channelState: RTCDataChannelState | null;
  readonly ordered: boolean | null;
  readonly maxPacketLifeTimeMs: number | null;
  readonly maxRetransmits: number | null;
  readonly end: LinkEnd | null;
  /** The game's channel is in a worker. */
  readonly isMoved: boolean;
};

export type LinkCounters = {
  readonly sent: number;
  readonly received: number;
  readonly sentBytes: number;
  readonly receivedBytes: number;
  /** Not sent because older bytes were still waiting, or the link was not open. */
  readonly skipped: number;
  /** Came in faster than they were taken out. */
  readonly overflowed: number;
  /** Came in too large, or as text. */
  readonly refused: number;
};

/** False where a browser has no WebRTC or the person has switched it off. */
export function hasWebRtc(): boolean {
  return SimplePeer.WEBRTC_SUPPORT;
}

/** A WebRTC data channel as a `Link`. Once closed it stays closed: there is no ICE restart. */
export class PeerLink implements SignalledLink {
  readonly remote: PeerId;

  readonly #peer: SimplePeer.Instance;
  readonly #onEnd: (end: LinkEnd) => void;
  readonly #cancelTimeout: () => void;
  readonly #counters = {
    sent: 0,
    received: 0,
    sentBytes: 0,
    receivedBytes: 0,
    skipped: 0,
    refused: 0,
  };
  readonly #timers: Timers;
  readonly #inbox: Inbox;
  readonly #game: GameChannel;
  #state: LinkState = 'connecting';
  #end: LinkEnd | null = null;
  #isHurried = false;
  #storm: AckStorm | null = null;

  constructor(setup: LinkSetup) {
    this.remote = setup.remote;
    this.#onEnd = setup.onEnd;
    this.#timers = setup.timers;
    this.#inbox = new Inbox(setup.timers);
    this.#cancelTimeout = setup.timers.after(CONNECT_TIMEOUT_MS, () => this.#finish('timeout'));
    this.#peer = new SimplePeer({
      initiator: setup.initiator,
      channelName: 'sign',
      channelConfig: SIGN_CHANNEL,
      objectMode: true,
      trickle: true,
      config: {
        iceServers: setup.iceServers,
        iceTransportPolicy: setup.turnOnly ? 'relay' : 'all',
      },
    });
    const { connection } = this;
    this.#game = new GameChannel(connection, GAME_CHANNEL, setup.moveChannel, (data) =>
      this.#take(data),
    );
    connection?.addEventListener('icecandidateerror', ({ errorCode }) => {
      if (errorCode === UNAUTHORISED) setup.onTurnRefused?.();
    });
    connection?.addEventListener('iceconnectionstatechange', () => {
      if (/^co.*ed$/.test(connection.iceConnectionState)) markSteps('ice');
    });
    connection?.addEventListener('connectionstatechange', () => {
      if (connection.connectionState === 'connected') markSteps('ice', 'dtls');
    });
    const fill = new FillWay(connection);
    this.#peer.on('signal', (data) => {
      const payload = toPayload(data);
      if (payload !== null && this.#state !== 'closed') setup.onSignal(payload);
    });
    this.#peer.on('connect', () => {
      if (this.#state !== 'connecting') return;
      this.#cancelTimeout();
      markSteps('ice', 'dtls', 'channel');
      this.#state = 'open';
      const count = () => fill.count(this.counters);
      this.#storm = new AckStorm({ timers: this.#timers, fill, count, turn: ONE_AT_A_TIME });
      setup.onOpen();
    });
    this.#peer.on('data', (data: unknown) => this.#takeSign(data));
    this.#peer.on('error', () => this.#finish('failed'));
    this.#peer.on('close', () => this.#inbox.end(() => this.#finish('remote-closed')));
  }

  get state(): LinkState {
    return this.#state;
  }

  /** What the browser has of it; null once it is closed. */
  get connection(): RTCPeerConnection | null {
    return (this.#peer as Internals)._pc ?? null;
  }

  /** Why it closed; null while it has not. */
  get end(): LinkEnd | null {
    return this.#end;
  }

  /** Of both channels, and of what a worker sent and got over the game's. */
  get counters(): LinkCounters {
    const own = this.#counters;
    const { movedCounts } = this.#game;
    return {
      sent: own.sent + movedCounts.sent,
      received: own.received + movedCounts.received,
      sentBytes: own.sentBytes + movedCounts.sentBytes,
      receivedBytes: own.receivedBytes + movedCounts.receivedBytes,
      skipped: own.skipped + movedCounts.skipped,
      refused: own.refused + movedCounts.refused,
      overflowed: this.#inbox.overflowed,
    };
  }

  /** The game's channel, where a worker has it. */
  get moved(): MovedChannel | null {
    return this.#game.moved;
  }

  send(bytes: Uint8Array<ArrayBuffer>): boolean {
    const canSend = this.#state === 'open' && bytes.length <= MAX_DATAGRAM_BYTES;
    const isSent = canSend && this.#sendOver(bytes);
    if (isSent) {
      this.#counters.sent++;
      this.#counters.sentBytes += bytes.length;
    } else this.#counters.skipped++;
    return isSent;
  }

  receive(handle: (bytes: Uint8Array, atMs: number) => void): void {
    this.#inbox.take(handle);
  }

  hurry(): void {
    this.#isHurried = true;
    this.moved?.hurry();
  }

  close(): void {
    this.#finish('closed');
  }

  /** Takes what the other side signalled for this very link. */
  accept(payload: LinkSignal): void {
    if (this.#state === 'closed' || payload.type === 'rebuild') return;
    try {
      this.#peer.signal(toSignalData(payload));
    } catch {
      // Browsers throw at a candidate that they cannot read.
      this.#finish('failed');
    }
  }

  /** What the browser itself says about the channel. */
  describe(): LinkDescription {
    const { traits, state } = this.#game;
    return {
      state: this.#state,
      channelState: state,
      ordered: traits.ordered,
      maxPacketLifeTimeMs: traits.maxPacketLifeTime,
      maxRetransmits: traits.maxRetransmits,
      end: this.#end,
      isMoved: this.moved !== null,
    };
  }

  async lookUpPath(): Promise<PathStats | null> {
    // One that was closed meanwhile may refuse, and is no way any more.
    const report = await this.connection?.getStats().catch(() => null);
    return report ? readPath(report) : null;
  }

  /** As long as nothing came over the game's channel the other side may not have it open, or not at all. */
  #sendOver(bytes: Uint8Array<ArrayBuffer>): boolean {
    const isSent = this.#game.send(bytes, this.#isHurried);
    if (this.#game.isHeard) return isSent;
    const sign = (this.#peer as Internals)._channel ?? null;
    const isSentThere = sendOver(sign, bytes, this.#isHurried);
    return this.#game.state === 'open' ? isSent : isSentThere;
  }

  /** Over simple-peer's channel: whoever speaks over the game's sends the same there, too. */
  #takeSign(data: unknown): void {
    if (!this.#game.isHeard) this.#take(data);
  }

  #take(data: unknown): void {
    if (!(data instanceof Uint8Array) || data.length > MAX_DATAGRAM_BYTES) {
      this.#counters.refused++;
      return;
    }
    this.#counters.received++;
    this.#counters.receivedBytes += data.length;
    // simple-peer hands over a view with methods of its own: a plain copy has no surprises.
    this.#inbox.put(new Uint8Array(data));
  }

  #finish(end: LinkEnd): void {
    if (this.#state === 'closed') return;
    this.#state = 'closed';
    this.#end = end;
    this.#inbox.close();
    this.#cancelTimeout();
    this.#storm?.close();
    this.#peer.destroy();
    this.#onEnd(end);
  }
}

/** Null for what a single data channel never needs: renegotiation, transceivers. */
function toPayload(data: SimplePeer.SignalData): LinkSignal | null {
  if ('candidate' in data) {
    const { candidate, sdpMid, sdpMLineIndex } = data.candidate;
    return { type: 'candidate', candidate, sdpMid, sdpMLineIndex };
  }
  if ((data.type === 'offer' || data.type === 'answer') && 'sdp' in data) {
    return { type: data.type, sdp: data.sdp ?? '' };
  }
  return null;
}

function toSignalData(payload: Exclude<LinkSignal, { type: 'rebuild' }>): SimplePeer.SignalData {
  if (payload.type !== 'candidate') return payload;
  const { candidate, sdpMid, sdpMLineIndex } = payload;
  return {
    type: 'candidate',
    candidate: { candidate, sdpMid, sdpMLineIndex } as RTCIceCandidate,
  };
}
