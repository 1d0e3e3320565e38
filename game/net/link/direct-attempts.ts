import type { PeerId } from '../../../shared/base/peer-id.ts';
import type { LinkSignal } from '../../../shared/lobby/signal.ts';
import type { LinkEnd, MakeLink, SignalledLink } from './signalled-link.ts';
import type { Timers } from '../../time/timers.ts';

export type AttemptPorts = {
  readonly remote: PeerId;
  readonly timers: Timers;
  readonly random: () => number;
  readonly makeLink: MakeLink;
  readonly takeIceServers: () => Promise<RTCIceServer[]>;
  readonly sendSignal: (attempt: number, payload: LinkSignal) => void;
  readonly onOpen: (link: SignalledLink) => void;
  /** A link that had been open is gone, whoever closed it. */
  readonly onLost: (end: LinkEnd) => void;
  /** @param failures so many in a row */
  readonly onFailure: (failures: number) => void;
  /** No more attempts will be made until `revive`. */
  readonly onGiveUp: (end: LinkEnd) => void;
  /** False while the lobby hears one of the two not: no signal comes through, and nobody can answer. */
  readonly canSignal: () => boolean;
  /** True while the two get along without: there is time, so it is tried for as long. */
  readonly isPatient: () => boolean;
};

/** Failures in a row before it gives up: behind such a NAT the next try fails as well. */
export const ATTEMPTS_MAX = 4;
/** A link that lived this long was a good one: its end counts as the first failure. */
const GOOD_AFTER_MS = 10_000;
const BACKOFF_FIRST_MS = 500;
/** With patience: networks change, but not by the second. */
const PATIENT_FIRST_MS = 15_000;
const PATIENT_LAST_MS = 60_000;
/** Once it is tried with nothing but TURN, which leaves the browser less to choose wrongly. */
const TURN_ONLY_AFTER = 2;
/** Candidates of one attempt that arrive before its offer. */
const EARLY_MAX = 32;

/**
 * [L25] Tries for a WebRTC link to one page of one other member, again when it breaks. Only one of
 * the two sides opens and counts the attempts; the other answers, and asks for a rebuild when its
 * own end broke.
 */
export class DirectAttempts {
  readonly #opens: boolean;
  readonly #ports: AttemptPorts;
  #attempt = 0;
  #link: SignalledLink | null = null;
  #openedMs: number | null = null;
  #failures = 0;
  #gaveUp = false;
  #closed = false;
  #cancelRetry: () => void = () => {};
  #early: { attempt: number; payloads: LinkSignal[] } = { attempt: 0, payloads: [] };

  constructor(opens: boolean, ports: AttemptPorts) {
    this.#opens = opens;
    this.#ports = ports;
  }

