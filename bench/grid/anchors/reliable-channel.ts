import type { SimulatedLink } from '../../../shared/netplay/link/simulated-network.ts';

/** What an SCTP packet of a data channel holds of a message. */
const FRAGMENT_BYTES = 1_000;
const RTO_START_MS = 500;
/** Chrome's. */
const RTO_MIN_MS = 400;
const RTO_MAX_MS = 60_000;
/** Reports of newer arrivals after which a packet counts as lost (RFC 9260, 7.2.4). */
const REPORTS_UNTIL_LOST = 3;

const DATA = 0;
const ACK = 1;
/** Kind and number of a DATA packet, whether the message goes on; counted as part of the overhead. */
const HEAD_BYTES = 10;

type Sent = {
  readonly number: number;
  readonly packet: Uint8Array;
  sentMs: number;
  copies: number;
  reports: number;
};

/**
 * A data channel that resends, as two browsers have it when they ask for nothing else: SCTP's fast
 * retransmission and its timer, on a simulated link. It is kinder than the real one: every packet is
 * acknowledged at once, acknowledgements cost no bytes, and there is no congestion window.
 */
export class ReliableChannel {
  /** Called with each whole message: in order of sending, or as they come. */
  onMessage: (bytes: Uint8Array) => void = () => {};
  /** Packets with data, resent ones too, and the bytes of messages in them. */
  sentPackets = 0;
  sentBytes = 0;
  resentPackets = 0;
  readonly #link: SimulatedLink;
  readonly #isOrdered: boolean;
  #nextNumber = 0;
  #nextMessage = 0;
  readonly #unacked = new Map<number, Sent>();
  #rtoMs = RTO_START_MS;
  #smoothMs: number | null = null;
  #deviationMs = 0;
  #timerMs = Number.POSITIVE_INFINITY;
  /** All up to here arrived; beyond it, those in the set. */
  #cumulative = -1;
  readonly #beyond = new Set<number>();
  readonly #parts = new Map<number, Map<number, Uint8Array>>();
  readonly #whole = new Map<number, Uint8Array>();
  #nextDelivered = 0;

  constructor(link: SimulatedLink, isOrdered: boolean) {
    this.#link = link;
    this.#isOrdered = isOrdered;
  }

