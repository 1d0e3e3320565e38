import type { PeerId } from '../../shared/base/peer-id.ts';
import type { SignalPayload } from '../../shared/lobby/signal.ts';
import type { LinkEnd, MakeLink, SignalledLink } from './signalled-link.ts';
import type { Timers } from './timers.ts';

export type PairPorts = {
  readonly remote: PeerId;
  readonly timers: Timers;
  readonly random: () => number;
  readonly makeLink: MakeLink;
  readonly takeIceServers: () => Promise<RTCIceServer[]>;
  readonly sendSignal: (attempt: number, payload: SignalPayload) => void;
  /** A new link, still connecting. The one before it is closed. */
  readonly onLink: (link: SignalledLink) => void;
  /** No more attempts will be made until `revive`. */
  readonly onGiveUp: (end: LinkEnd) => void;
};

/** Failures in a row before a pair gives up: behind such a NAT the next try fails as well. */
export const ATTEMPTS_MAX = 4;
/** A link that lived this long was a good one: its end counts as the first failure. */
const GOOD_AFTER_MS = 10_000;
const BACKOFF_FIRST_MS = 500;
/** Candidates of one attempt that arrive before its offer. */
const EARLY_MAX = 32;

/**
 * The way to one page of one other member: builds the link, and builds it again when it breaks.
 * Only one of the two sides opens and counts the attempts; the other answers, and asks for a
 * rebuild when its own end broke.
 */
export class Pair {
  readonly #opens: boolean;
  readonly #ports: PairPorts;
  #attempt = 0;
  #link: SignalledLink | null = null;
  #openedMs: number | null = null;
  #failures = 0;
  #gaveUp = false;
  #closed = false;
  #cancelRetry: () => void = () => {};
  #early: { attempt: number; payloads: SignalPayload[] } = { attempt: 0, payloads: [] };

  constructor(opens: boolean, ports: PairPorts) {
    this.#opens = opens;
    this.#ports = ports;
  }

  get link(): SignalledLink | null {
    return this.#link;
  }

  start(): void {
    if (this.#opens) void this.#build(1, null);
  }

  /** Tries again after it gave up; for when something has changed since. */
  revive(): void {
    if (!this.#gaveUp || this.#closed) return;
    this.#gaveUp = false;
    this.#failures = 0;
    if (this.#opens) void this.#build(this.#attempt + 1, null);
    else this.#ports.sendSignal(this.#attempt, { type: 'rebuild' });
  }

  receive(attempt: number, payload: SignalPayload): void {
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

  #receiveAsOpener(attempt: number, payload: SignalPayload): void {
    // What belongs to an attempt that was given up is of no use to its successor.
    if (attempt !== this.#attempt || payload.type === 'offer') return;
    if (payload.type !== 'rebuild') this.#link?.accept(payload);
    else if (this.#gaveUp) this.revive();
    else if (this.#link !== null && this.#link.state !== 'closed') {
      this.#link.close();
      this.#scheduleNext('failed');
    }
  }

  #receiveAsAnswerer(attempt: number, payload: SignalPayload): void {
    if (payload.type === 'offer' && attempt > this.#attempt) void this.#build(attempt, payload);
    else if (payload.type !== 'candidate') return;
    else if (attempt === this.#attempt && this.#link !== null) this.#link.accept(payload);
    else if (attempt >= this.#attempt) this.#keepEarly(attempt, payload);
  }

  async #build(attempt: number, offer: SignalPayload | null): Promise<void> {
    this.#attempt = attempt;
    this.#openedMs = null;
    const old = this.#link;
    this.#link = null;
    old?.close();

    const iceServers = await this.#ports.takeIceServers();
    if (this.#closed || attempt !== this.#attempt) return;
    const { remote, timers, makeLink, sendSignal } = this.#ports;
    const link = makeLink({
      remote,
      initiator: this.#opens,
      iceServers,
      timers,
      onSignal: (payload) => sendSignal(attempt, payload),
      onOpen: () => {
        this.#openedMs = timers.now();
      },
      onEnd: (end) => {
        if (this.#link === link && !this.#closed && end !== 'closed') this.#onBroken(end);
      },
    });
    this.#link = link;
    this.#ports.onLink(link);
    if (offer !== null) link.accept(offer);
    if (this.#early.attempt === attempt) {
      for (const payload of this.#early.payloads.splice(0)) link.accept(payload);
    }
  }

  #onBroken(end: LinkEnd): void {
    if (this.#opens) {
      this.#scheduleNext(end);
      return;
    }
    if (this.#countFailure() >= ATTEMPTS_MAX) this.#giveUp(end);
    else this.#ports.sendSignal(this.#attempt, { type: 'rebuild' });
  }

  #scheduleNext(end: LinkEnd): void {
    const failures = this.#countFailure();
    if (failures >= ATTEMPTS_MAX) {
      this.#giveUp(end);
      return;
    }
    const { timers, random } = this.#ports;
    const waitMs = BACKOFF_FIRST_MS * 2 ** (failures - 1) * (0.5 + random());
    this.#cancelRetry = timers.after(waitMs, () => void this.#build(this.#attempt + 1, null));
  }

  #giveUp(end: LinkEnd): void {
    this.#gaveUp = true;
    this.#ports.onGiveUp(end);
  }

  #countFailure(): number {
    const good =
      this.#openedMs !== null && this.#ports.timers.now() - this.#openedMs > GOOD_AFTER_MS;
    this.#failures = good ? 1 : this.#failures + 1;
    return this.#failures;
  }

  #keepEarly(attempt: number, payload: SignalPayload): void {
    if (this.#early.attempt !== attempt) this.#early = { attempt, payloads: [] };
    if (this.#early.payloads.length < EARLY_MAX) this.#early.payloads.push(payload);
  }
}
