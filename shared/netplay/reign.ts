import type { PeerId } from '../base/peer-id.ts';

/** Who is believed to be the sequencer, and the number of its reign. Shared by all parts of a peer. */
export type Reign = { term: number; sequencer: PeerId };

export type TermAnswer =
  | 'granted'
  /** Somebody else reigns, or the old sequencer is still there. */
  | 'refused'
  | 'unreachable';

/**
 * Gives each term to one peer only; the lobby does. `votes` of `electorate` want the asking peer. With
 * a refusal comes the newest term that was given, so that the next one can be tried.
 */
export interface TermAuthority {
  claim(
    term: number,
    votes: number,
    electorate: number,
    answer: (outcome: TermAnswer, newestTerm?: number) => void,
  ): void;
}
