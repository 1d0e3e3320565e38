import { MATCH, type MatchState, PHASE } from '../match-state.ts';
import { TEAM_SUN, TEAM_WAVE, type Team } from '../team.ts';

/** True where a match ends behind the goal that is on: a limit is reached. With equal scores at full time the next one decides. */
export function isDecided(match: MatchState): boolean {
  const limit = match.ints[MATCH.scoreLimit]!;
  const best = Math.max(match.ints[MATCH.sunScore]!, match.ints[MATCH.waveScore]!);
  return (limit > 0 && best >= limit) || isTimeUp(match);
}

/** [S55] Golden goal: full time ends nothing while the scores are equal. */
export function isTimeUp(match: MatchState): boolean {
  const { ints } = match;
  const limit = ints[MATCH.timeLimitTicks]!;
  if (limit === 0 || ints[MATCH.clock]! < limit) return false;
  return ints[MATCH.sunScore] !== ints[MATCH.waveScore];
}

/** [R49] Whether a match that is over went to its winner by something else than its score. */
export function isAwarded(match: MatchState): boolean {
  const { ints } = match;
  const isOver = ints[MATCH.phase] === PHASE.end;
  return isOver && (!isDecided(match) || ints[MATCH.winner] !== teamAhead(match));
}

/** The team that won by a score that decides; with equal scores it says nothing. */
export function teamAhead(match: MatchState): Team {
  const { ints } = match;
  return ints[MATCH.sunScore]! > ints[MATCH.waveScore]! ? TEAM_SUN : TEAM_WAVE;
}
