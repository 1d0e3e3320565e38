import type { PeerSession } from '../../shared/netplay/peer-session.ts';
import { findMember } from '../../shared/sim/room-state.ts';
import type { Seat } from '../../shared/sim/seat.ts';

/** A seat that was taken this long ago has no inputs of an earlier player on their way. */
const SETTLED_TICKS = 60;

type Watched = { seat: Seat | null; sinceTick: number; seenEnd: number };

/**
 * Sees what became of every input of every player: it is final at the tick that it was made for,
 * or the last one is played on in its place, or nothing is. So none is played twice, or elsewhere.
 */
export class InputWitness {
  readonly differences: string[] = [];
  /** Inputs that were compared. */
  compared = 0;
  readonly #watched = new Map<string, Watched>();

  watch(peer: string, { engine, self }: PeerSession): void {
    const { timeline, hints, final } = engine;
    const seat = self === null ? null : (findMember(final.room, self)?.seat ?? null);
    const known = this.#watched.get(peer);
    if (!known || known.seat !== seat || seat === null || known.seenEnd > timeline.end) {
      this.#watched.set(peer, { seat, sinceTick: timeline.end, seenEnd: timeline.end });
      return;
    }
    const from = Math.max(known.seenEnd, timeline.start + 1);
    for (let tick = from; tick < timeline.end; tick++) {
      if (tick - known.sinceTick < SETTLED_TICKS || !hints.has(tick, seat)) continue;
      const bits = timeline.inputAt(tick, seat);
      const before = timeline.inputAt(tick - 1, seat);
      this.compared += 1;
      if (bits === hints.get(tick, seat) || bits === before || bits === 0) continue;
      this.differences.push(`${peer} at tick ${tick} plays ${bits}, which it never held then`);
    }
    known.seenEnd = timeline.end;
  }
}
