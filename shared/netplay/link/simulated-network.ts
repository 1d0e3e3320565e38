import type { PeerId } from '../../base/peer-id.ts';
import { type Link, type LinkPath, type LinkState, MAX_DATAGRAM_BYTES } from './link.ts';
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

/**
 * The way from a peer's home to the rest of the world: all its links share it. What does not fit into the
 * queue is lost. IP, UDP, DTLS and SCTP count, and so do acknowledgements (bench/README.md).
 */
export type Uplink = { readonly kbitPerSecond: number; readonly queueBytes: number };

const DATA_OVERHEAD_BYTES = 78;
const ACK_CHUNK_BYTES = 16;
const ACK_PACKET_BYTES = 78;
/** An acknowledgement gets a packet of its own behind so many messages without one the other way. */
const UNACKED_MAX = 2;

/** A peer's own idea of time: `local = network × rate + skewMs`. */
export type LocalClock = { readonly rate: number; readonly skewMs: number };

/**
 * A network in virtual time, decided by a seed: one seed is one run. Time moves only through
 * `advance`.
 */
export class SimulatedNetwork {
  readonly #random: Random;
  readonly #clocks = new Map<PeerId, LocalClock>();
  readonly #uplinks = new Map<PeerId, UplinkQueue>();
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

  /** Null: as wide as anybody needs, as all are at first. */
  setUplink(peer: PeerId, uplink: Uplink | null): void {
    if (uplink) this.#uplinks.set(peer, new UplinkQueue(uplink));
    else this.#uplinks.delete(peer);
  }

  /** What a thin uplink of this peer carried; null where it has none. */
  uplinkOf(peer: PeerId): UplinkQueue | null {
    return this.#uplinks.get(peer) ?? null;
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
      new SimulatedLink(a, b, there, this, this.#random),
      new SimulatedLink(b, a, back, this, this.#random),
    ] as const;
    ends[0].join(ends[1]);
    ends[1].join(ends[0]);
    return ends;
  }
}

/** What waits at the door of a home. */
export class UplinkQueue {
  /** On the wire, acknowledgements among them. */
  sentBytes = 0;
  droppedPackets = 0;
  readonly #uplink: Uplink;
  #freeMs = 0;

  constructor(uplink: Uplink) {
    this.#uplink = uplink;
  }

  /** How long a packet that comes now would wait. */
  waitMs(nowMs: number): number {
    return Math.max(this.#freeMs - nowMs, 0);
  }

  /** When the last bit of this packet is out; null when it found no place. */
  take(bytes: number, nowMs: number): number | null {
    const { kbitPerSecond, queueBytes } = this.#uplink;
    const waiting = (this.waitMs(nowMs) * kbitPerSecond) / 8;
    if (waiting + bytes > queueBytes) {
      this.droppedPackets += 1;
      return null;
    }
    this.sentBytes += bytes;
    this.#freeMs = Math.max(this.#freeMs, nowMs) + (bytes * 8) / kbitPerSecond;
    return this.#freeMs;
  }
}

/** Told of each datagram that is sent, and when it arrives; null when it is lost. */
export type LinkTrace = (atMs: number, bytes: number, dueMs: number | null) => void;

type Flying = { readonly dueMs: number; readonly order: number; readonly bytes: Uint8Array };

/** One end of a simulated link. */
export class SimulatedLink implements Link {
  readonly remote: PeerId;
  readonly #self: PeerId;
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
  #other: SimulatedLink | null = null;
  #incoming: Flying[] = [];
  #order = 0;
  /** Packets of the present burst that are still to be lost. */
  #burstLeft = 0;
  #departsMs = 0;
  /** Messages that came in and that nothing was sent back for. */
  #unacked = 0;

  constructor(
    self: PeerId,
    remote: PeerId,
    conditions: Conditions,
    network: SimulatedNetwork,
    random: Random,
  ) {
    this.#self = self;
    this.remote = remote;
    this.conditions = conditions;
    this.#network = network;
    this.#random = random;
  }

  /** Long polling carries everything in bunches. */
  get path(): LinkPath {
    return this.conditions.bunchMs === undefined ? 'direct' : 'lobby';
  }

  join(other: SimulatedLink): void {
    this.#other = other;
  }

  send(bytes: Uint8Array): boolean {
    if (this.state !== 'open' || bytes.length > MAX_DATAGRAM_BYTES) return false;
    this.sentPackets += 1;
    this.sentBytes += bytes.length;
    const isLost = this.#loses();
    const outMs = this.#passUplink(bytes.length);
    if (isLost || this.isCut || outMs === null) {
      this.trace?.(this.#network.nowMs, bytes.length, null);
      return true;
    }
    const copies = this.#random() < this.conditions.duplicate ? 2 : 1;
    for (let copy = 0; copy < copies; copy++) this.#fly(bytes.slice(), outMs, copy === 0);
    return true;
  }

  receive(handle: (bytes: Uint8Array, atMs: number) => void): void {
    const now = this.#network.nowMs;
    const due = this.#incoming.filter((packet) => packet.dueMs <= now);
    if (due.length === 0) return;
    this.#incoming = this.#incoming.filter((packet) => packet.dueMs > now);
    due.sort((a, b) => a.dueMs - b.dueMs || a.order - b.order);
    for (const packet of due) {
      this.#acknowledge();
      handle(packet.bytes, this.#network.localMs(this.#self, packet.dueMs));
    }
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

  /** When a message is out of the house; null when it was not let out. */
  #passUplink(bytes: number): number | null {
    const { nowMs } = this.#network;
    const rides = this.#unacked > 0 ? ACK_CHUNK_BYTES : 0;
    this.#unacked = 0;
    const onWire = DATA_OVERHEAD_BYTES + Math.ceil(bytes / 4) * 4 + rides;
    const uplink = this.#network.uplinkOf(this.#self);
    return uplink ? uplink.take(onWire, nowMs) : nowMs;
  }

  #acknowledge(): void {
    this.#unacked += 1;
    if (this.#unacked < UNACKED_MAX) return;
    this.#unacked = 0;
    this.#network.uplinkOf(this.#self)?.take(ACK_PACKET_BYTES, this.#network.nowMs);
  }

  #departureMs(fromMs: number): number {
    const { bunchMs } = this.conditions;
    if (bunchMs === undefined) return fromMs;
    while (this.#departsMs < fromMs) this.#departsMs += bunchMs * (0.5 + this.#random() / 2);
    return this.#departsMs;
  }

  #fly(bytes: Uint8Array, outMs: number, isTraced: boolean): void {
    const { delayMs, jitterMs, reorder } = this.conditions;
    const random = this.#random;
    const wait = Math.max(0, delayMs + jitterMs * nextNormal(random));
    const dueMs = this.#departureMs(outMs) + (random() < reorder ? 0 : wait);
    if (isTraced) this.trace?.(this.#network.nowMs, bytes.length, dueMs);
    const other = this.#other;
    if (!other || other.state === 'closed') return;
    other.#order += 1;
    other.#incoming.push({ dueMs, order: other.#order, bytes });
  }
}
