import type { KeyAction } from '../settings/key-bindings.ts';
import { isDown, PAD, type PadLike } from './gamepad.ts';

const CROSS = [PAD.up, PAD.right, PAD.down, PAD.left] as const;
const KEYS = ['quick1', 'quick2', 'quick3', 'quick4'] as const satisfies readonly KeyAction[];

export type QuickPadStep = 'open' | (typeof KEYS)[number];

/** Quick chat by gamepad: a button opens it, the cross then chooses, clockwise from the top. */
export class QuickPad {
  #down: ReadonlySet<number> = new Set();

  /**
   * What was pressed just now. The cross counts only while the quick chat is open.
   *
   * @param openers the buttons that open it
   */
  read(pad: PadLike | undefined, isOpen: boolean, openers: readonly number[]): QuickPadStep | null {
    const before = this.#down;
    const watched = [...openers, ...CROSS];
    this.#down = new Set(pad ? watched.filter((button) => isDown(pad, button)) : []);
    const pressed = [...this.#down].find((button) => !before.has(button));
    if (pressed === undefined) return null;
    if (openers.includes(pressed)) return 'open';
    return isOpen ? KEYS[CROSS.indexOf(pressed as (typeof CROSS)[number])]! : null;
  }
}
