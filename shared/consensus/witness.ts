import { type Mark, isOlderMark } from './log.ts';
import type { WitnessAnswer, WitnessRefusal, WitnessRequest } from './messages.ts';
import { NOBODY, type PageNumber } from './members.ts';
import { compareTerms, isVoteFree } from './term-state.ts';
import { UNCLEAN_MS, WITNESS_LEASE_MS } from './timing.ts';

export type WitnessRefused = Extract<WitnessAnswer, { readonly type: 'refused' }>;

/** What the lobby keeps of a room's consensus. */
export type WitnessState = {
  /** Another number after each loss of memory; never 0. */
  readonly life: number;
  term: number;
  votedFor: PageNumber;
  /** The newest configuration that it took part in; null: it remembers nothing and abstains. */
  mark: Mark | null;
  /** The sequencer of its term was heard. */
  heardMs: number;
};

export type WitnessRules = {
  /** [C8] It takes part in nothing under a configuration that is older than one it knows. */
  readonly isOlderMark: (a: Mark, b: Mark) => boolean;
  /** [C7] One vote a term. */
  readonly isVoteFree: (votedFor: PageNumber, candidate: PageNumber) => boolean;
  /** [C10] After a loss of memory: what makes it take part again. */
  readonly isSettled: (settledLife: number, life: number) => boolean;
  /** [C10] Whether it may take part. */
  readonly hasMemory: (state: WitnessState) => boolean;
  readonly compareTerms: typeof compareTerms;
};

/** [C10] A majority of the members follows this sequencer, and said so after the memory was lost. */
export function isSettled(settledLife: number, life: number): boolean {
  return settledLife === life;
}

/** [C10] It knows the newest configuration that it took part in. */
export function hasMemory({ mark }: WitnessState): boolean {
  return mark !== null;
}

export const WITNESS_RULES: WitnessRules = {
  isOlderMark,
  isVoteFree,
  isSettled,
  hasMemory,
  compareTerms,
};

/** A witness that remembers nothing: of a room that is new to it, or behind a restart. */
export function startWitness(life: number, nowMs: number): WitnessState {
  return { life, term: 0, votedFor: NOBODY, mark: null, heardMs: nowMs };
}

/** The lobby asked the sequencer's page whether it is there, and got no answer. */
export function noteSilence(state: WitnessState, page: PageNumber, nowMs: number): void {
  if (page === state.votedFor) state.heardMs = Math.min(state.heardMs, nowMs - WITNESS_LEASE_MS);
}

/** [C7] Answers one request, and remembers what was decided. */
export function answerAsWitness(
  state: WitnessState,
  request: WitnessRequest,
  nowMs: number,
  rules: WitnessRules = WITNESS_RULES,
): WitnessAnswer {
  const reason = refusalOf(state, request, nowMs, rules);
  if (reason !== null) return refuse(state, reason);
  const { type, term, from } = request;
  if (type === 'ask') return { type: 'would', term };
  state.term = term;
  state.votedFor = from;
  state.heardMs = nowMs;
  if (type === 'unclean') {
    state.mark = null;
    return { type, term };
  }
  if (type === 'elect') return { type: 'granted', term };
  state.mark = request.mark;
  return { type: 'synced', term, at: request.mark.at };
}

/** A page whose configuration is too old learns by which one the room goes on. */
export function refuse({ term, mark }: WitnessState, reason: WitnessRefusal): WitnessRefused {
  const refused = { type: 'refused', term, reason } as const;
  return mark && reason === 'older-configuration' ? { ...refused, mark } : refused;
}

function refusalOf(
  state: WitnessState,
  request: WitnessRequest,
  nowMs: number,
  rules: WitnessRules,
): WitnessRefusal | null {
  const order = rules.compareTerms(state.term, request.term);
  if (order === 'older') return 'older-term';
  const isTaken = order === 'same' && !rules.isVoteFree(state.votedFor, request.from);
  if (isTaken && request.type !== 'ask') return 'voted';
  const heardAgoMs = nowMs - state.heardMs;
  if (request.type === 'unclean') return heardAgoMs < UNCLEAN_MS ? 'sequencer-heard' : null;
  if (!rules.hasMemory(state)) {
    const isSettling = request.type === 'sync' && rules.isSettled(request.settledLife, state.life);
    if (!isSettling) return 'no-memory';
  }
  if (state.mark && rules.isOlderMark(request.mark, state.mark)) return 'older-configuration';
  const isLeased = request.type !== 'sync' && heardAgoMs < WITNESS_LEASE_MS;
  return isLeased && request.from !== state.votedFor ? 'sequencer-heard' : null;
}
