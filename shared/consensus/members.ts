import { assert } from '../base/assert.ts';
import { PAGE_NUMBERS } from '../base/room-limits.ts';

/**
 * The number of one page session in the room, 0 … 30. A page that was loaded anew has lost its memory,
 * so it comes back under another number. A number that is over goes to a new page after as many others
 * as there can be.
 */
export type PageNumber = number;

/** A set of pages as bits: a quorum is counted for each packet, and that shall cost nothing. */
export type Members = number;

export const PAGES_MAX = PAGE_NUMBERS;
export const NOBODY: PageNumber = -1;
export const NO_MEMBERS: Members = 0;

/** The set that holds this page alone. */
export function only(page: PageNumber): Members {
  assert(page >= 0 && page < PAGES_MAX, `page ${page} is within 0 … ${PAGES_MAX - 1}`);
  return 1 << page;
}

/** Whether a page is in the set; nobody never is. */
export function includes(members: Members, page: PageNumber): boolean {
  return page >= 0 && page < PAGES_MAX && ((members >>> page) & 1) === 1;
}

/** How many there are. */
export function countMembers(members: Members): number {
  let rest = members;
  let count = 0;
  for (; rest !== 0; count++) rest &= rest - 1;
  return count;
}
