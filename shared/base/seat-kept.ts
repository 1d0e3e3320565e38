/**
 * Somebody who is away keeps the seat for so long: in the match, in the lobby's room, and whoever is
 * away tries to come back at least as long.
 */
export const SEAT_KEPT_MS = 90_000;

/**
 * A room that only waits for somebody who is away is kept for so long: ten minutes in which a phone may
 * sleep, and one more until its network is up again and the lobby hears of it.
 */
export const ROOM_KEPT_MS = 11 * 60_000;
