import { type PageNumber, only } from './members.ts';
import { type PeerState, startPeer, startSequencer } from './peer-state.ts';
import { uncleanTerm } from './term-state.ts';

/**
 * [C15] A page that goes on from a world that it kept, where no other has one: a lineage of its own
 * behind `term`, whose first tick is the one at `at`.
 */
export function resumeRoom(page: PageNumber, at: number, term: number, nowMs: number): PeerState {
  const next = uncleanTerm(term, page);
  const mark = { at, term: next, members: only(page) };
  return {
    ...startPeer(page, nowMs),
    terms: { term: next, votedFor: page, sequencer: page },
    role: startSequencer(nowMs),
    log: { base: at, commit: at + 1, end: at + 1, marks: [mark] },
  };
}
