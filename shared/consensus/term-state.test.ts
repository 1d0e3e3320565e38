import { expect, test } from 'vitest';
import {
  FIRST_TERM,
  adoptTerm,
  compareTerms,
  followSequencer,
  isSameLineage,
  isVoteFree,
  nextTerm,
  uncleanTerm,
} from './term-state.ts';

test('[C1] a term is older, the same or newer', () => {
  expect(compareTerms(95, 63)).toBe('older');
  expect(compareTerms(95, 95)).toBe('same');
  expect(compareTerms(95, 127)).toBe('newer');
});

test('[C1] a term never falls, and begins without a vote', () => {
  const state = { term: 95, votedFor: 2, sequencer: 2 };
  expect(() => adoptTerm(state, 95)).toThrow('never falls');
  adoptTerm(state, 127);
  expect(state).toEqual({ term: 127, votedFor: -1, sequencer: -1 });
});

test('[C5] a term has one sequencer and one vote', () => {
  const state = { term: 95, votedFor: 2, sequencer: 2 };
  expect(() => followSequencer(state, 1)).toThrow('one sequencer');
  expect([isVoteFree(-1, 1), isVoteFree(1, 1), isVoteFree(2, 1)]).toEqual([true, true, false]);
});

test('[C15] two that go on without a quorum never share a term, nor one with an election', () => {
  const [elected, one, two] = [
    nextTerm(FIRST_TERM),
    uncleanTerm(FIRST_TERM, 1),
    uncleanTerm(FIRST_TERM, 2),
  ];
  expect(new Set([elected, one, two]).size).toBe(3);
  expect(Math.min(elected, one, two)).toBeGreaterThan(FIRST_TERM);
  expect(isSameLineage(FIRST_TERM, elected)).toBe(true);
  expect(isSameLineage(one, two)).toBe(false);
  expect(isSameLineage(one, nextTerm(one))).toBe(true);
});
