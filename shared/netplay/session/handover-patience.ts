import type { PeerId } from '../../base/peer-id.ts';

/** ms: the first time, for a thin way and for a page out of reach; twice as long behind each change of the sequencer that is not long ago. */
const THIN_MS = 1_500;
const LOST_MS = 300;
const FORGOTTEN_MS = 600_000;

/**
 * [N58] How long a sequencer bears a thin way before it hands its part over. Every peer sees every change, so
 * the part goes round ever more slowly where no way is wide enough for it.
 */
export class HandoverPatience {
  #sequencer: PeerId | null = null;
  #changesMs: number[] = [];

  /** Once an advance of the session. */
  watch(sequencer: PeerId, nowMs: number): void {
    if (sequencer === this.#sequencer) return;
    if (this.#sequencer !== null) this.#changesMs.push(nowMs);
    this.#sequencer = sequencer;
  }

  waitMs(nowMs: number): number {
    return THIN_MS * this.#factor(nowMs);
  }

  /** [N59] How long it bears that it does not reach a page that another may reach. */
  lostMs(nowMs: number): number {
    return LOST_MS * this.#factor(nowMs);
  }

  #factor(nowMs: number): number {
    this.#changesMs = this.#changesMs.filter((atMs) => nowMs - atMs < FORGOTTEN_MS);
    return 2 ** this.#changesMs.length;
  }
}
