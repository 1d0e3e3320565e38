import { isAnyDown, type PadLike } from './gamepad.ts';

/** Ticks that Tab is held before it is no press that moves the focus. */
const HOLD_TICKS = 8;

export type StandingsHoldOptions = {
  /** A match is on the screen, and nothing over it. */
  readonly isOnPitch: () => boolean;
  readonly onHold: (isHeld: boolean) => void;
  /** Tab was pressed and let go, as by those who go from control to control. */
  readonly onTap: () => void;
};

/**
 * Tab, or a button of the gamepad, held in a match. Where a control has the focus already Tab is the
 * browser's.
 */
export class StandingsHold {
  readonly #options: StandingsHoldOptions;
  #isTab = false;
  #tabTicks = 0;
  #isHeld = false;

  constructor(target: Window, options: StandingsHoldOptions) {
    this.#options = options;
    target.addEventListener('keydown', (event) => this.#press(event));
    target.addEventListener('keyup', ({ code }) => {
      if (code !== 'Tab' || !this.#isTab) return;
      const isTap = this.#tabTicks < HOLD_TICKS;
      this.clear();
      if (isTap) options.onTap();
    });
  }

  /**
   * Once a tick.
   *
   * @param buttons those of the gamepad that show them
   */
  read(pad: PadLike | undefined, buttons: readonly number[]): void {
    const isOnPitch = this.#options.isOnPitch();
    if (!isOnPitch) this.#isTab = false;
    if (this.#isTab) this.#tabTicks += 1;
    const isPad = isOnPitch && pad !== undefined && isAnyDown(pad, buttons);
    this.#tell(isPad || (this.#isTab && this.#tabTicks >= HOLD_TICKS));
  }

  /** Of the release nobody may tell. */
  clear(): void {
    this.#isTab = false;
    this.#tell(false);
  }

  #press(event: KeyboardEvent): void {
    const { code, shiftKey, ctrlKey, altKey, metaKey, target } = event;
    if (code !== 'Tab' || shiftKey || ctrlKey || altKey || metaKey) return;
    if (!this.#options.isOnPitch() || isControl(target)) return;
    event.preventDefault();
    if (event.repeat || this.#isTab) return;
    this.#isTab = true;
    this.#tabTicks = 0;
  }

  #tell(isHeld: boolean): void {
    if (isHeld === this.#isHeld) return;
    this.#isHeld = isHeld;
    this.#options.onHold(isHeld);
  }
}

function isControl(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('button,a[href],input,select,dialog') !== null;
}
