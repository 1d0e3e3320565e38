/**
 * How many there can be in a room, side by side. In a file of its own: the menu needs them, and none of
 * the other limits.
 *
 * 8 seats < 10 places < 16 members at most < 31 numbers that members can have.
 */

/** Players of a match. */
export const MAX_SEATS = 8;

/**
 * Members of a room that the menu makes: four against four, and two who watch. Everybody holds a link
 * to everybody else.
 */
export const ROOM_PLACES = 10;

/** Members of any room, as far as the lobby lets one be made. */
export const ROOM_MEMBERS_MIN = 2;
export const ROOM_MEMBERS_MAX = 16;

/**
 * Numbers that a member can have, 0 … 30: far more than members, so that none is given out again soon.
 * With the one behind them, by which the sequencer signs, they fill five bits.
 */
export const MEMBER_NUMBERS = 31;

/** Numbers that a page session can have, 0 … 30: a set of them is the bits of one integer. */
export const PAGE_NUMBERS = 31;

/** A member's name, as people count and as bytes travel: four of them for a grapheme on average. */
export const NAME_GRAPHEMES_MAX = 16;
export const NAME_BYTES_MAX = 64;
