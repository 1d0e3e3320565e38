import { useFirstFocus } from '../controls/use-first-focus.ts';
import { useReplaysTexts } from '../model/late-texts.ts';
import type { WatchView } from '../model/replays-model.ts';
import { ReplayIcon } from './replay-icon.tsx';
import { useClipPainter } from './use-clip-painter.ts';

type ClipProps = { readonly view: WatchView };

/** [V36] Records what was chosen, else what a link to the moment would show. */
export function ClipButton({ view }: ClipProps) {
  const texts = useReplaysTexts().clip;
  const paintOver = useClipPainter();
  const label = view.range.value ? texts.makeChosen : texts.make;
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={label}
      title={label}
      disabled={view.clip.value === 'saving'}
      onClick={() => view.toggleClip(paintOver)}
      data-testid="watch-clip"
    >
      <ReplayIcon name="video" />
    </button>
  );
}

/** What is left of the buttons while a video is recorded: the pitch has their place. */
export function ClipStop({ view }: ClipProps) {
  const texts = useReplaysTexts().clip;
  const paintOver = useClipPainter();
  const first = useFirstFocus();
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={texts.end}
      title={texts.end}
      onClick={() => view.toggleClip(paintOver)}
      ref={first}
      data-testid="watch-clip-stop"
    >
      <ReplayIcon name="stop" />
    </button>
  );
}

/** Where the video stands. */
export function ClipNote({ view }: ClipProps) {
  const texts = useReplaysTexts().clip;
  const state = view.clip.value;
  return (
    <div class="watch-note" role="status" data-testid="clip-note">
      {state !== 'none' && <p class="card">{texts.states[state]}</p>}
    </div>
  );
}
