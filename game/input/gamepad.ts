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
  /** The left trigger: to talk. */
  talk: 6,
  back: 8,
  start: 9,
  up: 12,
  down: 13,
  left: 14,
  right: 15,
} as const;

/** A, X and both right shoulder buttons: whichever lies best in the hand. */
const KICK_BUTTONS = [PAD.a, PAD.x, 5, 7] as const;

/** Turns a pad into the buttons of the game. */
export class GamepadReader {
  readonly #stick = new EightWay();
  #kicksDown = 0;
  /** Presses so far, of whichever button. */
  kicks = 0;

  /** @param isCrossFree false while the cross is used for something else */
  read(pad: PadLike | undefined, deadZone: number, isCrossFree = true): InputBits {
    if (!pad) {
      this.#kicksDown = 0;
      return NEUTRAL_INPUT;
    }
    let bits = this.#stick.read(pad.axes[0] ?? 0, pad.axes[1] ?? 0, deadZone);
    if (isCrossFree) bits |= readCross(pad);
    if (this.#readKick(pad)) bits |= INPUT_KICK;
    return toInputBits(bits);
  }

  #readKick(pad: PadLike): boolean {
    let down = 0;
    for (let index = 0; index < KICK_BUTTONS.length; index += 1) {
      if (!isDown(pad, KICK_BUTTONS[index]!)) continue;
      down |= 1 << index;
      if ((this.#kicksDown & (1 << index)) === 0) this.kicks += 1;
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
