import type { Brand } from '../base/brand.ts';

/** Number of fixed steps since the room was made. */
export type Tick = Brand<number, 'Tick'>;

/** Ticks per second. */
export const TICK_RATE = 60;

/** Length of a tick in milliseconds. */
export const TICK_MS = 1000 / TICK_RATE;

/** Brands a number that is known to be a tick. */
export function toTick(value: number): Tick {
  return value as Tick;
}
