/** A gap is forgotten after one to two of these. */
const WINDOW_MS = 5_000;
/** ms: a peer that was silent for longer was away, and that is no habit. */
const GAP_MAX_MS = 3_000;

/**
 * [N30] How long somebody is silent now and then: the second longest of the latest gaps between two
 * packets, because once may be chance. A slow machine shows in it, and a way that carries everything
 * in bunches.
 */
export class UsualGap {
  #heardMs: number | null = null;
  #startMs = 0;
  #longestMs = 0;
  #secondMs = 0;
  /** The same of the window before. */
  #olderLongestMs = 0;
  #olderSecondMs = 0;

  /** 0 as long as there were no two. */
  get ms(): number {
    const shorterOfLongest = Math.min(this.#longestMs, this.#olderLongestMs);
    return Math.max(this.#secondMs, this.#olderSecondMs, shorterOfLongest);
  }

  note(atMs: number): void {
    const gapMs = this.#heardMs === null ? 0 : atMs - this.#heardMs;
    this.#heardMs = Math.max(atMs, this.#heardMs ?? atMs);
    if (atMs - this.#startMs > WINDOW_MS) this.#turn(atMs);
    if (gapMs <= this.#secondMs || gapMs > GAP_MAX_MS) return;
    this.#secondMs = Math.min(gapMs, this.#longestMs);
    this.#longestMs = Math.max(gapMs, this.#longestMs);
  }

  #turn(atMs: number): void {
    this.#olderLongestMs = this.#longestMs;
    this.#olderSecondMs = this.#secondMs;
    this.#longestMs = 0;
    this.#secondMs = 0;
    this.#startMs = atMs;
  }
}
