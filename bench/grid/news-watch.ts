import type { Seat } from '../../shared/sim/seat.ts';
import type { SimulatedPeer } from '../../tests/simulation/simulated-room.ts';
import { Samples } from './samples.ts';

type Change = { readonly seat: Seat; readonly tick: number; readonly unaware: Set<Seat> };

/** Own inputs are fixed at most this much ahead of the tick that is shown. */
const LOOK_AHEAD_TICKS = 6;

/**
 * How late each player learns that another one changed its input: by how many ticks its own
 * simulation had already gone past the change, which is what it has to take back. A player that is ahead
 * of the other learns later; equal players have equal clocks.
 */
export class NewsWatch {
  readonly #seats: readonly Seat[];
  readonly #latenesses = new Map<string, Samples>();
  readonly #looked = new Map<Seat, number>();
  #changes: Change[] = [];

  constructor(seats: readonly Seat[]) {
    this.#seats = seats;
  }

  /** Right after a peer ran. */
  take({ session }: SimulatedPeer, seat: Seat): void {
    const { engine } = session;
    this.#noteOwnChanges(session.engine, seat);
    for (const change of this.#changes) {
      if (!change.unaware.has(seat)) continue;
      const isKnown =
        engine.timeline.end > change.tick || engine.hints.has(change.tick, change.seat);
      if (!isKnown) continue;
      change.unaware.delete(seat);
      this.of(seat, change.seat).add(engine.predicted.tick - change.tick);
    }
    this.#changes = this.#changes.filter(({ unaware }) => unaware.size > 0);
  }

  /** Lateness in ticks with which the player of one seat learned of changes of another one's. */
  of(seat: Seat, other: Seat): Samples {
    const key = `${seat} of ${other}`;
    const samples = this.#latenesses.get(key) ?? new Samples();
    this.#latenesses.set(key, samples);
    return samples;
  }

  #noteOwnChanges({ hints, predicted }: SimulatedPeer['session']['engine'], seat: Seat): void {
    const newest = predicted.tick + LOOK_AHEAD_TICKS;
    const from = this.#looked.get(seat) ?? newest;
    for (let tick = from; tick <= newest; tick++) {
      if (!hints.has(tick, seat)) continue;
      this.#looked.set(seat, tick + 1);
      if (!hints.has(tick - 1, seat) || hints.get(tick, seat) === hints.get(tick - 1, seat))
        continue;
      const unaware = new Set(this.#seats.filter((other) => other !== seat));
      this.#changes.push({ seat, tick, unaware });
    }
    if (!this.#looked.has(seat)) this.#looked.set(seat, predicted.tick);
  }
}
