import { TEAM_SUN, TEAM_WAVE } from '../../../shared/sim/team.ts';
import { TICK_RATE } from '../../../shared/sim/tick.ts';
import { Icon } from '../controls/icon.tsx';
import { Literal } from '../controls/literal.tsx';
import { TeamMark } from '../controls/team-mark.tsx';
import type { ReplayLine, ReplaysView } from '../model/replays-model.ts';
import type { ReplaysTexts } from '../../i18n/en/late/en-replays.ts';
import { tagOf } from '../../i18n/language.ts';
import { useReplaysTexts } from '../model/late-texts.ts';
import { useUi } from '../model/ui-context.ts';
import { useShownName } from '../model/use-shown-name.ts';
import { clockOf } from './clock.ts';
import { ReplayIcon } from './replay-icon.tsx';

export type ReplayLineProps = { readonly line: ReplayLine; readonly view: ReplaysView };

/** One match: a button that shows it, and what else can be done with it. */
export function ReplayLineView({ line, view }: ReplayLineProps) {
  const texts = useReplaysTexts();
  const { language } = useUi().texts;
  const { id, problem, isStarred } = line;
  const said = nameOf(texts, line, useShownName());
  const when = new Intl.DateTimeFormat(tagOf(language.value), {
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  return (
    <li class="replay-line" data-testid="replay-line">
      <button
        type="button"
        class="replay-watch"
        onClick={() => view.watch(id)}
        data-testid="replay-watch"
      >
        <span class="replay-when">
          <Icon name="play" />
          <span class="off-screen">{texts.watch}: </span>
          {when.format(line.savedAtMs)}
        </span>
        <span class="replay-teams">
          <Team names={line.sun} team={TEAM_SUN} />
          <b class="replay-score" translate={false}>
            {line.sunScore}–{line.waveScore}
          </b>
          <Team names={line.wave} team={TEAM_WAVE} />
        </span>
        <span class="replay-map">
          {line.map !== '' && <Literal>{line.map}</Literal>}
          <small>{clockOf(line.seconds * TICK_RATE)}</small>
        </span>
        {problem !== null && (
          <small class="replay-problem">
            {problem === 'other-version' || problem === 'other-format'
              ? texts.oldVersion
              : texts.damaged}
          </small>
        )}
        {!line.isSaved && <small class="replay-problem">{texts.unsaved}</small>}
      </button>
      <span class="replay-tools">
        <button
          type="button"
          class="icon-button replay-star"
          aria-label={`${texts.star}: ${said}`}
          title={texts.star}
          aria-pressed={isStarred}
          onClick={() => void view.star(id, !isStarred)}
          data-testid="replay-star"
        >
          <ReplayIcon name="star" />
        </button>
        <button
          type="button"
          class="icon-button"
          aria-label={`${texts.save}: ${said}`}
          title={texts.save}
          onClick={() => view.save(id)}
          data-testid="replay-save"
        >
          <Icon name="download" />
        </button>
        <button
          type="button"
          class="icon-button"
          aria-label={`${texts.remove}: ${said}`}
          title={texts.remove}
          onClick={() => void view.remove(id)}
          data-testid="replay-remove"
        >
          <Icon name="trash" />
        </button>
      </span>
    </li>
  );
}

function Team({ names, team }: { readonly names: readonly string[]; readonly team: 1 | 2 }) {
  const texts = useReplaysTexts();
  const shownName = useShownName();
  return (
    <span class="replay-team">
      <TeamMark team={team} />
      <Literal>{names.length === 0 ? texts.nobody : names.map(shownName).join(', ')}</Literal>
    </span>
  );
}

/** What a match is called in a sentence; `shownName` says how its players are called here. */
export function nameOf(
  texts: ReplaysTexts,
  { sun, wave, sunScore, waveScore }: ReplayLine,
  shownName: (name: string) => string,
): string {
  const [left, right] = [sun, wave].map((names) => names.map(shownName).join(', ') || texts.nobody);
  return `${texts.versus(left!, right!)}, ${sunScore}–${waveScore}`;
}
