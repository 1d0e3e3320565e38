import type { Brand } from '../base/brand.ts';
import { MAX_SEATS } from '../base/room-limits.ts';

/** A player's place in the simulation. Spectators have none. */
export type Seat = Brand<number, 'Seat'>;

/** Every seat in order, for loops: seats are always visited by index. */
export const SEATS: readonly Seat[] = Array.from(
  { length: MAX_SEATS },
  (_, index) => index as Seat,
);

/** Brands a number that is known to be a seat's. */
export function toSeat(value: number): Seat {
  return value as Seat;
}
