/**
 * Which pictures are worth drawing: `all`; only one that has to take the place of what is shown, because nothing
 * moves that anybody looks at; or `none`, because the page has more urgent work.
 */
export type PicturesWanted = 'all' | 'owed' | 'none';

/** Whether a picture is drawn, of as many as the display could show. */
export class FramePace {
  #isOwed = true;

  /** What is shown is not right any more. */
  owe(): void {
    this.#isOwed = true;
  }

  /** Asked once for each picture of the display. */
  mayDraw(wanted: PicturesWanted): boolean {
    if (wanted === 'none' || (wanted === 'owed' && !this.#isOwed)) return false;
    this.#isOwed = false;
    return true;
  }
}
