import type { KeyAction } from '../settings/key-bindings.ts';
import { isDown, PAD, type PadLike } from './gamepad.ts';

/** Left shoulder: free while steering, and no thumb has to leave its place. */
const OPEN_BUTTON = 4;

const CROSS = [PAD.up, PAD.right, PAD.down, PAD.left] as const;
const KEYS = ['quick1', 'quick2', 'quick3', 'quick4'] as const satisfies readonly KeyAction[];

export type QuickPadStep = 'open' | (typeof KEYS)[number];

/** Quick chat by gamepad: the shoulder opens it, the cross then chooses, clockwise from the top. */
export class QuickPad {
  #down: ReadonlySet<number> = new Set();

  /** What was pressed just now. The cross counts only while the quick chat is open. */
  read(pad: PadLike | undefined, isOpen: boolean): QuickPadStep | null {
    const before = this.#down;
    const watched = [OPEN_BUTTON, ...CROSS];
    this.#down = new Set(pad ? watched.filter((button) => isDown(pad, button)) : []);
    const pressed = [...this.#down].find((button) => !before.has(button));
    if (pressed === undefined) return null;
    if (pressed === OPEN_BUTTON) return 'open';
    return isOpen ? KEYS[CROSS.indexOf(pressed as (typeof CROSS)[number])]! : null;
  }
}
