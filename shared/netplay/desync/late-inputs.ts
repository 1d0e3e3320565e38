import { TICK_MS } from '../../sim/tick.ts';
import type { RemotePeer } from '../replication/remote-peer.ts';
import type { Suspects } from '../session/suspects.ts';

/** ms beside the round trip: a tick at either end, and a clock that still settles. */
const SPARE_MS = 60;
const JITTERS = 4;
/** Packets in a row: a page that stalls or comes back is late for less. */
const ROW_LENGTH = 45;

/**
 * [N44] Inputs that come later than their way takes were held back, perhaps until more was known. A
 * modified client can say that its way is longer; then it is shown with that. A report, and no more.
 */
export class LateInputs {
  readonly #suspects: Suspects;
  readonly #inARow = new WeakMap<RemotePeer, number>();

  constructor(suspects: Suspects) {
    this.#suspects = suspects;
  }

  /** The newest input of a peer, for tick `newest`, came when the clock showed `nowTick`. */
  note(remote: RemotePeer, newest: number, nowTick: number): void {
    const { meter } = remote.channel;
    const lateMs = (nowTick - newest) * TICK_MS;
    const allowedMs = meter.rttMs / 2 + JITTERS * meter.jitterMs + SPARE_MS;
    const isLate = meter.hasRtt && !remote.isHidden && lateMs > allowedMs;
    const count = isLate ? (this.#inARow.get(remote) ?? 0) + 1 : 0;
    this.#inARow.set(remote, count % ROW_LENGTH);
    if (count === ROW_LENGTH) this.#suspects.note(remote.peer, 'late-inputs');
  }
}
