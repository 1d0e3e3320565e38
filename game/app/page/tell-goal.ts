import type { MatchEvent } from '../../../shared/sim/events.ts';
import type { MatchState } from '../../../shared/sim/match-state.ts';
import type { AppModel } from '../app-model.ts';
import { goalNewsOf } from '../hud/goal-news.ts';
import { withGoal } from '../match/goal-times.ts';

/** Tells the display what is known of a goal by now, and the result when it fell. */
export function tellGoal(
  event: MatchEvent,
  match: MatchState,
  { hud, goalTimes, screen }: Pick<AppModel, 'hud' | 'goalTimes' | 'screen'>,
): void {
  hud.goalNews.value = goalNewsOf(event, match) ?? hud.goalNews.value;
  // Replays have goals too, and home.
  if (screen.value.screen === 'match') goalTimes.value = withGoal(goalTimes.value, event, match);
}
