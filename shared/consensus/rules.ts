import { leaseFor } from './timing.ts';
import { type CommitRules, agrees, isOfTerm } from './commit.ts';
import { isNewerLog } from './log.ts';
import type { PeerState } from './peer-state.ts';
import { hasQuorum } from './quorum.ts';
import { compareTerms, isVoteFree } from './term-state.ts';

/**
 * The judgements that safety rests on, each a function of its own. The game plays by `RULES`; the
 * explorer breaks one at a time and has to notice.
 */
export type Rules = CommitRules & {
  readonly compareTerms: typeof compareTerms;
  readonly isVoteFree: typeof isVoteFree;
  readonly isNewerLog: typeof isNewerLog;
  readonly holdsWorld: typeof holdsWorld;
  readonly hearsSequencer: typeof hearsSequencer;
  readonly keepsSuffix: typeof keepsSuffix;
  readonly agreedAfter: typeof agreedAfter;
  readonly mayTakeOver: typeof mayTakeOver;
};

/** [C11] A peer without a world does not vote: it may have voted before it lost its memory. */
export function holdsWorld({ log }: PeerState): boolean {
  return log.marks.length > 0;
}

/** [C6] A peer that hears its sequencer, or is one with a quorum, grants nothing. */
export function hearsSequencer({ terms, role, heardMs, gapMs }: PeerState, nowMs: number): boolean {
  const isServed =
    role.state === 'sequencer' || (role.state === 'follower' && terms.sequencer >= 0);
  return isServed && nowMs - heardMs < leaseFor(gapMs);
}

/**
 * [C9] Whether what is held behind the end of an append stays: with the same last term the logs are
 * the same up to there, and the rest may be final already.
 */
export function keepsSuffix(ownTerm: number, toldTerm: number): boolean {
  return ownTerm === toldTerm;
}

/** [C9] The log is the sequencer's as far as its append went, not as far as the own log goes. */
export function agreedAfter(toldEnd: number, _ownEnd: number): number {
  return toldEnd;
}

/** [C12] The heir of a transfer is elected like everybody else. */
export function mayTakeOver(isElected: boolean, _isTransfer: boolean): boolean {
  return isElected;
}

export const RULES: Rules = {
  hasQuorum,
  agrees,
  isCountable: isOfTerm,
  compareTerms,
  isVoteFree,
  isNewerLog,
  holdsWorld,
  hearsSequencer,
  keepsSuffix,
  agreedAfter,
  mayTakeOver,
};
