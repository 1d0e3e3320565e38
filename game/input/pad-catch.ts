import { isDown, type PadLike } from './gamepad.ts';

/** Of the standard mapping. */
const BUTTONS = 17;

/** Waits for the next button of a pad, for whatever a person wants to bind it to. */
export class PadCatch {
  /** Buttons that were down when it began, or since. */
  #down: ReadonlySet<number> | null = null;

  /** The button that went down just now. What is held from before has to come up first. */
  read(pad: PadLike | undefined): number | undefined {
    const before = this.#down;
    const buttons = Array.from({ length: BUTTONS }, (_, button) => button);
    const down = new Set(pad ? buttons.filter((button) => isDown(pad, button)) : []);
    this.#down = down;
    return before ? [...down].find((button) => !before.has(button)) : undefined;
  }

  /** Nothing is waited for any more. */
  end(): void {
    this.#down = null;
  }
}
