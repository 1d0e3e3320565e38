import {
  INPUT_DOWN,
  INPUT_KICK,
  INPUT_LEFT,
  INPUT_RIGHT,
  INPUT_UP,
  type InputBits,
  toInputBits,
} from '../../shared/sim/input.ts';

/** Clockwise, so that a quarter turn is one step. */
const CLOCKWISE = [INPUT_UP, INPUT_RIGHT, INPUT_DOWN, INPUT_LEFT] as const;

/**
 * Turns directions of the screen into directions of the pitch.
 *
 * @param quarterTurns clockwise turns by which the pitch is drawn
 */
export function rotateInput(bits: InputBits, quarterTurns: number): InputBits {
  let turned = bits & INPUT_KICK;
  for (let index = 0; index < 4; index += 1) {
    if ((bits & CLOCKWISE[index]!) !== 0) turned |= CLOCKWISE[(index - quarterTurns + 8) % 4]!;
  }
  return toInputBits(turned);
}
