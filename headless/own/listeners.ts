import type { OnProblem } from '../script/script-room.ts';
import type { RoomEvents, RoomListener } from './room-interface.ts';

type Name = keyof RoomEvents;

/** The listeners of a room. One that throws is named, and the others are called all the same. */
export class Listeners {
  readonly #onProblem: OnProblem;
  readonly #listeners = new Map<Name, readonly ((...values: never[]) => unknown)[]>();

  constructor(onProblem: OnProblem) {
    this.#onProblem = onProblem;
  }

  /**
   * @returns takes it off again
   * @throws Error for what is no function: a script's own mistake, named where it was made
   */
  add<Event extends Name>(name: Event, listener: RoomListener<Event>): () => void {
    if (typeof listener !== 'function') throw new TypeError(`a listener of ${name} is no function`);
    // In a function of its own, so that each one that is added is there by itself.
    const call = (...values: RoomEvents[Event]): unknown => listener(...values);
    this.#listeners.set(name, [...this.#of(name), call]);
    return () => {
      const others = this.#of(name).filter((other) => other !== call);
      this.#listeners.set(name, others);
    };
  }

  has(name: Name): boolean {
    return this.#of(name).length > 0;
  }

  /** True when one of them answers false. */
  call<Event extends Name>(name: Event, ...values: RoomEvents[Event]): boolean {
    let isRefused = false;
    for (const listener of this.#of(name)) {
      try {
        if (Reflect.apply(listener, undefined, values) === false) isRefused = true;
      } catch (problem) {
        this.#onProblem(name, problem);
      }
    }
    return isRefused;
  }

  #of(name: Name): readonly ((...values: never[]) => unknown)[] {
    return this.#listeners.get(name) ?? [];
  }
}
