/**
 * Which pictures are worth drawing: `all`; only one that has to take the place of what is shown, because nothing
 * moves that anybody looks at; or `none`, because the page has more urgent work.
 */
export type PicturesWanted = 'all' | 'owed' | 'none';

/** A display is not as regular as its name: a picture that comes so much early is not left out. */
const EARLY_MS = 2;

/** Whether a picture is drawn, of as many as the display could show. */
export class FramePace {
  #isOwed = true;
  #dueMs = Number.NEGATIVE_INFINITY;

  /** What is shown is not right any more. */
  owe(): void {
    this.#isOwed = true;
  }

  /**
   * Asked once for each picture of the display.
   *
   * @param perSecond [V39] most pictures a second; 0: as many as the display shows
   */
  mayDraw(wanted: PicturesWanted, nowMs: number, perSecond: number): boolean {
    if (wanted === 'none' || (wanted === 'owed' && !this.#isOwed)) return false;
    if (perSecond > 0 && nowMs < this.#dueMs - EARLY_MS) return false;
    const periodMs = perSecond > 0 ? 1000 / perSecond : 0;
    // In step with what was due, so that it is the same number each second, unless that is long ago.
    this.#dueMs = (nowMs - this.#dueMs > periodMs ? nowMs : this.#dueMs) + periodMs;
    this.#isOwed = false;
    return true;
  }
}
