import type { Messages } from '../../i18n/en/en.ts';
import { TEAM_NONE, TEAM_SUN } from '../../../shared/sim/team.ts';
import { useMessages, useUi } from './ui-context.ts';
import type { ResultView } from './view-model.ts';

/** The team that won, in words. */
export function titleOf({ result, teams }: Messages, winner: ResultView['winner']): string {
  if (winner === TEAM_NONE) return result.draw;
  return result.wins(winner === TEAM_SUN ? teams.sun : teams.wave);
}

/** [R49] That the winner claimed the match; '' where it did not, and until the words are here. */
export function useClaim({ isClaimed, winner }: ResultView): string {
  const { replays } = useUi().texts.late.value;
  const { teams } = useMessages();
  if (!isClaimed || replays === undefined) return '';
  return replays.result.claimed(winner === TEAM_SUN ? teams.sun : teams.wave);
}
