import type { PeerId } from '../../../shared/base/peer-id.ts';

/** Louder than the noise that a filter leaves; the scale is that of RFC 6465. */
const LOUD = 0.01;
/** ms: between two words nobody has stopped. */
const HOLD_MS = 500;

/** Tells from how loud each one was a moment ago who speaks. */
export class SpeakingWatch {
  readonly #heardMs = new Map<PeerId, number>();
  #speaking: ReadonlySet<PeerId> = new Set();

  /** @returns the same set as long as nobody begins or ends */
  follow(levels: ReadonlyMap<PeerId, number>, nowMs: number): ReadonlySet<PeerId> {
    for (const [peer, level] of levels) if (level > LOUD) this.#heardMs.set(peer, nowMs);
    for (const [peer, heardMs] of this.#heardMs) {
      if (!levels.has(peer) || nowMs - heardMs > HOLD_MS) this.#heardMs.delete(peer);
    }
    const isSame =
      this.#heardMs.size === this.#speaking.size &&
      [...this.#heardMs.keys()].every((peer) => this.#speaking.has(peer));
    if (!isSame) this.#speaking = new Set(this.#heardMs.keys());
    return this.#speaking;
  }
}
