import { countOf } from '../../shared/consensus/term-state.ts';
import type { RoomState } from '../../shared/room/room-state.ts';

/** Which term of the room it is, counted from 1. */
export function countTerms({ term, pages }: Pick<RoomState, 'term' | 'pages'>): number {
  return pages === 0 ? term : countOf(term);
}
