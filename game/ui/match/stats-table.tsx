import { BotMark } from '../controls/bot-mark.tsx';
import { Literal } from '../controls/literal.tsx';
import { TeamMark } from '../controls/team-mark.tsx';
import { usePlayTexts } from '../model/late-texts.ts';
import { useMessages } from '../model/ui-context.ts';
import type { PlayerStats } from '../model/view-model.ts';

/** Own goals only where there was one. */
const COLUMNS = ['goals', 'ownGoals', 'assists', 'saves', 'shots', 'touches'] as const;

/** The statistics of each player, in columns. */
export function StatsTable({ players }: { readonly players: readonly PlayerStats[] }) {
  const { result, common } = useMessages();
  const { record } = usePlayTexts();
  const hasOwn = players.some(({ ownGoals }) => ownGoals > 0);
  const names = { ...result, ownGoals: record.ownGoals };
  const shorts = { ...result.short, ownGoals: record.ownGoalsShort };
  const columns = COLUMNS.filter((column) => hasOwn || column !== 'ownGoals');
  return (
    <div class="stats-scroll" role="region" aria-label={result.player} tabIndex={0}>
      <table class="stats" data-testid="stats">
        <thead>
          <tr>
            <th scope="col">{result.player}</th>
            {columns.map((column) => (
              <th key={column} scope="col" class={`stats-${column}`}>
                <Heading full={names[column]} short={shorts[column]} />
              </th>
            ))}
            <th scope="col">
              <Heading full={result.possession} short={result.short.possession} />
            </th>
          </tr>
        </thead>
        <tbody>
          {players.map((player) => (
            <tr key={player.name} class={player.self ? 'stats-self' : ''}>
              <th scope="row">
                <span class="stats-name">
                  <TeamMark team={player.team} />
                  <Literal>{player.name}</Literal>
                  {player.self && <small>{common.you}</small>}
                  {player.isBot && <BotMark />}
                  {player.isBest && <BestMark />}
                </span>
              </th>
              {columns.map((column) => (
                <td key={column} class={`stats-${column}`}>
                  {player[column]}
                </td>
              ))}
              <td>{player.possession} %</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The star of the one who did most. */
function BestMark() {
  const { best } = usePlayTexts().record;
  return (
    <span class="best-mark" title={best} data-testid="best">
      <span aria-hidden="true">★</span>
      <span class="off-screen">{best}</span>
    </span>
  );
}

/** The whole word where there is room, else its beginning; whoever listens hears the word. */
function Heading({ full, short }: { readonly full: string; readonly short: string }) {
  return (
    <>
      <span class="off-screen">{full}</span>
      <span class="wide-only" aria-hidden="true">
        {full}
      </span>
      <abbr class="narrow-only" title={full} aria-hidden="true">
        {short}
      </abbr>
    </>
  );
}
