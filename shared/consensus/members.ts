import { assert } from '../base/assert.ts';
import { PAGE_NUMBERS } from '../base/room-limits.ts';

/**
 * The number of one page session in the room, 0 … 30. A page that was loaded anew has lost its memory,
 * so it comes back under another number. A number that is over goes to a new page after as many others
 * as there can be.
 */
export type Slot = number;

/** A set of slots as bits: a quorum is counted for each packet, and that shall cost nothing. */
export type Members = number;

export const SLOTS_MAX = PAGE_NUMBERS;
export const NOBODY: Slot = -1;
export const NO_MEMBERS: Members = 0;

/** The set that holds this slot alone. */
export function only(slot: Slot): Members {
  assert(slot >= 0 && slot < SLOTS_MAX, `slot ${slot} is within 0 … ${SLOTS_MAX - 1}`);
  return 1 << slot;
}

/** Whether a slot is in the set; nobody never is. */
export function includes(members: Members, slot: Slot): boolean {
  return slot >= 0 && slot < SLOTS_MAX && ((members >>> slot) & 1) === 1;
}

/** How many there are. */
export function countMembers(members: Members): number {
  let rest = members;
  let count = 0;
  for (; rest !== 0; count++) rest &= rest - 1;
  return count;
}
