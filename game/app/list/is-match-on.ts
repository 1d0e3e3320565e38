import { MATCH, type MatchState, PHASE } from '../../../shared/sim/match-state.ts';

/** Between a kick-off and the last whistle. */
export function isMatchOn({ ints }: Pick<MatchState, 'ints'>): boolean {
  const phase = ints[MATCH.phase]!;
  return phase !== PHASE.warmUp && phase !== PHASE.countdown && phase !== PHASE.end;
}
