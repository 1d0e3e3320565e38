import type { PeerId } from '../../shared/base/peer-id.ts';
import type { SimulatedRoom } from '../../tests/simulation/simulated-room.ts';
import { SctpModel, type WireCount } from './sctp-model.ts';

/** What the peers of a simulated room would put on the wire. */
export class RoomWire {
  readonly #ends = new Map<PeerId, { model: SctpModel; side: 'here' | 'there' }[]>();

  /** Watches all links that are there. */
  constructor({ peers }: SimulatedRoom) {
    for (const { id } of peers) this.#ends.set(id, []);
    for (const [place, peer] of peers.entries()) {
      for (const other of peers.slice(place + 1)) {
        const here = peer.links.get(other.id)!;
        const there = other.links.get(peer.id)!;
        const rttMs = here.conditions.delayMs + there.conditions.delayMs;
        const model = new SctpModel();
        here.trace = model.traceOf('here', rttMs);
        there.trace = model.traceOf('there', rttMs);
        this.#ends.get(peer.id)!.push({ model, side: 'here' });
        this.#ends.get(other.id)!.push({ model, side: 'there' });
      }
    }
  }

  /** Of one peer, to all others. */
  count(peer: PeerId, fromMs: number, untilMs: number): WireCount {
    let packets = 0;
    let bytes = 0;
    for (const { model, side } of this.#ends.get(peer) ?? []) {
      const counted = model.count(side, fromMs, untilMs);
      packets += counted.packets;
      bytes += counted.bytes;
    }
    return { packets, bytes };
  }
}
