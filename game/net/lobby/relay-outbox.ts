import { RELAY_BATCH_BYTES_MAX, RELAY_BATCH_FRAMES_MAX } from '../../../shared/lobby/limits.ts';
import type { Timers } from '../../time/timers.ts';

/** A frame that waited longer says nothing that a newer one does not say better. */
export const STALE_MS = 1000;

type Waiting = { readonly packed: Uint8Array; readonly sinceMs: number };

/**
 * [L76] Frames that wait for a request to leave with. Long polling has one request on its way at a
 * time, so what comes meanwhile leaves together, in one message. Too many and too old ones are
 * dropped, the oldest first: every packet repeats what is not acknowledged.
 */
export class RelayOutbox {
  readonly #timers: Timers;
  #waiting: Waiting[] = [];
  #bytes = 0;

  constructor(timers: Timers) {
    this.#timers = timers;
  }

  put(packed: Uint8Array): void {
    this.#waiting.push({ packed, sinceMs: this.#timers.now() });
    this.#bytes += packed.length;
    while (this.#bytes > RELAY_BATCH_BYTES_MAX || this.#waiting.length > RELAY_BATCH_FRAMES_MAX) {
      this.#bytes -= this.#waiting.shift()!.packed.length;
    }
  }

  /** All that may still be of use, oldest first. */
  take(): readonly Uint8Array[] {
    const sinceMs = this.#timers.now() - STALE_MS;
    const fresh = this.#waiting.filter((frame) => frame.sinceMs >= sinceMs);
    this.clear();
    return fresh.map(({ packed }) => packed);
  }

  clear(): void {
    this.#waiting = [];
    this.#bytes = 0;
  }
}
