/** More voices at once are noise, and phones begin to crackle. */
export const MAX_VOICES = 8;
/** The same sound twice within this time is one sound. */
export const COOLDOWN_MS = 40;
/** Mates who both stop a ball at the post saved it once. */
export const SAVE_COOLDOWN_MS = 1000;

/** Decides whether one more sound may begin. Time is an argument, so it needs no audio to test. */
export class VoiceBudget {
  readonly #lastStart = new Map<string, number>();
  #playing = 0;

  tryStart(name: string, nowMs: number): boolean {
    if (this.#playing >= MAX_VOICES) return false;
    const cooldownMs = name === 'save' ? SAVE_COOLDOWN_MS : COOLDOWN_MS;
    if (nowMs - (this.#lastStart.get(name) ?? Number.NEGATIVE_INFINITY) < cooldownMs) return false;
    this.#lastStart.set(name, nowMs);
    this.#playing += 1;
    return true;
  }

  ended(): void {
    this.#playing -= 1;
  }
}
