import type { Members, PageNumber } from '../../shared/consensus/members.ts';
import type { LastWord } from '../../shared/consensus/peer-state.ts';

/** What nobody in the room knows, and the explorer remembers to judge by. */
export type Ghost = {
  /** Pages that are over. */
  readonly ended: Members;
  /** What those of them said of themselves that had time for a goodbye. */
  readonly lastWords: readonly LastWord[];
  /** The sequencer of each term. */
  readonly sequencers: Readonly<Record<string, PageNumber>>;
  /** The candidate that a peer voted for, by voter and term. */
  readonly votes: Readonly<Record<string, PageNumber>>;
  /** By lineage: of each final tick the term, who held it when it became final, and in which term it did. */
  readonly final: Readonly<Record<string, readonly FinalTick[]>>;
};

export type FinalTick = readonly [term: number, holders: Members, finalIn: number];

export const FIRST_GHOST: Ghost = { ended: 0, lastWords: [], sequencers: {}, votes: {}, final: {} };

/** The same text for the same knowledge, in whatever order it came. */
export function ghostKey({ ended, lastWords, sequencers, votes, final }: Ghost): string {
  return JSON.stringify([ended, lastWords, sorted(sequencers), sorted(votes), sorted(final)]);
}

function sorted(record: Readonly<Record<string, unknown>>): [string, unknown][] {
  return Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));
}
