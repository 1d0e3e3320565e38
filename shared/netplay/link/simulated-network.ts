import type { PeerId } from '../../base/peer-id.ts';
import { type Link, type LinkState, MAX_DATAGRAM_BYTES } from './link.ts';
import { type Random, createRandom, nextNormal } from '../../base/seeded-random.ts';

/** What one direction of a link does to packets. Times in milliseconds, one way; shares 0 … 1. */
export type Conditions = {
  readonly delayMs: number;
  /** Deviation of the delay. */
  readonly jitterMs: number;
  readonly loss: number;
  /** Packets that are lost in a row; `loss` stays the share of all. One when left out. */
  readonly burst?: number;
  /** Share of packets that overtake: they skip the delay, as with netem. */
  readonly reorder: number;
  readonly duplicate: number;
  /**
   * Longest time between two departures: what is sent meanwhile leaves together, as over long polling.
   * The shortest is half of it. Everything leaves at once when left out.
   */
  readonly bunchMs?: number;
};

export const PERFECT: Conditions = { delayMs: 0, jitterMs: 0, loss: 0, reorder: 0, duplicate: 0 };

/** A peer's own idea of time: `local = network × rate + skewMs`. */
export type LocalClock = { readonly rate: number; readonly skewMs: number };

/**
 * A network in virtual time, decided by a seed: one seed is one run. Time moves only through
 * `advance`.
 */
export class SimulatedNetwork {
  readonly #random: Random;
  readonly #clocks = new Map<PeerId, LocalClock>();
  #nowMs = 0;

  constructor(seed: number) {
    this.#random = createRandom(seed);
  }

  get nowMs(): number {
    return this.#nowMs;
  }

  advance(nowMs: number): void {
    this.#nowMs = Math.max(this.#nowMs, nowMs);
  }

  setClock(peer: PeerId, clock: LocalClock): void {
    this.#clocks.set(peer, clock);
  }

  /** The time that a peer's own clock shows at the network's time `atMs`. */
  localMs(peer: PeerId, atMs: number): number {
    const clock = this.#clocks.get(peer);
    return clock ? atMs * clock.rate + clock.skewMs : atMs;
  }

  /** Both ends of a new link; `there` is from `a` to `b`. */
  connect(
    a: PeerId,
    b: PeerId,
    there: Conditions = PERFECT,
    back: Conditions = there,
  ): readonly [SimulatedLink, SimulatedLink] {
    const ends = [
      new SimulatedLink(b, there, this, this.#random, (ms) => this.localMs(a, ms)),
      new SimulatedLink(a, back, this, this.#random, (ms) => this.localMs(b, ms)),
    ] as const;
    ends[0].join(ends[1]);
    ends[1].join(ends[0]);
    return ends;
  }
}

/** Told of each datagram that is sent, and when it arrives; null when it is lost. */
export type LinkTrace = (atMs: number, bytes: number, dueMs: number | null) => void;

type Flying = { readonly dueMs: number; readonly order: number; readonly bytes: Uint8Array };

/** One end of a simulated link. */
export class SimulatedLink implements Link {
  readonly remote: PeerId;
  /** Of what this end sends; may be changed at any time. */
  conditions: Conditions;
  state: LinkState = 'open';
  /** True while nothing at all gets through. */
  isCut = false;
  sentPackets = 0;
  sentBytes = 0;
  trace: LinkTrace | null = null;
  readonly #network: SimulatedNetwork;
  readonly #random: Random;
  readonly #toLocalMs: (ms: number) => number;
  #other: SimulatedLink | null = null;
  #incoming: Flying[] = [];
  #order = 0;
  /** Packets of the present burst that are still to be lost. */
  #burstLeft = 0;
  #departsMs = 0;

  constructor(
    remote: PeerId,
    conditions: Conditions,
    network: SimulatedNetwork,
    random: Random,
    toLocalMs: (ms: number) => number,
  ) {
    this.remote = remote;
    this.conditions = conditions;
    this.#network = network;
    this.#random = random;
    this.#toLocalMs = toLocalMs;
  }

  join(other: SimulatedLink): void {
    this.#other = other;
  }

  send(bytes: Uint8Array): boolean {
    if (this.state !== 'open' || bytes.length > MAX_DATAGRAM_BYTES) return false;
    this.sentPackets += 1;
    this.sentBytes += bytes.length;
    const isLost = this.#loses();
    if (isLost || this.isCut) {
      this.trace?.(this.#network.nowMs, bytes.length, null);
      return true;
    }
    const copies = this.#random() < this.conditions.duplicate ? 2 : 1;
    for (let copy = 0; copy < copies; copy++) this.#fly(bytes.slice(), copy === 0);
    return true;
  }

  receive(handle: (bytes: Uint8Array, atMs: number) => void): void {
    const now = this.#network.nowMs;
    const due = this.#incoming.filter((packet) => packet.dueMs <= now);
    if (due.length === 0) return;
    this.#incoming = this.#incoming.filter((packet) => packet.dueMs > now);
    due.sort((a, b) => a.dueMs - b.dueMs || a.order - b.order);
    for (const packet of due) handle(packet.bytes, this.#toLocalMs(packet.dueMs));
  }

  close(): void {
    this.state = 'closed';
    if (this.#other && this.#other.state !== 'closed') this.#other.close();
  }

  #loses(): boolean {
    if (this.#burstLeft > 0) {
      this.#burstLeft -= 1;
      return true;
    }
    const { loss, burst = 1 } = this.conditions;
    if (this.#random() >= loss / burst) return false;
    this.#burstLeft = burst - 1;
    return true;
  }

  #departureMs(): number {
    const { nowMs } = this.#network;
    const { bunchMs } = this.conditions;
    if (bunchMs === undefined) return nowMs;
    while (this.#departsMs < nowMs) this.#departsMs += bunchMs * (0.5 + this.#random() / 2);
    return this.#departsMs;
  }

  #fly(bytes: Uint8Array, isTraced: boolean): void {
    const { delayMs, jitterMs, reorder } = this.conditions;
    const random = this.#random;
    const wait = Math.max(0, delayMs + jitterMs * nextNormal(random));
    const dueMs = this.#departureMs() + (random() < reorder ? 0 : wait);
    if (isTraced) this.trace?.(this.#network.nowMs, bytes.length, dueMs);
    const other = this.#other;
    if (!other || other.state === 'closed') return;
    other.#order += 1;
    other.#incoming.push({ dueMs, order: other.#order, bytes });
  }
}
