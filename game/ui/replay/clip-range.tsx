import { TICK_RATE } from '../../../shared/sim/tick.ts';
import { Icon } from '../controls/icon.tsx';
import { useReplaysTexts } from '../model/late-texts.ts';
import { LINK_SECONDS, type WatchView } from '../model/replays-model.ts';
import { clockOf } from './clock.ts';

type RangeProps = { readonly view: WatchView };

/** [V70] Two buttons: the part for a link or a video begins, or ends, where the replay stands. */
export function MarkRange({ view }: RangeProps) {
  const texts = useReplaysTexts().clip;
  const marks = [
    ['from', '[', texts.from, 'I'],
    ['to', ']', texts.to, 'O'],
  ] as const;
  return (
    <>
      {marks.map(([edge, sign, label, key]) => (
        <button
          key={edge}
          type="button"
          class="icon-button watch-mark"
          aria-label={label}
          aria-keyshortcuts={key}
          title={`${label} (${key})`}
          onClick={() => view.mark(edge)}
          data-testid={`watch-mark-${edge}`}
        >
          <span aria-hidden="true" translate={false}>
            {sign}
          </span>
        </button>
      ))}
    </>
  );
}

/** What was chosen, and the way back to choosing nothing. */
export function RangeNote({ view }: RangeProps) {
  const texts = useReplaysTexts().clip;
  const range = view.range.value;
  return (
    <div class="watch-range">
      <span role="status" data-testid="range-note">
        {range && texts.chosen(clockOf(range.from), clockOf(range.to), secondsOf(range))}
        {range && secondsOf(range) > LINK_SECONDS && ` ${texts.linkIsShorter}`}
      </span>
      {range && (
        <button
          type="button"
          class="icon-button"
          aria-label={texts.forget}
          title={texts.forget}
          onClick={view.forgetRange}
          data-testid="range-forget"
        >
          <Icon name="close" />
        </button>
      )}
    </div>
  );
}

/** [V70] Where it lies on the slider. */
export function RangeBand({ view }: RangeProps) {
  const range = view.range.value;
  if (!range) return null;
  const percent = (ticks: number): string => `${(ticks / view.length) * 100}%`;
  return (
    <div class="highlights-range" aria-hidden="true">
      <span style={{ left: percent(range.from), width: percent(range.to - range.from) }} />
    </div>
  );
}

function secondsOf({ from, to }: NonNullable<WatchView['range']['value']>): number {
  return Math.round((to - from) / TICK_RATE);
}
