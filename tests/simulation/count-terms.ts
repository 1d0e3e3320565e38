import { countOf } from '../../shared/consensus/term-state.ts';
import type { RoomState } from '../../shared/room/room-state.ts';

/** Which term of the room it is, counted from 1. */
export function countTerms({
  term,
  configuration,
}: Pick<RoomState, 'term' | 'configuration'>): number {
  return configuration === null ? term : countOf(term);
}
