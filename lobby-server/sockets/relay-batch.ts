import { RELAY_BATCH_BYTES_MAX, RELAY_BATCH_FRAMES_MAX } from '../../shared/lobby/limits.ts';
import { toRelayText } from '../../shared/lobby/relay.ts';

/**
 * [L76] Frames for a page on long polling. A request that waits takes along what is sent first and
 * nothing else, so all that came in one turn, with one request of another page, is sent at once.
 */
export class RelayBatch {
  readonly #send: (texts: readonly string[]) => void;
  #texts: string[] = [];
  #bytes = 0;
  #isDue = false;

  constructor(send: (texts: readonly string[]) => void) {
    this.#send = send;
  }

  put(packed: Uint8Array): void {
    const isFull =
      this.#bytes + packed.length > RELAY_BATCH_BYTES_MAX ||
      this.#texts.length === RELAY_BATCH_FRAMES_MAX;
    if (isFull) this.#flush();
    this.#texts.push(toRelayText(packed));
    this.#bytes += packed.length;
    if (this.#isDue) return;
    this.#isDue = true;
    // Socket.IO hands over each message of a request in a turn of its own, all before this.
    setImmediate(() => {
      this.#isDue = false;
      this.#flush();
    });
  }

  #flush(): void {
    const texts = this.#texts;
    this.#texts = [];
    this.#bytes = 0;
    if (texts.length > 0) this.#send(texts);
  }
}
