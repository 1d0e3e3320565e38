import { EVENT, type MatchEvent } from '../../../shared/sim/events.ts';
import { MATCH, type MatchState, PHASE } from '../../../shared/sim/match-state.ts';
import type { Team } from '../../../shared/sim/team.ts';
import { TICK_RATE } from '../../../shared/sim/tick.ts';
import type { GoalTime } from '../../ui/model/view-model.ts';

/**
 * [V60] When the goals of a match fell, with one more event of it. Behind somebody who comes later there are
 * only those that were seen.
 *
 * @param match as it is by now: the clock stands still behind a goal
 * @returns the same list where the event is about something else
 */
export function withGoal(
  times: readonly GoalTime[],
  { kind, object }: MatchEvent,
  { ints }: MatchState,
): readonly GoalTime[] {
  const clock = ints[MATCH.clock]!;
  if (kind === EVENT.kickOff && clock === 0 && times.length > 0) return [];
  if (kind !== EVENT.goal || ints[MATCH.phase] === PHASE.warmUp) return times;
  const scored = ints[MATCH.sunScore]! + ints[MATCH.waveScore]!;
  const time = { team: object as Team, seconds: Math.floor(clock / TICK_RATE) };
  return scored === 0 ? [] : [...times, time].slice(-scored);
}
