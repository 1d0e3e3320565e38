import { assert } from '../base/assert.ts';
import { NOBODY, type PageNumber } from './members.ts';

/**
 * The low five bits of a term name its lineage: `CLEAN`, or the page that began it by an unclean
 * election. So two parts of a room that went on without a quorum never share a term, and a peer sees
 * by its number that what it holds as final may not be final there.
 */
const LINEAGES = 32;
const CLEAN = 31;

/** The term in which a room is founded. */
export const FIRST_TERM = LINEAGES + CLEAN;
/** [C19] No room lives to see a later one, and a number of 32 bits has place for more. */
export const TERM_MAX = 0x4000_0000;
/** Of a peer that knows no room yet. */
export const NO_TERM = CLEAN;

/** [C1] The one place in which a peer keeps its term: it outlives every role and only goes up. */
export type TermState = {
  term: number;
  votedFor: PageNumber;
  /** The sequencer of this term, once it is known. */
  sequencer: PageNumber;
};

/** What a term is to the own one. */
export type TermOrder = 'older' | 'same' | 'newer';

/** [C1] The first thing that happens to any message. */
export function compareTerms(own: number, theirs: number): TermOrder {
  if (theirs === own) return 'same';
  return theirs < own ? 'older' : 'newer';
}

/** The term after this one, in the same lineage. */
export function nextTerm(term: number): number {
  return term + LINEAGES;
}

/** [C20] The first term of the own lineage behind another, of whatever lineage. */
export function termBehind(own: number, other: number): number {
  return own + Math.max(countOf(other) + 1 - countOf(own), 1) * LINEAGES;
}

/** Which term of the room it is, counted from 1: for people and figures. */
export function countOf(term: number): number {
  return Math.floor(term / LINEAGES);
}

/** [C15] A later term in a lineage of its own. */
export function uncleanTerm(term: number, page: PageNumber): number {
  return (Math.floor(term / LINEAGES) + 1) * LINEAGES + page;
}

/** Whether what is final in one of these terms is final in the other. */
export function isSameLineage(a: number, b: number): boolean {
  return a % LINEAGES === b % LINEAGES;
}

/**
 * [C24] Which of two lineages goes before the other where as many follow each: the clean one, then that of
 * the lower page. Lower is first.
 */
export function rankOfLineage(term: number): number {
  return term % LINEAGES === CLEAN ? -1 : term % LINEAGES;
}

/** Goes on in a newer term, in which nobody has the own vote yet. */
export function adoptTerm(state: TermState, term: number): void {
  assert(term > state.term, `term ${state.term} never falls to ${term}`);
  state.term = term;
  state.votedFor = NOBODY;
  state.sequencer = NOBODY;
}

/** [C5] Whether the vote of this term is free, or this candidate's already. */
export function isVoteFree(votedFor: PageNumber, candidate: PageNumber): boolean {
  return votedFor === NOBODY || votedFor === candidate;
}

/** Gives the vote of this term. */
export function castVote(state: TermState, candidate: PageNumber): void {
  state.votedFor = candidate;
}

/** Remembers whose term this is. */
export function followSequencer(state: TermState, sequencer: PageNumber): void {
  assert(state.sequencer === NOBODY || state.sequencer === sequencer, 'a term has one sequencer');
  state.sequencer = sequencer;
}
