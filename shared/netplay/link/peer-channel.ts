import { assertNever } from '../../base/assert.ts';
import type { PeerId } from '../../base/peer-id.ts';
import { SIM_VERSION, WIRE_VERSION } from '../../version.ts';
import type { ControlMessage } from '../../wire/control-packet.ts';
import type { HelloPacket } from '../../wire/hello-packet.ts';
import { type PacketHeader, TERM_MODULO } from '../../wire/packet-header.ts';
import {
  type Packet,
  PacketEncoder,
  decodeHello,
  decodePacket,
  encodeHello,
} from '../../wire/packets.ts';
import { ControlLane } from './control-lane.ts';
import { type Link, type LinkPath, MAX_DATAGRAM_BYTES } from './link.ts';
import { LinkMeter } from './link-meter.ts';

const HELLO_EVERY_MS = 100;
/** [N57] ms that packets wait on the way: what must arrive is sent again behind so many round trips then. */
const QUEUED_MS = 100;
const QUEUED_ROUND_TRIPS = 1.25;
/** Malformed packets within a second that close a link. */
const MALFORMED_MAX = 3;
/** Packets of one link that are read a second, a stadium on its way among them; the rest are dropped. */
const PACKETS_PER_SECOND = 240;

type DistributiveOmit<Union, Keys extends PropertyKey> = Union extends unknown
  ? Omit<Union, Keys>
  : never;
/** A packet without the header, which the channel writes. */
export type PacketBody = DistributiveOmit<Packet, keyof PacketHeader>;

export type ChannelState =
  | { readonly state: 'greeting' }
  | { readonly state: 'ready' }
  | { readonly state: 'mismatch'; readonly remoteNewer: boolean }
  | { readonly state: 'closed' };

export type ChannelVersions = { readonly sim: number; readonly wire: number };
export const OWN_VERSIONS: ChannelVersions = { sim: SIM_VERSION, wire: WIRE_VERSION };

export type ChannelOptions = {
  /** Hash of the room, 8 bits. */
  readonly room: number;
  readonly nowMs: number;
  /** Another version than our own only in tests. */
  readonly versions?: ChannelVersions;
};

/** A link to one peer once more: with greeting, header, meter and control lane. */
export class PeerChannel {
  readonly link: Link;
  readonly meter: LinkMeter;
  term = 1;
  /** Packets that were no packets, by count. */
  malformed = 0;

  readonly #room: number;
  readonly #versions: ChannelVersions;
  readonly #lane = new ControlLane();
  readonly #encoder = new PacketEncoder();
  #state: ChannelState = { state: 'greeting' };
  #path: LinkPath | null = null;
  #helloAtMs = Number.NEGATIVE_INFINITY;
  #isHeard = false;
  #mustAnswer = false;
  #windowStartMs = 0;
  #windowPackets = 0;
  #windowMalformed = 0;

  constructor(link: Link, options: ChannelOptions) {
    this.link = link;
    this.meter = new LinkMeter(options.nowMs);
    this.#room = options.room;
    this.#versions = options.versions ?? OWN_VERSIONS;
  }

  get remote(): PeerId {
    return this.link.remote;
  }

