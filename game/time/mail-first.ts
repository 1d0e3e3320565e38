/** A page, or a worker, that gets no turn for so long has mail that it did not read. */
const STALL_MS = 250;
/** By then it has: what waited runs in the order in which it came, ticks and mail in turn. */
const MAIL_MS = 30;

/**
 * [L75] Behind a stall the ticks that waited come before the packets that waited: whoever counted
 * silence there would take its own for that of others. So ticks wait for the mail.
 */
export class MailFirst {
  #calledMs: number | null = null;
  /** Ticks are put off until then; null when none are. */
  #readMs: number | null = null;
  /** The last time between two calls was a stall too: slow by nature, as a hidden page. */
  #isSlow = false;

  /**
   * Once a call of the clock: true when there is mail to be read before the next tick.
   *
   * @param nowMs by a clock that nobody holds
   */
  mustRead(nowMs: number): boolean {
    const gapMs = nowMs - (this.#calledMs ?? nowMs);
    this.#calledMs = nowMs;
    if (this.#readMs !== null) {
      if (nowMs < this.#readMs) return true;
      this.#readMs = null;
      this.#isSlow = gapMs > STALL_MS;
      return false;
    }
    const isStall = gapMs > STALL_MS;
    if (isStall && !this.#isSlow) {
      this.#readMs = nowMs + MAIL_MS;
      return true;
    }
    this.#isSlow = isStall;
    return false;
  }
}
