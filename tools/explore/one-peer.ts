import { Consensus } from '../../shared/consensus/consensus.ts';
import { makeAck } from '../../shared/consensus/follow.ts';
import { makeAppend } from '../../shared/consensus/leadership.ts';
import { type Log } from '../../shared/consensus/log.ts';
import { type PageNumber, PAGES_MAX, includes } from '../../shared/consensus/members.ts';
import type {
  ConsensusEvent,
  Decision,
  PeerMessage,
  WitnessAnswer,
  WitnessRequest,
} from '../../shared/consensus/messages.ts';
import type { PeerState } from '../../shared/consensus/peer-state.ts';
import type { Rules } from '../../shared/consensus/rules.ts';

/** A clock's jump behind which whatever a peer waits for is over, but not its patience. */
export const LONG_MS = 4_000;
/** The same for its patience. */
export const PATIENCE_MS = 16_000;

export type Envelope =
  | { readonly to: PageNumber; readonly from: PageNumber; readonly message: PeerMessage }
  | { readonly to: 'witness'; readonly from: PageNumber; readonly request: WitnessRequest }
  | { readonly to: PageNumber; readonly from: 'witness'; readonly answer: WitnessAnswer };

/** What one step made of one peer. */
export type Stepped = {
  readonly state: PeerState;
  readonly envelopes: readonly Envelope[];
  /** The terms of the ticks that became final by this step, and the tick of the first. */
  readonly finalFrom: number;
  readonly finalTerms: readonly number[];
  readonly isUnclean: boolean;
  /** An assertion failed, or the peer noticed that two lead a term. */
  readonly failure: string | null;
};

/** By which rules, and how many ticks one append has place for. */
export type StepRules = { readonly rules: Rules; readonly piece: number };

/** Lets one peer take one step, and sends all that it would have to say at once. */
export function stepPeer(
  before: PeerState,
  event: ConsensusEvent,
  jumpMs: number,
  { rules, piece }: StepRules,
): Stepped {
  const state = structuredClone(before);
  const { commit } = before.log;
  try {
    const decisions = new Consensus(state, rules).step(event, jumpMs);
    const rival = decisions.some(({ type }) => type === 'rival');
    return {
      state,
      envelopes: [...toEnvelopes(state.page, decisions), ...replies(state, event, piece)],
      ...listFinal(state.log, commit),
      isUnclean: decisions.some(({ type }) => type === 'unclean'),
      failure: rival ? 'a peer hears two sequencers of one term' : null,
    };
  } catch (error) {
    const failure = error instanceof Error ? error.message : String(error);
    const nothing = { envelopes: [], finalFrom: 0, finalTerms: [], isUnclean: false };
    return { state: before, ...nothing, failure };
  }
}

function toEnvelopes(from: PageNumber, decisions: readonly Decision[]): Envelope[] {
  return decisions.flatMap((decision): Envelope[] => {
    if (decision.type === 'ask-witness') {
      return [{ to: 'witness', from, request: decision.request }];
    }
    if (decision.type !== 'send') return [];
    const { message, to } = decision;
    return pagesOf(to).map((page) => ({ to: page, from, message }));
  });
}

/** What travels with the packets of play. */
function replies(state: PeerState, event: ConsensusEvent, piece: number): Envelope[] {
  const from = state.page;
  if (state.role.state === 'sequencer') {
    return state.role.progress.flatMap((progress, to): Envelope[] => {
      const message = progress && makeAppend(state, to, piece);
      return message ? [{ to, from, message }] : [];
    });
  }
  const to = state.terms.sequencer;
  const isTold = event.type === 'message' && event.from === to;
  return isTold ? [{ to, from, message: makeAck(state) }] : [];
}

function listFinal(log: Log, before: number): Pick<Stepped, 'finalFrom' | 'finalTerms'> {
  const from = Math.max(before, log.marks[0]?.at ?? log.commit);
  const finalTerms = termsOf(log, from).slice(0, Math.max(0, log.commit - from));
  return { finalFrom: from, finalTerms };
}

/** The terms of the ticks from one on, which is not before the first mark. */
export function termsOf(log: Log, from: number): number[] {
  const terms: number[] = [];
  for (let tick = from; tick < log.end; tick++) {
    terms.push(log.marks.findLast(({ at }) => at <= tick)?.term ?? -1);
  }
  return terms;
}

/** A peer as text. When something was counts only within a step: time may pass before any move. */
export function peerKey(state: PeerState): string {
  return JSON.stringify(state, (key, value: unknown) => (key.endsWith('Ms') ? 0 : value));
}

function pagesOf(members: number): PageNumber[] {
  return Array.from({ length: PAGES_MAX }, (_, page) => page).filter((page) =>
    includes(members, page),
  );
}
