import type { Timers } from '../time/timers.ts';
import type { BuildAnswer } from './served-build.ts';

export type VersionWatchOptions = {
  readonly askBuild: () => Promise<BuildAnswer>;
  /** False while a match is on or nobody looks: then it is not asked by the clock. */
  readonly isIdle: () => boolean;
  /** The server did not answer when it was last asked: somebody waits for it. */
  readonly isAway: () => boolean;
  readonly timers: Timers;
};

/** A tab at home has no line to the lobby on which it could be told. */
const EVERY_MS = 30_000;
const AWAY_MS = 5000;
/** Several occasions at once are one question. */
const GAP_MS = 2000;

/** Decides when the server is asked whether it has a newer build. Once it has, asking ends. */
export class VersionWatch {
  readonly #options: VersionWatchOptions;
  #askedMs = Number.NEGATIVE_INFINITY;
  #dueMs: number;
  #isOver = false;

  constructor(options: VersionWatchOptions) {
    this.#options = options;
    this.#dueMs = options.timers.now() + EVERY_MS;
    this.#waitOn();
  }

  /** An occasion: the lobby is back, the tab is looked at again, a match is over. */
  check(): void {
    const { timers } = this.#options;
    if (this.#isOver || timers.now() - this.#askedMs < GAP_MS) return;
    this.#askedMs = timers.now();
    this.#dueMs = this.#askedMs + EVERY_MS;
    void this.#ask();
  }

  async #ask(): Promise<void> {
    if ((await this.#options.askBuild()) === 'other') this.#isOver = true;
  }

  #waitOn(): void {
    const { timers, isIdle, isAway } = this.#options;
    timers.after(AWAY_MS, () => {
      if (this.#isOver) return;
      if (isIdle() && (isAway() || timers.now() >= this.#dueMs)) this.check();
      this.#waitOn();
    });
  }
}
