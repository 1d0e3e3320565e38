import { HOLD_UNKNOWN_MS, SEQ_MODULO } from '../../wire/packet-header.ts';
import { QueueMeter } from './queue-meter.ts';
import { UsualGap } from './usual-gap.ts';

const REMEMBERED = 256;
/** Packets over which loss is counted. */
const LOSS_WINDOW = 64;
const RTT_GAIN = 1 / 8;
const DEVIATION_GAIN = 1 / 4;
/** Of the usual round trip: a packet that was faster than that overtook others, and tells nothing of their way. */
const OVERTAKING_SHARE = 0.75;
/**
 * After such a silence sequence numbers count anew: what was sent meanwhile, and lost, may be more
 * than half of all numbers, and then what is new looks old. Fewer fit in here at any rate.
 */
const SILENCE_MS = 5_000;

/**
 * What one link does to packets: round trip, jitter and loss, from the sequence numbers,
 * acknowledgements and hold times that ride on every packet. There are no ping packets.
 */
export class LinkMeter {
  rttMs = 0;
  /** Mean deviation of the round trip. */
  jitterMs = 0;
  /** 0 … 1 */
  loss = 0;
  lastHeardMs: number;
  /** When a packet came that shows that another one of this side arrived there. */
  ackedMs: number;
  /** [N57] What waits on the way. */
  readonly queue = new QueueMeter();

  readonly #sentAtMs = new Float64Array(REMEMBERED);
  readonly #sentSeq = new Int16Array(REMEMBERED).fill(-1);
  #nextSeq = 0;
  #newestHeard = -1;
  #newestHeardAtMs = 0;
  #newestOrder = 0;
  #order = 0;
  #isNewest = false;
  #lastAcked = -1;
  #seenAck = -1;
  /** When the packet left that was acknowledged last: numbers come round again, times do not. */
  #ackedSentAtMs = Number.NEGATIVE_INFINITY;
  #expected = 0;
  #received = 0;
  #hasRtt = false;
  readonly #gap = new UsualGap();

  constructor(nowMs: number) {
    this.lastHeardMs = nowMs;
    this.ackedMs = nowMs;
  }

  /** True once a round trip was measured. */
  get hasRtt(): boolean {
    return this.#hasRtt;
  }

  /** [N30] Milliseconds for which the other side is silent now and then. */
  get usualGapMs(): number {
    return this.#gap.ms;
  }

  /** Milliseconds that 95 % of packets take one way, estimated. */
  get oneWayP95Ms(): number {
    return (this.rttMs + 2 * this.jitterMs) / 2;
  }

  /** Header fields of the next packet. */
  stamp(nowMs: number): { seq: number; ack: number; holdMs: number } {
    const seq = this.#nextSeq;
    if (this.#newestHeard < 0) return { seq, ack: 0, holdMs: HOLD_UNKNOWN_MS };
    const holdMs = Math.round(Math.max(0, nowMs - this.#newestHeardAtMs));
    return { seq, ack: this.#newestHeard, holdMs: Math.min(holdMs, HOLD_UNKNOWN_MS) };
  }

  /** The stamped packet left. One that was skipped has no number: it is not lost. */
  sent(nowMs: number): void {
    const seq = this.#nextSeq;
    this.#nextSeq = (seq + 1) % SEQ_MODULO;
    this.#sentAtMs[seq % REMEMBERED] = nowMs;
    this.#sentSeq[seq % REMEMBERED] = seq;
  }

  /** True when the last packet came in order: one that was overtaken says nothing about the way. */
  get isNewest(): boolean {
    return this.#isNewest;
  }

  /** Place of the last packet among all that were sent to here: one that was overtaken has a lower one. */
  get order(): number {
    return this.#order;
  }

  /** A packet came, at the instant `atMs`. */
  hear(header: { seq: number; ack: number; holdMs: number }, atMs: number): void {
    this.lastHeardMs = Math.max(this.lastHeardMs, atMs);
    this.#gap.note(atMs);
    if (atMs - this.#newestHeardAtMs > SILENCE_MS) this.#newestHeard = -1;
    this.#countLoss(header.seq, atMs);
    this.#noteAck(header, atMs);
    if (header.holdMs === HOLD_UNKNOWN_MS || header.ack === this.#lastAcked) return;
    const cell = header.ack % REMEMBERED;
    const sentAtMs = this.#sentAtMs[cell] ?? atMs;
    if (this.#sentSeq[cell] !== header.ack || sentAtMs < this.#ackedSentAtMs) return;
    this.#lastAcked = header.ack;
    this.#ackedSentAtMs = sentAtMs;
    const rttMs = Math.max(0, atMs - sentAtMs - header.holdMs);
    const leastMs = this.#hasRtt ? OVERTAKING_SHARE * this.rttMs : 0;
    this.queue.note(rttMs, atMs, leastMs);
    this.#measure(rttMs);
  }

  /** What was acknowledged at all, also by a page that sends so seldom that its hold time is not told. */
  #noteAck({ ack, holdMs }: { ack: number; holdMs: number }, atMs: number): void {
    const isUnheard = ack === 0 && holdMs === HOLD_UNKNOWN_MS;
    if (isUnheard || ack === this.#seenAck) return;
    this.#seenAck = ack;
    this.ackedMs = Math.max(this.ackedMs, atMs);
  }

  #measure(rttMs: number): void {
    if (!this.#hasRtt) {
      this.#hasRtt = true;
      this.rttMs = rttMs;
      this.jitterMs = rttMs / 8;
      return;
    }
    this.jitterMs += DEVIATION_GAIN * (Math.abs(rttMs - this.rttMs) - this.jitterMs);
    this.rttMs += RTT_GAIN * (rttMs - this.rttMs);
  }

  #countLoss(seq: number, atMs: number): void {
    const ahead = this.#newestHeard < 0 ? 1 : stepsAhead(seq, this.#newestHeard);
    this.#order = this.#newestOrder + ahead;
    this.#isNewest = ahead > 0;
    if (ahead > 0) {
      this.#newestHeard = seq;
      this.#newestOrder = this.#order;
      this.#newestHeardAtMs = atMs;
      this.#expected += ahead;
    }
    if (ahead !== 0) this.#received += 1;
    if (this.#expected >= LOSS_WINDOW) {
      this.loss = Math.max(0, 1 - this.#received / this.#expected);
      this.#expected = 0;
      this.#received = 0;
    }
  }
}

/** How many packets `seq` is ahead of `other`, negative when behind. */
function stepsAhead(seq: number, other: number): number {
  const ahead = (seq - other + SEQ_MODULO) % SEQ_MODULO;
  return ahead >= SEQ_MODULO / 2 ? ahead - SEQ_MODULO : ahead;
}
