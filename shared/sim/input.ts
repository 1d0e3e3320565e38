import type { Brand } from '../base/brand.ts';

/**
 * The buttons that a player holds in one tick, as bits. Held, not pressed: repeating the last
 * known value is then the best prediction.
 */
export type InputBits = Brand<number, 'InputBits'>;

export const INPUT_UP = 1;
export const INPUT_DOWN = 2;
export const INPUT_LEFT = 4;
export const INPUT_RIGHT = 8;
export const INPUT_KICK = 16;

/** The directions that keys can hold, an eighth of a turn apart: from the right, downwards first. */
export const EIGHT_WAYS = [
  INPUT_RIGHT,
  INPUT_RIGHT | INPUT_DOWN,
  INPUT_DOWN,
  INPUT_DOWN | INPUT_LEFT,
  INPUT_LEFT,
  INPUT_LEFT | INPUT_UP,
  INPUT_UP,
  INPUT_UP | INPUT_RIGHT,
] as const;

/** Width on the wire. One bit is spare. */
export const INPUT_BIT_COUNT = 6;

export const NEUTRAL_INPUT = 0 as InputBits;

/** The bits of an input; others are dropped. */
export function toInputBits(value: number): InputBits {
  return (value & ((1 << INPUT_BIT_COUNT) - 1)) as InputBits;
}
