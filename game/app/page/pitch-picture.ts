import type { Result } from '../../../shared/base/result.ts';
import type { LoadProblem } from '../../load/load-problem.ts';
import type { PartsDesk } from './parts-desk.ts';

export type PitchPictureOptions<Engine, Game, Surface> = {
  readonly desk: Pick<PartsDesk, 'need' | 'report' | 'found'>;
  /** What is drawn on; null where this browser cannot draw at all. */
  readonly open: () => Surface | null;
  readonly load: () => Promise<Result<Engine, LoadProblem>>;
  /** @param onLost the picture was lost and stays away, or is back */
  readonly start: (
    engine: Engine,
    game: Game,
    surface: Surface,
    onLost: (isLost: boolean) => void,
  ) => Promise<{ readonly frameCount: number }>;
};

/** The picture of the pitch. Where there is none the room and the match go on without it. */
export class PitchPicture<Engine, Game, Surface> {
  readonly #options: PitchPictureOptions<Engine, Game, Surface>;
  #canvas: { readonly frameCount: number } | null = null;
  #isStarting = false;

  constructor(options: PitchPictureOptions<Engine, Game, Surface>) {
    this.#options = options;
  }

  /** Frames drawn since the page was loaded. */
  get frameCount(): number {
    return this.#canvas?.frameCount ?? 0;
  }

  /** Draws from now on, unless it does already, or says why it cannot. */
  readonly draw = async (game: Game): Promise<void> => {
    if (this.#canvas || this.#isStarting) return;
    const { desk, open, load, start } = this.#options;
    const retry = () => void this.draw(game);
    this.#isStarting = true;
    const engine = await desk.need('pitch', load(), retry);
    try {
      // Opening it takes a while, in which nothing else is done: what waits for the lobby goes first.
      const surface = engine && open();
      if (engine && !surface) desk.report('pitch', 'no-webgl', retry);
      else if (engine && surface) {
        this.#canvas = await start(engine, game, surface, (isLost) => this.#tell(isLost));
      }
    } catch {
      desk.report('pitch', 'broken', retry);
    } finally {
      this.#isStarting = false;
    }
  };

  #tell(isLost: boolean): void {
    const { desk } = this.#options;
    if (!isLost) desk.found('pitch');
    // Asked for again it is still away: only the graphics themselves bring it back.
    else desk.report('pitch', 'webgl-lost', () => this.#tell(true));
  }
}
