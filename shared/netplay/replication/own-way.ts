import type { PeerId } from '../../base/peer-id.ts';
import { type ControlMessage, WAY_RTT_MAX_MS, WAY_WAIT_MAX_MS } from '../../wire/control-packet.ts';
import { type Members, NO_MEMBERS, only } from '../../consensus/members.ts';
import { HandoverPatience } from '../session/handover-patience.ts';
import type { RemotePeer, Remotes } from './remote-peer.ts';

const LOOK_MS = 100;
/** Share of a look in the mean: a queue is noticed in a second, and remembered for some. */
const GAIN_UP = 1 / 10;
const GAIN_DOWN = 1 / 40;
/** Fewer links do not tell whose way is thin. */
const LINKS_MIN = 2;
/** ms that packets wait on the best of the links, on the average. */
const THIN_MS = 25;
const WOBBLES = 0.5;
/** ms, and gaps: a link on which nothing came for longer, either way, does not work. */
const WORKS_MS = 700;
const GAPS = 2;

/**
 * [N58] The part of the way that all links share. What waits there waits on each of them at the same time; what
 * waits at the other end waits on one.
 */
export class OwnWay {
  readonly patience = new HandoverPatience();
  #lookedMs = Number.NEGATIVE_INFINITY;
  #waitMs = 0;
  #isSlowed = false;
  #reached: Members = NO_MEMBERS;

  /** [N59] The pages with a link that works both ways. */
  get reached(): Members {
    return this.#reached;
  }

  /** Packets wait on the own way, and less is sent for that. */
  get isThin(): boolean {
    return this.waitMs > THIN_MS;
  }

  /** Milliseconds that packets wait on all links, on the average; 0 where no less is sent for that. */
  get waitMs(): number {
    return this.#isSlowed ? Math.min(Math.round(this.#waitMs), WAY_WAIT_MAX_MS) : 0;
  }

  /** Once an advance of the session. */
  watch(remotes: Remotes, sequencer: PeerId, nowMs: number): void {
    this.patience.watch(sequencer, nowMs);
    if (nowMs - this.#lookedMs < LOOK_MS) return;
    this.#lookedMs = nowMs;
    this.#reached = findReached(remotes, nowMs);
    let links = 0;
    let slowed = 0;
    let leastMs = Number.POSITIVE_INFINITY;
    for (const { channel, pace } of remotes.values()) {
      const waitMs = channel.isReady ? channel.meter.queue.waitAt(nowMs) : null;
      if (waitMs === null) continue;
      links += 1;
      if (pace.isSlowed) slowed += 1;
      leastMs = Math.min(leastMs, Math.max(waitMs - WOBBLES * channel.meter.queue.wobbleMs, 0));
    }
    const isKnown = links >= LINKS_MIN;
    this.#isSlowed = isKnown && slowed * 2 > links;
    const waitMs = isKnown ? leastMs : 0;
    const gain = waitMs > this.#waitMs ? GAIN_UP : GAIN_DOWN;
    this.#waitMs += gain * (waitMs - this.#waitMs);
  }

  /** A sequencer asks for a better way than its own, or is answered. */
  take(
    remote: RemotePeer,
    { answer }: ControlMessage & { type: 'way' },
    sequencer: PeerId,
    remotes: Remotes,
  ): void {
    if (answer) remote.way = { ...answer, atMs: this.#lookedMs };
    if (answer || remote.peer !== sequencer) return;
    const { waitMs, reached } = this;
    const own = { waitMs, rttMs: medianRttMs(remotes), reached };
    remote.channel.offerControl({ type: 'way', answer: own });
  }
}

function findReached(remotes: Remotes, nowMs: number): Members {
  let reached = NO_MEMBERS;
  for (const { page, channel } of remotes.values()) {
    const { lastHeardMs, ackedMs, usualGapMs } = channel.meter;
    const silentMs = nowMs - Math.min(lastHeardMs, ackedMs);
    if (channel.isReady && silentMs < Math.max(WORKS_MS, GAPS * usualGapMs)) reached |= only(page);
  }
  return reached;
}

/** The median round trip over links that are open. */
function medianRttMs(remotes: Remotes): number {
  const rtts = [...remotes.values()]
    .filter(({ channel }) => channel.isReady)
    .map(({ channel }) => channel.meter.rttMs)
    .sort((a, b) => a - b);
  return Math.min(Math.round(rtts[rtts.length >> 1] ?? 0), WAY_RTT_MAX_MS);
}
