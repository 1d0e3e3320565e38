/**
 * Somebody who is away keeps the seat for so long: in the match, in the lobby's room, and whoever is
 * away tries to come back at least as long.
 */
export const SEAT_KEPT_MS = 90_000;
