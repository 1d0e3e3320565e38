import { playerDisc } from '../../shared/sim/physics/arena.ts';
import { findMember } from '../../shared/room/room-state.ts';
import type { Seat } from '../../shared/sim/seat.ts';
import { TICK_MS } from '../../shared/sim/tick.ts';
import type { SimulatedPeer } from '../../tests/simulation/simulated-room.ts';
import type { FinalRecord } from './final-record.ts';
import { FreezeWatch } from './freeze-watch.ts';
import type { WireCount } from '../wire/sctp-model.ts';
import type { RoomWire } from '../wire/room-wire.ts';
import { PictureWatch } from './picture-watch.ts';
import { Samples } from './samples.ts';

/** Measures one of our own peers from outside, over part of a match. */
export class PeerWatch {
  readonly peer: SimulatedPeer;
  readonly seat: Seat;
  readonly picture: PictureWatch;
  readonly freezes: FreezeWatch;
  readonly depth = new Samples();
  readonly delayTicks = new Samples();
  readonly #start: Counters;
  #end: Counters | null = null;
  #rollbacks: number;
  #eaten: number;
  readonly #startMs: number;
  readonly #wire: RoomWire;
  #nowMs: number;

  constructor(peer: SimulatedPeer, wire: RoomWire, nowMs: number) {
    const { engine } = peer.session;
    const seat = seatOf(peer);
    const { arena, room } = engine.final;
    const others = room.members.flatMap((member) =>
      member.seat === null || member.seat === seat ? [] : [member.seat],
    );
    this.peer = peer;
    this.#wire = wire;
    this.seat = seat;
    this.picture = new PictureWatch(
      playerDisc(arena, seat),
      others.map((other) => playerDisc(arena, other)),
      true,
    );
    this.freezes = new FreezeWatch(nowMs, engine.predicted.tick);
    this.#start = countersOf(peer);
    this.#rollbacks = engine.rollbacks.rollbacks;
    this.#eaten = peer.session.counts.eatenInputs;
    this.#startMs = nowMs;
    this.#nowMs = nowMs;
  }

  /** Right before the peer runs. */
  before(): void {
    this.picture.remember(this.peer.session.world);
  }

  /** Right after it ran. */
  after(nowMs: number, truth: FinalRecord): void {
    const { session } = this.peer;
    const { engine } = session;
    this.#nowMs = nowMs;
    const moved = this.freezes.take(nowMs, session.world.tick);
    const eaten = session.counts.eatenInputs;
    this.picture.take(session.world, session.previous, eaten === this.#eaten);
    this.picture.compare((tick) => truth.placesAt(tick));
    if (!moved) return;
    this.#eaten = eaten;
    if (engine.rollbacks.rollbacks > this.#rollbacks) this.depth.add(engine.rollbacks.depth);
    this.#rollbacks = engine.rollbacks.rollbacks;
    this.delayTicks.add(session.stats().inputDelayTicks);
  }

  /** The watch is over: what is sent and simulated from now on does not count. */
  end(): void {
    this.#end = countersOf(this.peer);
  }

  /** From the begin of the watch to its end. */
  get counted(): Counters {
    const now = this.#end ?? countersOf(this.peer);
    const begin = this.#start;
    return {
      resimulated: now.resimulated - begin.resimulated,
      stalled: now.stalled - begin.stalled,
      eaten: now.eaten - begin.eaten,
      packets: now.packets - begin.packets,
      bytes: now.bytes - begin.bytes,
    };
  }

  get seconds(): number {
    return (this.#nowMs - this.#startMs) / 1000;
  }

  /** On the wire, to all others, during the watch. */
  get wired(): WireCount {
    return this.#wire.count(this.peer.id, this.#startMs, this.#nowMs);
  }
}

/** Where the clock of a peer that has just run is, in milliseconds since tick 0. */
export function clockMs(peer: SimulatedPeer, localMs: number): number {
  return (peer.session.world.tick + peer.session.blendAt(localMs)) * TICK_MS;
}

export type Counters = {
  readonly resimulated: number;
  readonly stalled: number;
  readonly eaten: number;
  readonly packets: number;
  readonly bytes: number;
};

function countersOf({ session, links }: SimulatedPeer): Counters {
  let packets = 0;
  let bytes = 0;
  for (const link of links.values()) {
    packets += link.sentPackets;
    bytes += link.sentBytes;
  }
  const { stalledTicks, eatenInputs } = session.counts;
  const { resimulated } = session.engine.rollbacks;
  return { resimulated, stalled: stalledTicks, eaten: eatenInputs, packets, bytes };
}

/** The seat that a peer plays from; throws when it has none. */
export function seatOf({ session }: SimulatedPeer): Seat {
  const { self, engine } = session;
  const seat = self === null ? null : (findMember(engine.final.room, self)?.seat ?? null);
  if (seat === null) throw new Error('a peer has no seat');
  return seat;
}
