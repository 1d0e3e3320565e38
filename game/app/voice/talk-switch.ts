/** ms: a press that is over sooner was a tap. */
const TAP_MS = 250;

/**
 * Whether a person talks: as long as a key or a button is held, or between two taps of the button for those
 * who cannot hold one.
 */
export class TalkSwitch {
  #isHeld = false;
  #isPressed = false;
  #pressedMs = 0;
  #isLatched = false;
  /** The press that just goes on began while the voice was open: it ends it. */
  #closes = false;

  get isTalking(): boolean {
    return this.#isHeld || this.#isPressed || this.#isLatched;
  }

  get isLatched(): boolean {
    return this.#isLatched;
  }

  /** Of the key or the gamepad, every tick. */
  hold(isHeld: boolean): void {
    this.#isHeld = isHeld;
  }

  /** The button on the screen. */
  press(isDown: boolean, nowMs: number): void {
    if (isDown === this.#isPressed) return;
    this.#isPressed = isDown;
    if (isDown) {
      this.#closes = this.#isLatched;
      this.#isLatched = false;
      this.#pressedMs = nowMs;
    } else if (!this.#closes && nowMs - this.#pressedMs < TAP_MS) this.#isLatched = true;
  }

  latch(isOn: boolean): void {
    this.#isLatched = isOn;
  }

  /** Whatever is down now is not meant for what comes: the page is not looked at any more. */
  clear(): void {
    this.#isHeld = this.#isPressed = this.#isLatched = false;
  }
}
