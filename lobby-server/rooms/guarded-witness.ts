import { includes } from '../../shared/consensus/members.ts';
import type {
  WitnessAnswer,
  WitnessRefusal,
  WitnessRequest,
} from '../../shared/consensus/messages.ts';
import { compareTerms, nextTerm } from '../../shared/consensus/term-state.ts';
import { UNCLEAN_MS, WITNESS_LEASE_MS } from '../../shared/consensus/timing.ts';
import {
  type WitnessRefused,
  type WitnessState,
  answerAsWitness,
  refuse,
} from '../../shared/consensus/witness.ts';

/** The witness of one room, and how far the lobby lets terms go. */
export type GuardedWitness = {
  state: WitnessState;
  /** The highest term that was believed so far, also before the witness lost its memory. */
  highestTerm: number;
};

/** From one term to the next: what lies between are lineages. */
const TERM_STEP = nextTerm(0);

/**
 * [L91] The witness, for pages that may lie. It refuses more than the pure one, and refusing is always
 * safe: a witness that abstains is one that is not there.
 */
export function answerGuarded(
  guarded: GuardedWitness,
  request: WitnessRequest,
  nowMs: number,
): WitnessAnswer {
  const { state } = guarded;
  const reason = refuseFirst(state, request, nowMs);
  if (reason !== null) return tellRefusal(request, refuse(state, reason));
  if (isFarAhead(guarded.highestTerm, request.term)) {
    // Members that elected without the lobby may be ahead of it: asked again, it comes after.
    guarded.highestTerm = nextTerm(guarded.highestTerm);
    return tellRefusal(request, refuse(state, 'no-memory'));
  }
  const answer = answerAsWitness(state, request, nowMs);
  guarded.highestTerm = Math.max(guarded.highestTerm, state.term);
  return answer.type === 'refused' ? tellRefusal(request, answer) : answer;
}

/**
 * [L91] A sequencer is told of no newer term: it has a majority and needs no word of the lobby, or has
 * none and steps down by itself. Else one liar could depose it again and again.
 */
function tellRefusal({ type, term }: WitnessRequest, refused: WitnessRefused): WitnessRefused {
  return type === 'sync' ? { ...refused, term: Math.min(refused.term, term) } : refused;
}

/** [L91] What is refused whatever the terms are. */
function refuseFirst(
  state: WitnessState,
  request: WitnessRequest,
  nowMs: number,
): WitnessRefusal | null {
  if (compareTerms(state.term, request.term) === 'older') return 'older-term';
  const heardAgoMs = nowMs - state.heardMs;
  if (request.type === 'unclean') return heardAgoMs < UNCLEAN_MS ? 'sequencer-heard' : null;
  const { mark, from, term } = request;
  if (mark.term > term || !includes(mark.members, from)) return 'older-configuration';
  const isSequencers = from === state.votedFor;
  // Pages that only watch or have just come can forge a configuration; the members get their chance first.
  const isStranger = state.mark !== null && !includes(state.mark.members, from);
  if (isStranger && !isSequencers && heardAgoMs < UNCLEAN_MS) return 'older-configuration';
  const isLeased = state.votedFor >= 0 && !isSequencers && heardAgoMs < WITNESS_LEASE_MS;
  return isLeased ? 'sequencer-heard' : null;
}

function isFarAhead(highestTerm: number, term: number): boolean {
  return Math.floor(term / TERM_STEP) > Math.floor(highestTerm / TERM_STEP) + 1;
}
