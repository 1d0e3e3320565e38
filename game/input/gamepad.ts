import {
  INPUT_DOWN,
  INPUT_KICK,
  INPUT_LEFT,
  INPUT_RIGHT,
  INPUT_UP,
  type InputBits,
  NEUTRAL_INPUT,
  toInputBits,
} from '../../shared/sim/input.ts';
import { EightWay } from './direction.ts';

/** What is read of a `Gamepad`. */
export type PadLike = {
  readonly mapping: string;
  readonly axes: readonly number[];
  readonly buttons: readonly { readonly pressed: boolean }[];
};

/** Indices in the standard mapping. */
export const PAD = {
  a: 0,
  b: 1,
  x: 2,
  start: 9,
  up: 12,
  down: 13,
  left: 14,
  right: 15,
} as const;

/** Turns a pad into the buttons of the game. */
export class GamepadReader {
  readonly #stick = new EightWay();
  #kicksDown = 0;
  /** Presses so far, of whichever button. */
  kicks = 0;

  /**
   * @param kick the buttons that kick
   * @param isCrossFree false while the cross is used for something else
   */
  read(
    pad: PadLike | undefined,
    deadZone: number,
    kick: readonly number[],
    isCrossFree = true,
  ): InputBits {
    if (!pad) {
      this.#kicksDown = 0;
      return NEUTRAL_INPUT;
    }
    let bits = this.#stick.read(pad.axes[0] ?? 0, pad.axes[1] ?? 0, deadZone);
    if (isCrossFree) bits |= readCross(pad);
    if (this.#readKick(pad, kick)) bits |= INPUT_KICK;
    return toInputBits(bits);
  }

  #readKick(pad: PadLike, kick: readonly number[]): boolean {
    let down = 0;
    for (let index = 0; index < kick.length; index += 1) {
      const bit = 1 << kick[index]!;
      if (!isDown(pad, kick[index]!)) continue;
      down |= bit;
      if ((this.#kicksDown & bit) === 0) this.kicks += 1;
    }
    this.#kicksDown = down;
    return down !== 0;
  }
}

function readCross(pad: PadLike): number {
  let bits = 0;
  if (isDown(pad, PAD.up)) bits |= INPUT_UP;
  if (isDown(pad, PAD.down)) bits |= INPUT_DOWN;
  if (isDown(pad, PAD.left)) bits |= INPUT_LEFT;
  if (isDown(pad, PAD.right)) bits |= INPUT_RIGHT;
  return bits;
}

/** True while a button of the pad is pressed; a pad without that button has it up. */
export function isDown(pad: PadLike, button: number): boolean {
  return pad.buttons[button]?.pressed === true;
}

/** True while one of some buttons is pressed. */
export function isAnyDown(pad: PadLike, buttons: readonly number[]): boolean {
  for (let index = 0; index < buttons.length; index += 1) {
    if (isDown(pad, buttons[index]!)) return true;
  }
  return false;
}
