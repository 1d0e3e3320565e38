import type { RoomCode } from '../../shared/lobby/ids.ts';
import type { Listing, RoomCard } from '../../shared/lobby/public-room.ts';

/** A card of a room in which nothing is played yet. */
export const QUIET_CARD: RoomCard = {
  teamPlayers: 2,
  players: 1,
  bots: 0,
  spectators: 0,
  match: null,
  map: 'Night Big',
  goalLimit: 3,
  minutes: 5,
  hand: 'keyboard',
};

/** A room of the list as any. */
export function listingOf(
  code: string,
  change: Partial<Listing> = {},
  card: Partial<RoomCard> = {},
): Listing {
  return {
    code: code as RoomCode,
    title: null,
    host: 'Ana',
    members: 1,
    max: 10,
    password: false,
    locked: false,
    knock: false,
    spectators: true,
    relayOnly: false,
    card: { ...QUIET_CARD, ...card },
    ...change,
  };
}
