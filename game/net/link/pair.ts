import type { PeerId } from '../../../shared/base/peer-id.ts';
import { LINK_GENERATION_MAX } from '../../../shared/lobby/limits.ts';
import type { SignalPayload } from '../../../shared/lobby/signal.ts';
import type { Link, LinkPath } from '../../../shared/netplay/link/link.ts';
import { CandidateBunch, unbunch } from './candidate-bunch.ts';
import { DirectAttempts } from './direct-attempts.ts';
import { PairLink } from './pair-link.ts';
import { readRelayFrame } from './relay-frame.ts';
import { RelayLink } from './relay-link.ts';
import type { LinkEnd, MakeLink, SignalledLink } from './signalled-link.ts';
import type { Timers } from '../../time/timers.ts';

export type PairPorts = {
  readonly remote: PeerId;
  readonly timers: Timers;
  readonly random: () => number;
  readonly makeLink: MakeLink;
  readonly takeIceServers: () => Promise<RTCIceServer[]>;
  readonly sendSignal: (signal: PairSignal) => void;
  /** False when the frame could not leave. */
  readonly sendFrame: (frame: Uint8Array) => boolean;
  /** [L141] Only TURN is tried: the lobby helps out from the beginning. */
  readonly isHidden: boolean;
  /** The lobby relays, as far as is known. */
  readonly mayRelay: () => boolean;
  /** A link for the session, open; an earlier one is closed. */
  readonly onLink: (link: Link) => void;
  /** The lobby is connected: what is signalled gets there if the other side is, too. */
  readonly isLobbyOnline: () => boolean;
  /**
   * [L136] Of the side that opens: the pair uses this way from now on, or found none.
   *
   * @param upMs from when both were heard to the first way; null for all later ones
   */
  readonly onWay: (way: LinkPath | 'failed', upMs: number | null) => void;
  /** No way was found, and no more attempts will be made until `revive`. */
  readonly onGiveUp: (end: LinkEnd) => void;
};

export type PairSignal = {
  readonly attempt: number;
  readonly generation: number;
  readonly payload: SignalPayload;
};

/** A direct way takes half a second, with a bad network three; people should not wait longer. */
export const RELAY_AFTER_MS = 4000;
const RELAY_AFTER_FAILURES = 2;
const PROBE_EVERY_MS = 500;
const PROBES = 20;
/** Heard on no way for so long: the link is over. The session has acted on the silence long before. */
export const SILENT_MAX_MS = 5000;
/** The other side closed its end and the lobby lost it too: its page is gone. */
const GONE_WITHIN_MS = 3000;
const LOOK_UP_EVERY_MS = 5000;

/**
 * [L27] The ways to one page of one other member, best first: direct, over TURN (which of the two is
 * WebRTC's own choice), through the lobby. The session gets one link and keeps it while the ways
 * below change. When none is left the link is closed and the next one is of the next *generation*:
 * both sides must begin anew together, so each follows the higher number that it hears.
 */
export class Pair {
  readonly #ports: PairPorts;
  readonly #opens: boolean;
  readonly #attempts: DirectAttempts;
  readonly #bunch: CandidateBunch;
  #generation = 1;
  #relay: RelayLink;
  #link: PairLink | null = null;
  #isRemoteOnline = true;
  #metMs: number | null = null;
  #toldWay: LinkPath | 'failed' | null = null;
  /** When the direct way ended because the other side closed it. */
  #remoteClosedMs = Number.NEGATIVE_INFINITY;
  #bridgedMs = 0;
  #closed = false;
  #cancelRelay: () => void = () => {};
  #cancelLook: () => void = () => {};
  #cancelWatch: () => void = () => {};

