import { EVENT, type MatchEvent } from '../../../shared/sim/events.ts';
import { isDecided } from '../../../shared/sim/match/is-decided.ts';
import type { MatchState } from '../../../shared/sim/match-state.ts';
import type { GoalNews } from '../../ui/model/view-model.ts';

/**
 * [V58] Kilometres an hour that a unit per tick is said to be: a unit of the map is 4.6 cm then, a player's disc
 * 1.4 m wide and the classic pitch 34 m long, as one for five a side.
 */
const KMH = 10;

/** What is known of a goal once it is certain; null of other events. */
export function goalNewsOf({ kind, strength }: MatchEvent, match: MatchState): GoalNews | null {
  if (kind !== EVENT.goal) return null;
  return { kmh: Math.round(strength * KMH), isLast: isDecided(match) };
}
