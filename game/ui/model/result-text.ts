import { TEAM_SUN, TEAM_WAVE } from '../../../shared/sim/team.ts';
import type { ResultView } from './view-model.ts';

/** Names of the teams, in the reader's language. */
export type TeamNames = { readonly sun: string; readonly wave: string };

/**
 * A result as some lines of text, for a chat elsewhere: score, teams, and who scored how often.
 *
 * @param note behind the score, where that alone did not decide; else ''
 * @returns without markup; names are as their owners wrote them
 */
export function resultText(
  { sun, wave, players }: ResultView,
  teams: TeamNames,
  note: string,
): string {
  const best = players.find(({ isBest }) => isBest);
  const lines = [
    `Peerball: ${teams.sun} ${sun} – ${wave} ${teams.wave}`,
    ...(note === '' ? [] : [note]),
    ...[TEAM_SUN, TEAM_WAVE].map((team) => {
      const own = players.filter((player) => player.team === team);
      const name = team === TEAM_SUN ? teams.sun : teams.wave;
      return `${name}: ${own.map(playerText).join(', ')}`;
    }),
  ];
  return [...lines, ...(best ? [`★ ${best.name}`] : [])].join('\n');
}

/**
 * A name with its goals, and with who had part in others after a plus: `Ana 2`, `Ben 0+1`. Own goals stand behind, in
 * brackets with a minus: `Cy (−1)`.
 */
export function playerText({
  name,
  goals,
  ownGoals,
  assists,
}: Pick<ResultView['players'][number], 'name' | 'goals' | 'ownGoals' | 'assists'>): string {
  const own = ownGoals > 0 ? ` (−${ownGoals})` : '';
  if (assists > 0) return `${name} ${goals}+${assists}${own}`;
  return goals > 0 ? `${name} ${goals}${own}` : `${name}${own}`;
}
