import type { SimulatedRoom } from './simulated-room.ts';

type Action = { readonly atMs: number; readonly act: () => void };

/** What is to happen in a room, by its clock. */
export class ActionQueue {
  readonly #actions: Action[] = [];

  /** In their order; of two at one moment the one that was told first. */
  at(atMs: number, act: () => void): void {
    this.#actions.push({ atMs, act });
    this.#actions.sort((a, b) => a.atMs - b.atMs);
  }

  /** Lets the room go on until all has happened, and what follows from it, and until `endMs` at least. */
  play(room: SimulatedRoom, endMs: number): void {
    const goOnUntil = (ms: number): void => void room.run(Math.max(0, ms - room.network.nowMs));
    for (let next = this.#actions.shift(); next !== undefined; next = this.#actions.shift()) {
      goOnUntil(next.atMs);
      next.act();
    }
    goOnUntil(endMs);
  }
}
