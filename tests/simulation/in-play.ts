import { MATCH, type MatchState, PHASE } from '../../shared/sim/match-state.ts';

/** A match is on, and its countdown is over. */
export function isInPlay({ ints }: MatchState): boolean {
  return ints[MATCH.phase] !== PHASE.warmUp && ints[MATCH.phase] !== PHASE.countdown;
}