  send(message: Uint8Array, nowMs: number): void {
    const count = Math.max(1, Math.ceil(message.length / FRAGMENT_BYTES));
    for (let index = 0; index < count; index++) {
      const part = message.subarray(index * FRAGMENT_BYTES, (index + 1) * FRAGMENT_BYTES);
      const packet = new Uint8Array(HEAD_BYTES + part.length);
      const head = new DataView(packet.buffer);
      head.setUint8(0, DATA);
      head.setUint32(1, this.#nextNumber);
      head.setUint32(5, (this.#nextMessage << 8) | index);
      head.setUint8(9, count);
      packet.set(part, HEAD_BYTES);
      const sent = { number: this.#nextNumber, packet, sentMs: nowMs, copies: 0, reports: 0 };
      this.#nextNumber += 1;
      this.#unacked.set(sent.number, sent);
      this.#transmit(sent, nowMs);
    }
    this.#nextMessage = (this.#nextMessage + 1) % 2 ** 24;
  }

  /** Takes in what arrived and resends what is due. */
  advance(nowMs: number): void {
    this.#link.receive((packet) => {
      const head = new DataView(packet.buffer, packet.byteOffset, packet.byteLength);
      if (head.getUint8(0) === DATA) this.#takeData(head, packet);
      else this.#takeAck(head, nowMs);
    });
    if (nowMs < this.#timerMs) return;
    const late = [...this.#unacked.values()].filter(({ sentMs }) => nowMs - sentMs >= this.#rtoMs);
    for (const sent of late) this.#resend(sent, nowMs);
    this.#rtoMs = Math.min(this.#rtoMs * 2, RTO_MAX_MS);
    this.#timerMs = nowMs + this.#rtoMs;
  }

  #transmit(sent: Sent, nowMs: number): void {
    sent.copies += 1;
    sent.sentMs = nowMs;
    this.sentPackets += 1;
    this.sentBytes += sent.packet.length - HEAD_BYTES;
    this.#link.send(sent.packet);
    if (this.#timerMs === Number.POSITIVE_INFINITY) this.#timerMs = nowMs + this.#rtoMs;
  }

  #resend(sent: Sent, nowMs: number): void {
    sent.reports = 0;
    this.resentPackets += 1;
    this.#transmit(sent, nowMs);
  }

  #takeData(head: DataView, packet: Uint8Array): void {
    const number = head.getUint32(1);
    const isNew = number > this.#cumulative && !this.#beyond.has(number);
    if (isNew) this.#beyond.add(number);
    while (this.#beyond.delete(this.#cumulative + 1)) this.#cumulative += 1;
    this.#acknowledge();
    if (!isNew) return;
    const message = head.getUint32(5) >>> 8;
    const parts = this.#parts.get(message) ?? new Map<number, Uint8Array>();
    this.#parts.set(message, parts);
    parts.set(head.getUint32(5) & 0xff, packet.subarray(HEAD_BYTES));
    if (parts.size < head.getUint8(9)) return;
    this.#parts.delete(message);
    this.#deliver(message, join(parts));
  }

  #deliver(message: number, bytes: Uint8Array): void {
    if (!this.#isOrdered) return this.onMessage(bytes);
    this.#whole.set(message, bytes);
    for (;;) {
      const next = this.#whole.get(this.#nextDelivered);
      if (!next) return;
      this.#whole.delete(this.#nextDelivered);
      this.#nextDelivered += 1;
      this.onMessage(next);
    }
  }

  #acknowledge(): void {
    const packet = new Uint8Array(5 + 4 * this.#beyond.size);
    const head = new DataView(packet.buffer);
    head.setUint8(0, ACK);
    head.setInt32(1, this.#cumulative);
    let at = 5;
    for (const number of this.#beyond) {
      head.setUint32(at, number);
      at += 4;
    }
    this.#link.send(packet);
  }

  #takeAck(head: DataView, nowMs: number): void {
    const cumulative = head.getInt32(1);
    let newest = cumulative;
    let advanced = false;
    const arrived = new Set<number>();
    for (let at = 5; at < head.byteLength; at += 4) arrived.add(head.getUint32(at));
    for (const number of arrived) newest = Math.max(newest, number);
    for (const [number, sent] of this.#unacked) {
      if (number > cumulative && !arrived.has(number)) continue;
      if (number <= cumulative) advanced = true;
      this.#unacked.delete(number);
      if (sent.copies === 1) this.#measure(nowMs - sent.sentMs);
    }
    for (const [number, sent] of this.#unacked) {
      if (number > newest || sent.copies > 1) continue;
      sent.reports += 1;
      if (sent.reports === REPORTS_UNTIL_LOST) this.#resend(sent, nowMs);
    }
    if (advanced) this.#rtoMs = this.#estimateMs();
    if (this.#unacked.size === 0) this.#timerMs = Number.POSITIVE_INFINITY;
    else if (advanced) this.#timerMs = nowMs + this.#rtoMs;
  }

  #measure(rttMs: number): void {
    if (this.#smoothMs === null) {
      this.#smoothMs = rttMs;
      this.#deviationMs = rttMs / 2;
    } else {
      this.#deviationMs += (Math.abs(rttMs - this.#smoothMs) - this.#deviationMs) / 4;
      this.#smoothMs += (rttMs - this.#smoothMs) / 8;
    }
  }

  #estimateMs(): number {
    if (this.#smoothMs === null) return RTO_START_MS;
    return Math.max(RTO_MIN_MS, this.#smoothMs + 4 * this.#deviationMs);
  }
}

function join(parts: ReadonlyMap<number, Uint8Array>): Uint8Array {
  const size = [...parts.values()].reduce((sum, part) => sum + part.length, 0);
  const whole = new Uint8Array(size);
  let at = 0;
  for (let index = 0; index < parts.size; index++) {
    const part = parts.get(index)!;
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
