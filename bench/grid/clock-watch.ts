import type { SimulatedPeer } from '../../tests/simulation/simulated-room.ts';
import { clockMs } from './peer-watch.ts';
import { Samples } from './samples.ts';

/**
 * How far the peers' clocks are from the sequencer's at the same instant. Looked at whenever a peer
 * has just run, once it has had time to find the sequencer's clock.
 */
export class ClockWatch {
  readonly offsetsMs = new Samples();
  readonly #settleMs: number;
  readonly #liveSinceMs = new Map<SimulatedPeer, number>();
  #referenceMs: number | null = null;

  constructor(settleMs: number) {
    this.#settleMs = settleMs;
  }

  take(peer: SimulatedPeer, nowMs: number, localMs: number): void {
    if (peer.session.state.state !== 'live') return;
    const offsetMs = clockMs(peer, localMs) - nowMs;
    if (peer.session.stats().isSequencer) {
      this.#referenceMs = offsetMs;
      return;
    }
    const sinceMs = this.#liveSinceMs.get(peer) ?? nowMs;
    this.#liveSinceMs.set(peer, sinceMs);
    if (this.#referenceMs === null || nowMs - sinceMs < this.#settleMs) return;
    this.offsetsMs.add(Math.abs(offsetMs - this.#referenceMs));
  }
}