  start(): void {
    if (this.#opens) void this.#build(1, null);
  }

  /** Tries again if it gave up, and tells whether it did; for when something has changed since. */
  revive(): boolean {
    if (!this.#gaveUp || this.#closed) return false;
    this.#gaveUp = false;
    this.#failures = 0;
    this.#again();
    return true;
  }

  /** Signals come through again: what was tried without is no failure. */
  beginAnew(): void {
    if (this.#closed || this.#link?.state === 'open') return;
    this.#gaveUp = false;
    this.#failures = 0;
    this.#again();
  }

  /** Drops the link at hand, open or not; true when there was one. */
  abandon(): boolean {
    const link = this.#link;
    if (link === null || link.state === 'closed') return false;
    this.#link = null;
    this.#close(link);
    return true;
  }

  /** Drops the link at hand and begins anew at once, on whichever side that begins. */
  renew(): void {
    if (this.abandon()) this.#again();
  }

  /** Tells the opener that what it offered is not wanted as it is. */
  refuse(attempt: number): void {
    this.#ports.sendSignal(attempt, { type: 'rebuild' });
  }

  receive(attempt: number, payload: LinkSignal): void {
    if (this.#closed) return;
    if (this.#opens) this.#receiveAsOpener(attempt, payload);
    else this.#receiveAsAnswerer(attempt, payload);
  }

  hurry(): void {
    this.#link?.hurry();
  }

  close(): void {
    this.#closed = true;
    this.#cancelRetry();
    this.#link?.close();
  }

  #again(): void {
    this.#cancelRetry();
    if (this.#opens) void this.#build(this.#attempt + 1, null);
    else this.refuse(this.#attempt);
  }

  #receiveAsOpener(attempt: number, payload: LinkSignal): void {
    // What belongs to an attempt that was given up is of no use to its successor.
    if (attempt !== this.#attempt || payload.type === 'offer') return;
    if (payload.type !== 'rebuild') this.#link?.accept(payload);
    else if (this.#gaveUp) this.revive();
    else if (this.abandon()) this.#scheduleNext('failed');
  }

  #receiveAsAnswerer(attempt: number, payload: LinkSignal): void {
    if (payload.type === 'offer' && attempt > this.#attempt) void this.#build(attempt, payload);
    else if (payload.type !== 'candidate') return;
    else if (attempt === this.#attempt && this.#link !== null) this.#link.accept(payload);
    else if (attempt >= this.#attempt) this.#keepEarly(attempt, payload);
  }

  async #build(attempt: number, offer: LinkSignal | null): Promise<void> {
    this.#attempt = attempt;
    this.abandon();

    const iceServers = await this.#ports.takeIceServers();
    if (this.#closed || attempt !== this.#attempt) return;
    const { remote, timers, makeLink, sendSignal, onOpen } = this.#ports;
    this.#openedMs = null;
    const link = makeLink({
      remote,
      initiator: this.#opens,
      turnOnly: this.#opens && this.#failures === TURN_ONLY_AFTER && hasTurn(iceServers),
      iceServers,
      timers,
      onSignal: (payload) => sendSignal(attempt, payload),
      onOpen: () => {
        if (this.#link !== link) return;
        this.#openedMs = timers.now();
        onOpen(link);
      },
      onEnd: (end) => {
        if (this.#link === link && !this.#closed) this.#onEnd(end);
      },
    });
    this.#link = link;
    if (offer !== null) link.accept(offer);
    if (this.#early.attempt === attempt) {
      for (const payload of this.#early.payloads.splice(0)) link.accept(payload);
    }
  }

  #close(link: SignalledLink): void {
    const wasOpen = link.state === 'open';
    link.close();
    if (wasOpen) this.#ports.onLost('closed');
  }

  /** A link that the game closed itself is not built again. */
  #onEnd(end: LinkEnd): void {
    if (this.#openedMs !== null) this.#ports.onLost(end);
    if (end === 'closed' || this.#closed) return;
    if (this.#opens) this.#scheduleNext(end);
    else if (!this.#isOver(this.#countFailure(), end)) this.refuse(this.#attempt);
  }

  #scheduleNext(end: LinkEnd): void {
    const failures = this.#countFailure();
    if (this.#isOver(failures, end)) return;
    const { timers, random } = this.#ports;
    const patience = failures - ATTEMPTS_MAX;
    const waitMs =
      patience < 0
        ? BACKOFF_FIRST_MS * 2 ** (failures - 1)
        : Math.min(PATIENT_FIRST_MS * 2 ** patience, PATIENT_LAST_MS);
    this.#cancelRetry = timers.after(
      waitMs * (0.5 + random()),
      () => void this.#build(this.#attempt + 1, null),
    );
  }

  /** Gives up when there were too many, unless there is time. [L70] Rests where nobody can answer. */
  #isOver(failures: number, end: LinkEnd): boolean {
    if (!this.#ports.canSignal()) {
      this.#gaveUp = true;
      return true;
    }
    this.#ports.onFailure(failures);
    if (failures < ATTEMPTS_MAX || this.#ports.isPatient()) return false;
    this.#gaveUp = true;
    this.#ports.onGiveUp(end);
    return true;
  }

  #countFailure(): number {
    const good =
      this.#openedMs !== null && this.#ports.timers.now() - this.#openedMs > GOOD_AFTER_MS;
    this.#failures = good ? 1 : this.#failures + 1;
    return this.#failures;
  }

  #keepEarly(attempt: number, payload: LinkSignal): void {
    if (this.#early.attempt !== attempt) this.#early = { attempt, payloads: [] };
    if (this.#early.payloads.length < EARLY_MAX) this.#early.payloads.push(payload);
  }
}

function hasTurn(servers: readonly RTCIceServer[]): boolean {
  return servers.some(({ urls }) => [urls].flat().some((url) => /^turns?:/.test(url)));
}
