import { TICK_RATE } from '../../../shared/sim/tick.ts';
import { favouriteMap, type Tally } from '../../settings/player-record.ts';
import { Button } from '../controls/button.tsx';
import { Literal } from '../controls/literal.tsx';
import type { ReplaysView } from '../model/replays-model.ts';
import { useReplaysTexts } from '../model/late-texts.ts';

const COLUMNS = ['matches', 'wins', 'goals', 'assists', 'saves', 'bestStreak'] as const;
const TICKS_A_MINUTE = 60 * TICK_RATE;

/** [V18] What this person did in all matches of this browser, folded away until it is asked for. */
export function RecordCard({ view }: { readonly view: ReplaysView }) {
  const { record: texts, undo } = useReplaysTexts();
  const record = view.record.value;
  const { people, bots } = record;
  const matches = people.matches + bots.matches;
  const favourite = favouriteMap(record);
  if (view.isRecordCleared.value) {
    return (
      <div class="notice replay-removed" role="status">
        <p>{texts.cleared}</p>
        <Button icon="rematch" onClick={view.restoreRecord} testId="record-undo">
          {undo}
        </Button>
      </div>
    );
  }
  if (matches === 0) return null;
  return (
    <details class="record" data-testid="record">
      <summary>
        {texts.title}: {texts.summary(matches, people.wins + bots.wins)}
      </summary>
      <div class="stats-scroll" role="region" aria-label={texts.title} tabIndex={0}>
        <table class="stats">
          <thead>
            <tr>
              <th scope="col">{texts.against}</th>
              {COLUMNS.map((column) => (
                <th key={column} scope="col">
                  {texts[column]}
                </th>
              ))}
              <th scope="col">{texts.time}</th>
            </tr>
          </thead>
          <tbody>
            <Line name={texts.people} tally={people} />
            <Line name={texts.bots} tally={bots} />
          </tbody>
        </table>
      </div>
      <p class="row record-foot">
        {favourite !== '' && (
          <span class="hint">
            {texts.favourite}: <Literal>{favourite}</Literal>
          </span>
        )}
        <Button kind="quiet" icon="download" onClick={view.saveRecord} testId="record-save">
          {texts.save}
        </Button>
        <Button kind="quiet" icon="trash" onClick={view.clearRecord} testId="record-clear">
          {texts.clear}
        </Button>
      </p>
    </details>
  );
}

type LineProps = { readonly name: string; readonly tally: Tally };

function Line({ name, tally }: LineProps) {
  const { record: texts } = useReplaysTexts();
  const minutes = Math.round(tally.ticks / TICKS_A_MINUTE);
  return (
    <tr>
      <th scope="row">{name}</th>
      {COLUMNS.map((column) => (
        <td key={column}>{tally[column]}</td>
      ))}
      <td>{texts.hours(Math.floor(minutes / 60), minutes % 60)}</td>
    </tr>
  );
}
