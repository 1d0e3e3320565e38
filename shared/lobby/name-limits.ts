/** In a file of their own: the menu needs them, and none of the other limits. */

export const NAME_GRAPHEMES_MAX = 16;
/** The packets between peers have room for this many (shared/wire/fields.ts). */
export const NAME_BYTES_MAX = 64;
