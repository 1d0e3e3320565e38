import { assert } from '../../shared/base/assert.ts';
import { type Members, NO_MEMBERS, includes, only } from '../../shared/consensus/members.ts';
import { PAGE_NUMBERS } from '../../shared/base/room-limits.ts';
import type { LobbySeat, RoomRecord } from '../store/room-store.ts';

type PageOfSeat = Pick<LobbySeat, 'session' | 'pageNumber'>;
type PageCounts = Pick<RoomRecord, 'nextSession' | 'endedPages'>;

/**
 * [L87] What a page is called that takes a seat, and what the room counts then: the page that holds it
 * already goes on, any other begins a session and ends that of the page before.
 */
export function numberPage(
  room: RoomRecord,
  own: LobbySeat | undefined,
  page: string,
  named: Members,
): PageOfSeat & PageCounts {
  const { nextSession, endedPages } = room;
  if (own?.page === page) {
    const { session, pageNumber } = own;
    return { session, pageNumber, nextSession, endedPages };
  }
  const pageNumber = nextPageNumber(room, named);
  const ended = own === undefined ? endedPages : endPage(endedPages, own.pageNumber);
  return {
    session: nextSession,
    pageNumber,
    nextSession: nextSession + 1,
    endedPages: ended.filter((number) => number !== pageNumber),
  };
}

/**
 * [L87] The number of the next page: one that was never given, else the one whose page has been over for
 * longest. One that the witness may still know another page by comes last.
 */
export function nextPageNumber(
  { seats, endedPages }: Pick<RoomRecord, 'seats' | 'endedPages'>,
  named: Members,
): number {
  const taken = new Set([...seats.map(({ pageNumber }) => pageNumber), ...endedPages]);
  const all = Array.from({ length: PAGE_NUMBERS }, (_, number) => number);
  const fresh = all.filter((number) => !taken.has(number));
  const free = [...fresh, ...endedPages];
  const next = free.find((number) => !includes(named, number)) ?? free[0];
  assert(next !== undefined, 'there are more numbers than members');
  return next;
}

/** [L88] The session of the page with this number is over. */
export function endPage(endedPages: readonly number[], pageNumber: number): readonly number[] {
  return [...endedPages, pageNumber];
}

/** [L88] The pages of this room that are over, as the consensus has sets. */
export function endedIn({ endedPages }: Pick<RoomRecord, 'endedPages'>): Members {
  return endedPages.reduce((pages, number) => pages | only(number), NO_MEMBERS);
}
