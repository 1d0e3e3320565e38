import type { PeerId } from '../../base/peer-id.ts';

/** Who is believed to be the sequencer, and the number of its reign. Shared by all parts of a peer. */
export type Reign = { term: number; sequencer: PeerId };

export type TermAnswer =
  | 'granted'
  /** That term or a later one is somebody else's. */
  | 'taken'
  /** Somebody who may know more is there. */
  | 'refused'
  | 'unreachable';

export type TermClaim = {
  readonly term: number;
  /** Those of `electorate` who want the asking peer. */
  readonly voters: readonly PeerId[];
  readonly electorate: readonly PeerId[];
  /**
   * Present members of whom the asking peer does not know what they hold: they may be alive elsewhere.
   * Null when it only wants its reign on record.
   */
  readonly missing: readonly PeerId[] | null;
  /** It waited long enough for them. */
  readonly insists: boolean;
};

/**
 * Gives each term to one peer only; the lobby does. With a refusal comes the newest term that was
 * given, so that the next one can be tried.
 */
export interface TermAuthority {
  claim(claim: TermClaim, answer: (outcome: TermAnswer, newestTerm?: number) => void): void;
}
