import type { StadiumLibrary } from '../../shared/netplay/stadiums/stadium-library.ts';
import type { Arena } from '../../shared/sim/physics/arena.ts';
import type { ToWorker } from './messages.ts';

/** As many as a worker's own collection keeps. */
const TEXTS_MAX = 16;

/** Keeps the page's stadiums and those of a session in a worker in step. */
export class SharedStadiums {
  readonly #library: StadiumLibrary;
  readonly #post: (message: ToWorker) => void;
  /** What the worker sent, by id: the page's own collection may drop one for maps that a person looks at. */
  readonly #texts = new Map<string, string>();

  constructor(library: StadiumLibrary, post: (message: ToWorker) => void) {
    this.#library = library;
    this.#post = post;
  }

  arena(id: string): Arena | undefined {
    const found = this.#library.arena(id);
    const text = found ? undefined : this.#texts.get(id);
    if (text === undefined) return found;
    this.#library.add(text);
    return this.#library.arena(id);
  }

  /** Hands the worker one that the room is to play on. */
  tell(id: string): void {
    const text = this.#library.text(id);
    if (text === null) return;
    this.#keep(id, text);
    this.#post({ type: 'stadium', text });
  }

  /** One that came from another peer. */
  take(text: string): void {
    const added = this.#library.add(text);
    if (added.ok) this.#keep(added.value, text);
  }

  #keep(id: string, text: string): void {
    this.#texts.delete(id);
    this.#texts.set(id, text);
    const [oldest] = this.#texts.keys();
    if (this.#texts.size > TEXTS_MAX && oldest !== undefined) this.#texts.delete(oldest);
  }
}
