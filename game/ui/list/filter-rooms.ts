import type { RoomCode } from '../../../shared/lobby/ids.ts';
import type { Listing } from '../../../shared/lobby/public-room.ts';
import type { PublicRoom, WayView } from '../model/public-rooms-model.ts';

export type RoomFilters = {
  readonly text: string;
  /** Players of a team; null: any. */
  readonly teamPlayers: number | null;
  /** Milliseconds; null: any. A way that was not measured is not above it. */
  readonly pingBelow: number | null;
  readonly hidesFull: boolean;
  readonly hidesClosed: boolean;
};

export const ALL_ROOMS: RoomFilters = {
  text: '',
  teamPlayers: null,
  pingBelow: null,
  hidesFull: false,
  hidesClosed: false,
};

/** Why a room cannot be joined just now; null when it can be tried. */
export function whatIsShut({ locked, members, max }: Listing): 'locked' | 'full' | null {
  if (locked) return 'locked';
  return members >= max ? 'full' : null;
}

/** The rooms to show: open ones first, those with most players before others, else as they came. */
export function filterRooms(
  rooms: readonly PublicRoom[],
  ways: ReadonlyMap<RoomCode, WayView>,
  filters: RoomFilters,
): readonly PublicRoom[] {
  const wanted = fold(filters.text);
  const shown = rooms.filter(({ listing }) => {
    const { title, host, card, code } = listing;
    const way = ways.get(code);
    const shut = whatIsShut(listing);
    const isFar =
      filters.pingBelow !== null && way?.state === 'measured' && way.ms >= filters.pingBelow;
    return (
      !isFar &&
      (filters.teamPlayers === null || card.teamPlayers === filters.teamPlayers) &&
      !(filters.hidesFull && shut === 'full') &&
      !(filters.hidesClosed && (shut === 'locked' || listing.password)) &&
      fold(`${title ?? ''} ${host} ${card.map ?? ''}`).includes(wanted)
    );
  });
  return shown.sort((a, b) => rank(b) - rank(a));
}

/** [L188] All who have a place in one of these rooms, to play or to watch. */
export function countPeople(rooms: readonly PublicRoom[]): number {
  return rooms.reduce((people, { listing }) => people + listing.members, 0);
}

/** Seconds on the display of its match now; null while none is on. */
export function clockOf({ listing, heardMs }: PublicRoom, nowMs: number): number | null {
  const { match } = listing.card;
  if (match === null) return null;
  return Math.max(0, match.clockS + match.clockStep * Math.floor((nowMs - heardMs) / 1000));
}

function rank({ listing }: PublicRoom): number {
  return (whatIsShut(listing) === null ? 100 : 0) + listing.card.players;
}

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();
}