  constructor(opens: boolean, ports: PairPorts) {
    this.#opens = opens;
    this.#ports = ports;
    this.#relay = this.#makeRelay();
    this.#bunch = new CandidateBunch(ports.timers, (attempt, payload) =>
      ports.sendSignal({ attempt, generation: this.#generation, payload }),
    );
    this.#attempts = new DirectAttempts(opens, {
      ...ports,
      sendSignal: (attempt, signal) => this.#bunch.put(attempt, signal),
      onOpen: (link) => this.#onDirect(link),
      onLost: (end) => this.#onDirectLost(end),
      onFailure: (failures) => {
        if (failures >= RELAY_AFTER_FAILURES) this.#wantRelay();
      },
      onGiveUp: (end) => {
        if (this.#link === null) this.#tellWay('failed');
        ports.onGiveUp(end);
      },
      canSignal: () => this.#isRemoteOnline && ports.isLobbyOnline(),
      isPatient: () => this.#link !== null,
    });
  }

  /** What the session has; null while no way is open. */
  get link(): Link | null {
    return this.#link;
  }

  /** [L70] With somebody who is away it begins once the lobby hears them. */
  start(isRemoteOnline = true): void {
    this.#isRemoteOnline = isRemoteOnline;
    if (!isRemoteOnline) return;
    this.#metMs = this.#ports.timers.now();
    this.#attempts.start();
    this.#relayLater();
  }

