/**
 * ms for which a member that is away keeps the seat, in the match and in the lobby's room. Its page tries
 * to come back for at least as long.
 */
export const SEAT_KEPT_MS = 90_000;

/**
 * A room that only waits for somebody who is away is kept for so long: ten minutes in which a phone may
 * sleep, and one more until its network is up again and the lobby hears of it.
 */
export const ROOM_KEPT_MS = 11 * 60_000;