  get state(): ChannelState {
    if (this.link.state === 'closed' && this.#state.state !== 'mismatch')
      return { state: 'closed' };
    return this.#state;
  }

  get isReady(): boolean {
    return this.state.state === 'ready';
  }

  /** Sends a packet, or drops it and returns false. */
  send(body: PacketBody, nowMs: number): boolean {
    if (!this.isReady || this.link.state !== 'open') return false;
    const header = { term: this.term % TERM_MODULO, room: this.#room, ...this.meter.stamp(nowMs) };
    const wasSent = this.link.send(this.#encoder.encode({ ...body, ...header } as Packet));
    if (wasSent) this.meter.sent(nowMs);
    return wasSent;
  }

  /** Queues a message that must arrive. */
  sendControl(message: ControlMessage): void {
    if (!this.#lane.send(message)) this.close();
  }

  /** Queues a message that may as well not be sent: false when too much waits already. */
  offerControl(message: ControlMessage): boolean {
    return this.#lane.offer(message);
  }

  /** Reads what came in. Greetings and the lane are dealt with here, the rest is handed on. */
  receive(
    nowMs: number,
    handlePacket: (packet: Packet, atMs: number) => void,
    handleMessage: (message: ControlMessage) => void,
  ): void {
    this.link.receive((datagram, atMs) => {
      if (!this.#isWithinLimits(nowMs, datagram)) return;
      const hello = decodeHello(datagram);
      if (hello) return this.#greet(hello);
      if (!this.isReady) return;
      const packet = decodePacket(datagram);
      if (!packet) return this.#countMalformed();
      if (packet.room !== this.#room) return;
      this.#isHeard = true;
      this.meter.hear(packet, Math.min(atMs, nowMs));
      if (packet.type === 'control') this.#lane.receive(packet, handleMessage);
      else handlePacket(packet, Math.min(atMs, nowMs));
    });
  }

  /** Once a tick: greets until it is greeted, and runs the lane. */
  advance(nowMs: number): void {
    this.#notePath();
    const { state } = this;
    switch (state.state) {
      case 'greeting':
        return this.#sayHello(nowMs);
      case 'ready': {
        if (!this.#isHeard || this.#mustAnswer) this.#sayHello(nowMs);
        const isQueued = (this.meter.queue.waitAt(nowMs) ?? 0) > QUEUED_MS;
        const due = this.#lane.takeDue(nowMs, isQueued ? QUEUED_ROUND_TRIPS * this.meter.rttMs : 0);
        if (due) this.send({ type: 'control', ...due }, nowMs);
        return;
      }
      case 'mismatch':
        return this.#sayHello(nowMs);
      case 'closed':
        return;
      default:
        assertNever(state);
    }
  }

  close(): void {
    this.link.close();
  }

  /** [N57] What waits on one way says nothing of another. */
  #notePath(): void {
    const path = this.link.path ?? null;
    if (path === this.#path) return;
    this.#path = path;
    this.meter.queue.restart();
  }

  #sayHello(nowMs: number): void {
    if (this.link.state !== 'open' || nowMs - this.#helloAtMs < HELLO_EVERY_MS) return;
    this.#helloAtMs = nowMs;
    this.#mustAnswer = false;
    const heard = this.#state.state !== 'greeting';
    this.link.send(encodeHello({ ...this.#versions, heard, wantsAnswer: !this.#isHeard }));
  }

  #greet(hello: HelloPacket): void {
    if (hello.heard) this.#isHeard = true;
    if (hello.wantsAnswer) this.#mustAnswer = true;
    if (this.#state.state !== 'greeting') return;
    const { sim, wire } = this.#versions;
    if (hello.sim === sim && hello.wire === wire) this.#state = { state: 'ready' };
    else {
      const remoteNewer = hello.wire > wire || (hello.wire === wire && hello.sim > sim);
      this.#state = { state: 'mismatch', remoteNewer };
    }
    this.#helloAtMs = Number.NEGATIVE_INFINITY;
  }

  #isWithinLimits(nowMs: number, datagram: Uint8Array): boolean {
    if (nowMs - this.#windowStartMs >= 1000) {
      this.#windowStartMs = nowMs;
      this.#windowPackets = 0;
      this.#windowMalformed = 0;
    }
    this.#windowPackets += 1;
    return this.#windowPackets <= PACKETS_PER_SECOND && datagram.length <= MAX_DATAGRAM_BYTES;
  }

  #countMalformed(): void {
    this.malformed += 1;
    this.#windowMalformed += 1;
    if (this.#windowMalformed >= MALFORMED_MAX) this.close();
  }
}