  /** Tries again after it gave up; for when something has changed since. */
  revive(): void {
    if (this.#attempts.revive()) this.#relayLater();
  }

  receive({ attempt, generation, payload }: PairSignal): void {
    if (this.#closed) return;
    if (generation > this.#generation) this.#follow(generation);
    if (generation === this.#generation) {
      for (const signal of unbunch(payload)) this.#attempts.receive(attempt, signal);
    } else if (payload.type === 'offer') this.#attempts.refuse(attempt);
  }

  /** A frame that the lobby handed on. */
  receiveFrame(bytes: Uint8Array): void {
    const frame = readRelayFrame(bytes);
    if (frame === null || this.#closed) return;
    if (frame.generation > this.#generation) this.#follow(frame.generation);
    // The older one learns of the newer from the answer.
    if (frame.generation < this.#generation) this.#relay.probe();
    else this.#relay.accept(frame);
  }

  /** The lobby says whether it hears the other page. */
  setRemoteOnline(isOnline: boolean): void {
    const isBack = isOnline && !this.#isRemoteOnline;
    this.#isRemoteOnline = isOnline;
    if (!isOnline && this.#link !== null && this.#isGone()) this.#closeLink();
    if (!isBack) return;
    this.#metMs ??= this.#ports.timers.now();
    this.#attempts.beginAnew();
    if (this.#link === null) this.#relayLater();
  }

  /** The lobby had a frame for the other page and found nobody there. */
  missRemote(): void {
    this.#cancelRelay();
    this.setRemoteOnline(false);
  }

  /** The lobby relays no more. */
  loseRelay(): void {
    this.#cancelRelay();
    if (this.#link !== null && !this.#link.hasDirect) this.#closeLink();
  }

  hurry(): void {
    this.#attempts.hurry();
  }

  close(): void {
    this.#closed = true;
    for (const cancel of [this.#cancelRelay, this.#cancelLook, this.#cancelWatch]) cancel();
    this.#attempts.close();
    this.#bunch.clear();
    this.#link?.close();
    this.#relay.close();
  }

  #onDirect(link: SignalledLink): void {
    this.#cancelRelay();
    this.#cancelWatch();
    this.#ensureLink().takeDirect(link);
    this.#lookUp(link);
  }

  #lookUp(link: SignalledLink): void {
    this.#cancelLook();
    const { timers } = this.#ports;
    void this.#showPath(link);
    this.#cancelLook = timers.after(LOOK_UP_EVERY_MS, () => this.#lookUp(link));
  }

  async #showPath(link: SignalledLink): Promise<void> {
    const found = await link.lookUpPath();
    if (found === null || link.state !== 'open') return;
    this.#link?.showPath(found.path);
    this.#tellWay(found.path);
  }

  #onDirectLost(end: LinkEnd): void {
    this.#cancelLook();
    const { timers, mayRelay } = this.#ports;
    if (end === 'remote-closed') this.#remoteClosedMs = timers.now();
    if (this.#link === null || this.#closed) return;
    this.#bridgedMs = timers.now();
    if (!mayRelay() || this.#isGone() || !this.#relay.probe()) return this.#closeLink();
    this.#wantRelay();
    this.#watch();
  }

  /** While there is no direct way: closes the link when nothing is heard any more. */
  #watch(): void {
    this.#cancelWatch();
    const { timers } = this.#ports;
    this.#cancelWatch = timers.after(SILENT_MAX_MS / 5, () => {
      const heardMs = Math.max(this.#bridgedMs, this.#relay.heardMs ?? 0);
      if (this.#link === null || this.#link.hasDirect) return;
      if (timers.now() - heardMs >= SILENT_MAX_MS) this.#closeLink();
      else this.#watch();
    });
  }

  /** True once both the other side itself and the lobby have said so. */
  #isGone(): boolean {
    const isRecent = this.#ports.timers.now() - this.#remoteClosedMs < GONE_WITHIN_MS;
    return isRecent && !this.#isRemoteOnline && this.#link?.hasDirect !== true;
  }

  #relayLater(): void {
    this.#cancelRelay();
    const { timers, isHidden } = this.#ports;
    this.#cancelRelay = timers.after(isHidden ? 0 : RELAY_AFTER_MS, () => this.#wantRelay());
  }

  #wantRelay(): void {
    this.#cancelRelay();
    if (this.#link?.hasDirect !== true && this.#relay.state === 'connecting') this.#probe(PROBES);
  }

  #probe(left: number): void {
    if (left === 0 || !this.#ports.mayRelay()) return;
    this.#relay.probe();
    this.#cancelRelay = this.#ports.timers.after(PROBE_EVERY_MS, () => this.#probe(left - 1));
  }

  #makeRelay(): RelayLink {
    const { remote, timers, sendFrame } = this.#ports;
    const relay: RelayLink = new RelayLink({
      remote,
      generation: this.#generation,
      timers,
      sendFrame,
      onOpen: () => {
        if (relay === this.#relay) this.#onRelayOpen();
      },
      onRemoteClose: () => {
        if (relay === this.#relay && this.#link?.hasDirect !== true) this.#closeLink();
      },
    });
    return relay;
  }

  #onRelayOpen(): void {
    this.#cancelRelay();
    const isNew = this.#link === null;
    this.#ensureLink();
    if (this.#link?.hasDirect !== true) this.#tellWay('lobby');
    if (!isNew) return;
    this.#bridgedMs = this.#ports.timers.now();
    this.#watch();
    this.#attempts.revive();
  }

  #tellWay(way: LinkPath | 'failed'): void {
    if (!this.#opens || way === this.#toldWay) return;
    const isFirst = this.#toldWay === null && way !== 'failed' && this.#metMs !== null;
    this.#toldWay = way;
    this.#ports.onWay(way, isFirst ? Math.round(this.#ports.timers.now() - this.#metMs!) : null);
  }

  #ensureLink(): PairLink {
    if (this.#link !== null) return this.#link;
    const { remote, timers, onLink } = this.#ports;
    const link: PairLink = new PairLink({
      remote,
      timers,
      relay: this.#relay,
      onClose: () => {
        if (this.#link === link) this.#onClosedByGame();
      },
    });
    this.#link = link;
    onLink(link);
    return link;
  }

  /** No way is left. A direct one that is just being tried was for the link that is closed now. */
  #closeLink(): void {
    this.#moveTo(Math.min(this.#generation + 1, LINK_GENERATION_MAX));
    this.#attempts.renew();
    this.#relayLater();
  }

  /** It has its reasons: nothing is built again unless the other side asks for it. */
  #onClosedByGame(): void {
    if (this.#closed) return;
    this.#moveTo(Math.min(this.#generation + 1, LINK_GENERATION_MAX));
    this.#attempts.abandon();
  }

  /** The other side began anew. The one that opens makes the next offer. */
  #follow(generation: number): void {
    this.#moveTo(generation);
    if (this.#opens) this.#attempts.renew();
    else this.#attempts.abandon();
    this.#relayLater();
  }

  #moveTo(generation: number): void {
    const link = this.#link;
    // They are of the generation that is over.
    this.#bunch.clear();
    this.#generation = generation;
    this.#link = null;
    this.#cancelWatch();
    this.#cancelRelay();
    link?.close();
    this.#relay.close();
    this.#relay = this.#makeRelay();
  }
}
