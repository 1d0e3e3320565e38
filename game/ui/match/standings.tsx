import { TEAM_SUN } from '../../../shared/sim/team.ts';
import { discLabel } from '../../settings/nickname.ts';
import { BotMark } from '../controls/bot-mark.tsx';
import { Literal } from '../controls/literal.tsx';
import { MuteButton } from '../controls/mute-button.tsx';
import { PingBars } from '../controls/ping-bars.tsx';
import { ScriptMark } from '../controls/script-mark.tsx';
import { usePlayTexts } from '../model/late-texts.ts';
import { useMessages, useUi } from '../model/ui-context.ts';
import type { Deed, StandingsRow, StandingsView } from '../model/view-model.ts';

const DEEDS = ['goals', 'assists', 'saves', 'ownGoals'] as const satisfies readonly Deed[];

/** In the score: opens and closes how everybody stands, where no Tab key is held for it. */
export function StandingsButton() {
  const { model, actions } = useUi();
  const { standings: texts } = usePlayTexts();
  const isOpen = model.standingsOpen.value;
  return (
    <button
      type="button"
      class="off-screen standings-open"
      aria-label={texts.title}
      aria-expanded={isOpen}
      data-testid="standings-open"
      onClick={(event) => {
        // The score around it does the same.
        event.stopPropagation();
        actions.openStandings(!isOpen);
      }}
    />
  );
}

/** Everybody's deeds in this match and in this room, with their pings. */
export function Standings() {
  const { standings } = useUi().model;
  const { standings: texts, record } = usePlayTexts();
  const { result } = useMessages();
  const view = standings.value;
  if (view === null) return null;
  const names = { ...result, ownGoals: record.ownGoals };
  const shorts = { ...result.short, ownGoals: record.ownGoalsShort };
  return (
    <div
      class="standings"
      role="region"
      tabIndex={0}
      aria-label={texts.title}
      data-testid="standings"
    >
      <table class="stats">
        <thead>
          <tr>
            <th scope="col">{result.player}</th>
            {DEEDS.map((deed) => (
              <th key={deed} scope="col">
                <abbr title={names[deed]} aria-hidden="true">
                  {shorts[deed]}
                </abbr>
                <span class="off-screen">{names[deed]}</span>
              </th>
            ))}
            <th scope="col">{texts.ping}</th>
          </tr>
        </thead>
        <tbody>
          {view.rows.map((row) => (
            <Row key={row.id} row={row} hasMore={view.hasMore} />
          ))}
        </tbody>
      </table>
      <Watching view={view} />
      {view.hasMore && <p class="hint standings-note">{texts.inAll}</p>}
    </div>
  );
}

type RowProps = { readonly row: StandingsRow; readonly hasMore: boolean };

function Row({ row, hasMore }: RowProps) {
  const { common, room } = useMessages();
  return (
    <tr class={row.isSelf ? 'stats-self' : ''}>
      <th scope="row">
        <span class="stats-name">
          <span
            class={`disc ${row.team === TEAM_SUN ? 'disc-sun' : 'disc-wave'}`}
            aria-hidden="true"
            translate={false}
          >
            {discLabel(row)}
          </span>
          <MutableName of={row} />
          {row.isSelf && <small>{common.you}</small>}
          {row.isBot && <BotMark />}
          {row.isAway && !row.isBot && <small>{room.away}</small>}
        </span>
      </th>
      {DEEDS.map((deed) => (
        <td key={deed} translate={false}>
          {row.deeds[deed]}
          {hasMore && <small> / {row.sums[deed]}</small>}
        </td>
      ))}
      <td>{row.ping && !row.isAway && <PingBars ping={row.ping} />}</td>
    </tr>
  );
}

type Named = Pick<StandingsRow, 'peer' | 'name' | 'isSelf'>;

/** [N87] A tap on the name of another person mutes that one, another tap takes it back. */
function MutableName({ of: { peer, name, isSelf } }: { readonly of: Named }) {
  const { chat } = useUi();
  if (peer === null || isSelf || !chat.isHere.value) return <Literal>{name}</Literal>;
  return (
    <MuteButton peer={peer} name={name}>
      <Literal>{name}</Literal>
    </MuteButton>
  );
}

function Watching({ view: { watching } }: { readonly view: StandingsView }) {
  const { room, teams } = useMessages();
  if (watching.length === 0) return null;
  return (
    <p class="standings-bench">
      {teams.bench}:
      {watching.map((one, index) => (
        <span key={one.id}>
          {index === 0 ? ' ' : ', '}
          <MutableName of={one} />
          {one.isScript && <ScriptMark isAway={one.isAway} />}
          {one.isAway && !one.isScript && <small> {room.away}</small>}
        </span>
      ))}
    </p>
  );
}
