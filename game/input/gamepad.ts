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
export const PAD = { a: 0, b: 1, x: 2, start: 9, up: 12, down: 13, left: 14, right: 15 } as const;

/** A, X and both right shoulder buttons: whichever lies best in the hand. */
const KICK_BUTTONS = [PAD.a, PAD.x, 5, 7] as const;

/** Reads pads with the standard mapping; others name their buttons in no known order. */
export class GamepadReader {
  readonly #stick = new EightWay();

  /** @param isCrossFree false while the cross is used for something else */
  read(pads: readonly (PadLike | null)[], deadZone: number, isCrossFree = true): InputBits {
    const pad = findStandardPad(pads);
    if (!pad) return NEUTRAL_INPUT;
    let bits = this.#stick.read(pad.axes[0] ?? 0, pad.axes[1] ?? 0, deadZone);
    if (isCrossFree) bits |= readCross(pad);
    if (KICK_BUTTONS.some((button) => isDown(pad, button))) bits |= INPUT_KICK;
    return toInputBits(bits);
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

export function findStandardPad(pads: readonly (PadLike | null)[]): PadLike | undefined {
  return pads.find((candidate) => candidate?.mapping === 'standard') ?? undefined;
}

export function isDown(pad: PadLike, button: number): boolean {
  return pad.buttons[button]?.pressed === true;
}
