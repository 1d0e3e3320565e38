import type { Highlight } from '../../../shared/replay/highlights.ts';
import { TEAM_SUN } from '../../../shared/sim/team.ts';
import type { ReplaysTexts } from '../../i18n/en/late/en-replays.ts';
import type { WatchView } from '../model/replays-model.ts';
import { useReplaysTexts } from '../model/late-texts.ts';
import { useUi } from '../model/ui-context.ts';
import { useShownName } from '../model/use-shown-name.ts';
import { RangeBand } from './clip-range.tsx';
import { clockOf, minutesAndSeconds } from './clock.ts';

/** What a gamepad or a key on the slider goes on by: half a second. */
const STEP_TICKS = 30;

type WatchProps = { readonly view: WatchView };

/** The whole match as a slider, with its goals and saves over it. */
export function Highlights({ view }: WatchProps) {
  const texts = useReplaysTexts();
  const { hud } = useUi().model;
  const position = view.position.value;
  const { length } = view;
  const [minutes, seconds] = minutesAndSeconds(position);
  const percent = Math.floor((view.read.value / length) * 100);
  return (
    <div class="highlights">
      <HighlightList view={view} />
      <RangeBand view={view} />
      <input
        type="range"
        min={0}
        max={length}
        step={STEP_TICKS}
        value={position}
        aria-label={texts.moment}
        aria-valuetext={texts.momentAt(minutes, seconds, hud.sun.value, hud.wave.value)}
        onInput={(event) => view.seek(Number(event.currentTarget.value))}
        data-testid="watch-place"
      />
      <p class="highlights-clock" translate={false} data-testid="watch-clock">
        {clockOf(position)} / {clockOf(length)}
        {percent < 100 && <small> {texts.loadingRest(percent)}</small>}
      </p>
    </div>
  );
}

/** Each can be gone to: a pointer hits it, keys and gamepads have buttons for the next and the last. */
function HighlightList({ view }: WatchProps) {
  const texts = useReplaysTexts();
  const shownName = useShownName();
  const titleOf = (one: Highlight): string => nameOf(texts, { ...one, name: shownName(one.name) });
  return (
    <ul class="highlights-list">
      {view.highlights.value.map((highlight) => (
        <li
          key={`${highlight.kind}-${highlight.position}-${highlight.name}`}
          class={`highlight is-${highlight.kind} ${highlight.team === TEAM_SUN ? 'is-sun' : 'is-wave'}`}
          style={{ left: `${(highlight.position / view.length) * 100}%` }}
          title={`${clockOf(highlight.position)} ${titleOf(highlight)}`}
          data-testid={`highlight-${highlight.kind}`}
        >
          <span class="off-screen">
            {clockOf(highlight.position)} {titleOf(highlight)}
          </span>
        </li>
      ))}
    </ul>
  );
}

function nameOf(texts: ReplaysTexts, { kind, name, isOwnGoal, sun, wave }: Highlight): string {
  if (kind === 'save') return texts.saveOf(name);
  const score = `${sun}–${wave}`;
  return isOwnGoal ? texts.ownGoalOf(name, score) : texts.goalOf(name, score);
}
