import { beforeEach, expect, test } from 'vitest';
import type { Mark } from '../../shared/consensus/log.ts';
import type { WitnessAnswer, WitnessRequest } from '../../shared/consensus/messages.ts';
import { FIRST_TERM, nextTerm, uncleanTerm } from '../../shared/consensus/term-state.ts';
import { UNCLEAN_MS, WITNESS_LEASE_MS } from '../../shared/consensus/timing.ts';
import { noteSilence, startWitness } from '../../shared/consensus/witness.ts';
import { WITNESS_TERM_MAX } from '../../shared/lobby/limits.ts';
import { answerGuarded, type GuardedWitness } from './guarded-witness.ts';

const LIFE = 7;
const SECOND_TERM = nextTerm(FIRST_TERM);
const THIRD_TERM = nextTerm(SECOND_TERM);

let guarded: GuardedWitness;
let nowMs: number;

/** Of a room of two, 0 and 1, that 0 sequences. */
beforeEach(() => {
  nowMs = 1000;
  guarded = { state: startWitness(LIFE, nowMs), highestTerm: 0 };
  expect(sync(0, FIRST_TERM, markOf(0b11))).toMatchObject({ type: 'synced' });
});

function markOf(members: number, term = FIRST_TERM, at = 5): Mark {
  return { at, term, members };
}

const tell = (request: WitnessRequest): WitnessAnswer => answerGuarded(guarded, request, nowMs);
const sync = (from: number, term: number, mark: Mark, settledLife = LIFE): WitnessAnswer =>
  tell({ type: 'sync', from, term, mark, settledLife });
const elect = (from: number, term: number, mark = markOf(0b11)): WitnessAnswer =>
  tell({ type: 'elect', from, term, mark });
const refusal = (reason: string, term: number) => ({ type: 'refused', term, reason });

/** The page of the sequencer was asked and does not answer. */
const silence = (): void => noteSilence(guarded.state, guarded.state.votedFor, nowMs);

test('[L89] of two candidates in one term the first has the vote, the other the next term', () => {
  silence();
  expect(elect(1, SECOND_TERM)).toEqual({ type: 'granted', term: SECOND_TERM });
  expect(elect(0, SECOND_TERM)).toMatchObject({ type: 'refused', term: SECOND_TERM });
  silence();
  expect(elect(0, SECOND_TERM)).toEqual(refusal('voted', SECOND_TERM));
  expect(elect(0, THIRD_TERM)).toEqual({ type: 'granted', term: THIRD_TERM });
});

test('[L89] of a tie one half goes on, and the other is refused under the old configuration', () => {
  expect(sync(0, FIRST_TERM, markOf(0b01, FIRST_TERM, 9))).toMatchObject({ type: 'synced', at: 9 });
  nowMs += UNCLEAN_MS;
  const mark = markOf(0b01, FIRST_TERM, 9);
  expect(elect(1, SECOND_TERM)).toEqual({ ...refusal('older-configuration', FIRST_TERM), mark });
});

test('[L89] a sequencer that was heard lately keeps its lease, and no question renews it', () => {
  nowMs += WITNESS_LEASE_MS - 1;
  expect(elect(1, SECOND_TERM)).toEqual(refusal('sequencer-heard', FIRST_TERM));
  nowMs += 1;
  expect(elect(1, SECOND_TERM)).toEqual({ type: 'granted', term: SECOND_TERM });
});

test('[L89] patience runs on the clock of the lobby, whoever says that it waited', () => {
  const request = { type: 'unclean', from: 1, term: uncleanTerm(FIRST_TERM, 1) } as const;
  nowMs += UNCLEAN_MS - 1;
  expect(tell(request)).toEqual(refusal('sequencer-heard', FIRST_TERM));
  nowMs += 1;
  expect(tell(request)).toEqual({ type: 'unclean', term: request.term });
});

test('[L91] a term rises by one at a time, whatever a page says', () => {
  silence();
  const far: readonly WitnessRequest[] = [THIRD_TERM, 1_000_000, WITNESS_TERM_MAX].flatMap(
    (term) => [
      { type: 'ask', from: 1, term, mark: markOf(0b11) } as const,
      { type: 'elect', from: 1, term, mark: markOf(0b11) } as const,
      { type: 'sync', from: 1, term, mark: markOf(0b11, term), settledLife: LIFE } as const,
      { type: 'unclean', from: 1, term } as const,
    ],
  );
  nowMs += UNCLEAN_MS;
  for (const request of far) {
    guarded.highestTerm = FIRST_TERM;
    expect(tell(request)).toEqual(refusal('no-memory', FIRST_TERM));
    expect(guarded.state.term).toBe(FIRST_TERM);
    expect(guarded.highestTerm).toBe(SECOND_TERM);
  }
  expect(elect(1, SECOND_TERM)).toEqual({ type: 'granted', term: SECOND_TERM });
});

test('[L91] members that elected without the lobby catch up, a term with each question', () => {
  const ahead = FIRST_TERM + 4 * (SECOND_TERM - FIRST_TERM);
  silence();
  const answers = Array.from({ length: 4 }, () => sync(1, ahead, markOf(0b11, ahead, 90)).type);
  expect(answers).toEqual(['refused', 'refused', 'refused', 'synced']);
});

test('[L91] while the sequencer is heard nobody takes its term, not even by a sync of a later one', () => {
  const theirs = markOf(0b10, SECOND_TERM, 2 ** 31 - 1);
  for (let i = 0; i < 100; i++) {
    expect(sync(1, SECOND_TERM, theirs)).toEqual(refusal('sequencer-heard', FIRST_TERM));
    expect(sync(1, WITNESS_TERM_MAX, theirs)).toEqual(refusal('sequencer-heard', FIRST_TERM));
  }
  expect(sync(0, FIRST_TERM, markOf(0b11))).toMatchObject({ type: 'synced' });
  expect(guarded).toMatchObject({ highestTerm: FIRST_TERM, state: { term: FIRST_TERM } });
});

test('[L91] a page that is in no configuration forges one in vain, as long as members may come', () => {
  silence();
  const forged = markOf(0b111, FIRST_TERM, 1_000_000);
  const refused = refusal('older-configuration', FIRST_TERM);
  expect(elect(2, SECOND_TERM, forged)).toMatchObject(refused);
  expect(sync(2, SECOND_TERM, forged)).toMatchObject(refused);
  expect(elect(1, SECOND_TERM)).toEqual({ type: 'granted', term: SECOND_TERM });
  nowMs += UNCLEAN_MS;
  expect(elect(2, THIRD_TERM, forged)).toEqual({ type: 'granted', term: THIRD_TERM });
});

test('[L91] a configuration without its page, or of a term that is still to come, is none', () => {
  silence();
  expect(elect(1, SECOND_TERM, markOf(0b01)).type).toBe('refused');
  expect(elect(1, SECOND_TERM, markOf(0b11, THIRD_TERM)).type).toBe('refused');
  expect(sync(0, FIRST_TERM, markOf(0b10)).type).toBe('refused');
});

test('[L91] a liar that got the vote deposes no sequencer: a refused sync names no newer term', () => {
  silence();
  elect(1, SECOND_TERM);
  for (let term = SECOND_TERM; term < 5000; term = nextTerm(term)) {
    expect(sync(1, term, markOf(0b10, term)).type).toBe('synced');
    expect(sync(0, FIRST_TERM, markOf(0b11))).toEqual(refusal('older-term', FIRST_TERM));
  }
  // A page that stands for an election has to learn of it.
  expect(elect(0, SECOND_TERM)).toMatchObject({ type: 'refused', term: guarded.state.term });
});
