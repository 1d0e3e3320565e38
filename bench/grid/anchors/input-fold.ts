import { type Places, placesOf } from '../final-record.ts';
import { PitchGame } from './pitch-game.ts';

/** What really happened in a match of two: both sides' own inputs, folded once more beside them. */
export class InputFold {
  readonly #game = new PitchGame();
  readonly #inputs = [new Map<number, number>(), new Map<number, number>()] as const;
  readonly #places = new Map<number, Places>();

  put(place: 0 | 1, tick: number, bits: number): void {
    this.#inputs[place].set(tick, bits);
  }

  /** Goes on as far as both inputs are known. */
  advance(): void {
    for (;;) {
      const { tick } = this.#game.world;
      const first = this.#inputs[0].get(tick);
      const second = this.#inputs[1].get(tick);
      if (first === undefined || second === undefined) return;
      this.#game.step(first, second);
      this.#places.set(tick + 1, placesOf(this.#game.world.match));
    }
  }

  placesAt(tick: number): Places | undefined {
    return this.#places.get(tick);
  }
}
