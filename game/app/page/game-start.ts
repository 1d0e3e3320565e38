import { fail, ok, type Result } from '../../../shared/base/result.ts';
import type { LoadProblem } from '../../load/load-problem.ts';
import type { PartsDesk } from './parts-desk.ts';

export type GameStartOptions<Part, Game> = {
  readonly desk: Pick<PartsDesk, 'need' | 'found'>;
  readonly load: () => Promise<Result<Part, LoadProblem>>;
  /** A part that throws is called broken, and may be asked for again. */
  readonly start: (part: Part) => Game;
  readonly onStarted: (game: Game) => void;
};

/** The game behind the menu. It is started once, whoever needs it first. */
export class GameStart<Part, Game> {
  readonly #options: GameStartOptions<Part, Game>;
  #game: Game | null = null;

  constructor(options: GameStartOptions<Part, Game>) {
    this.#options = options;
  }

  /** Null until it is started. */
  get game(): Game | null {
    return this.#game;
  }

  /** What moves comes after the menu, asked for by nobody; the page says so where it does not come. */
  async begin(): Promise<void> {
    await this.#options.desk.need('game', this.load(), () => void this.begin());
  }

  /** The game, started by now, or what is wrong. */
  async load(): Promise<Result<Game, LoadProblem>> {
    const { desk, load, start, onStarted } = this.#options;
    const loaded = await load();
    if (!loaded.ok) return loaded;
    if (this.#game) return ok(this.#game);
    try {
      this.#game = start(loaded.value);
    } catch {
      return fail('broken');
    }
    desk.found('game');
    onStarted(this.#game);
    return ok(this.#game);
  }
}
