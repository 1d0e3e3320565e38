import { isDown, PAD, type PadLike } from './gamepad.ts';

export type MenuStep = 'up' | 'down' | 'left' | 'right' | 'activate' | 'back' | 'menu';

/** A step that is held comes again after the first wait, then at the second. */
const REPEAT_FIRST_MS = 380;
const REPEAT_NEXT_MS = 120;
/** ms after which a held direction counts as a pad that is stuck: people let go sooner. */
const HELD_MAX_MS = 4000;
const STICK_THRESHOLD = 0.6;

/** Turns a pad's buttons into steps through a menu, each press once, held directions repeatedly. */
export class MenuSteps {
  #held: MenuStep | null = null;
  #nextMs = 0;
  #sinceMs = 0;

  read(pad: PadLike | undefined, nowMs: number): MenuStep | null {
    const step = pad ? stepOf(pad) : null;
    if (step === null) {
      this.#held = null;
      return null;
    }
    const isHeld = step === this.#held;
    if (!isHeld) this.#sinceMs = nowMs;
    else if (!isDirection(step) || nowMs - this.#sinceMs > HELD_MAX_MS) return null;
    else if (nowMs < this.#nextMs) return null;
    this.#nextMs = nowMs + (isHeld ? REPEAT_NEXT_MS : REPEAT_FIRST_MS);
    this.#held = step;
    return step;
  }
}

function stepOf(pad: PadLike): MenuStep | null {
  const x = pad.axes[0] ?? 0;
  const y = pad.axes[1] ?? 0;
  if (isDown(pad, PAD.a)) return 'activate';
  if (isDown(pad, PAD.b)) return 'back';
  if (isDown(pad, PAD.start)) return 'menu';
  if (isDown(pad, PAD.up) || y < -STICK_THRESHOLD) return 'up';
  if (isDown(pad, PAD.down) || y > STICK_THRESHOLD) return 'down';
  if (isDown(pad, PAD.left) || x < -STICK_THRESHOLD) return 'left';
  if (isDown(pad, PAD.right) || x > STICK_THRESHOLD) return 'right';
  return null;
}

function isDirection(step: MenuStep): boolean {
  return step !== 'activate' && step !== 'back' && step !== 'menu';
}
