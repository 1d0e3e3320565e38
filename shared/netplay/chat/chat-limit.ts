/** So much may be said within so much time. */
export type ChatRate = { readonly count: number; readonly withinMs: number };

export const TEXT_RATE: ChatRate = { count: 5, withinMs: 10_000 };
export const QUICK_RATE: ChatRate = { count: 3, withinMs: 8_000 };

/** [N64] A script greets, answers and tells the score to each of a full room. */
export const SCRIPT_RATE: ChatRate = { count: 80, withinMs: 10_000 };

/** After an outage the lane brings at once what was said over a longer time. */
const RECEIVER_SLACK = 2;

/** What others may send before it is dropped. */
export function receiverRate({ count, withinMs }: ChatRate): ChatRate {
  return { count: count * RECEIVER_SLACK, withinMs };
}

/** Counts over a sliding window. */
export class ChatLimit {
  readonly #rate: ChatRate;
  /** When the last ones were said, oldest first. */
  readonly #saidAtMs: number[] = [];

  constructor(rate: ChatRate) {
    this.#rate = rate;
  }

  /** False when it is too much; that does not count then. */
  tryTake(nowMs: number): boolean {
    const { count, withinMs } = this.#rate;
    const oldest = this.#saidAtMs[0];
    if (oldest !== undefined && this.#saidAtMs.length >= count) {
      if (nowMs - oldest < withinMs) return false;
      this.#saidAtMs.shift();
    }
    this.#saidAtMs.push(nowMs);
    return true;
  }
}

/** The limits of one person: lines of text, quick ones, and announcements with all that a script says. */
export class ChatLimits {
  readonly #text: ChatLimit;
  readonly #quick: ChatLimit;
  readonly #scripted: ChatLimit;

  constructor(of: (rate: ChatRate) => ChatRate = (rate) => rate) {
    this.#text = new ChatLimit(of(TEXT_RATE));
    this.#quick = new ChatLimit(of(QUICK_RATE));
    this.#scripted = new ChatLimit(of(SCRIPT_RATE));
  }

  tryTake(kind: 'text' | 'quick' | 'scripted', nowMs: number): boolean {
    if (kind === 'scripted') return this.#scripted.tryTake(nowMs);
    return (kind === 'text' ? this.#text : this.#quick).tryTake(nowMs);
  }
}
