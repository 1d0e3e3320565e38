import { useState } from 'preact/hooks';
import { TEAM_SUN, TEAM_WAVE } from '../../../shared/sim/team.ts';
import { TICK_RATE } from '../../../shared/sim/tick.ts';
import { Button } from '../controls/button.tsx';
import { TeamMark } from '../controls/team-mark.tsx';
import { usePitchPlace } from '../controls/use-pitch-place.ts';
import { SettingsButton } from '../controls/settings-button.tsx';
import { GoalCard } from '../match/goal-card.tsx';
import type { WatchView } from '../model/replays-model.ts';
import { useReplaysTexts } from '../model/late-texts.ts';
import { useMessages, useUi } from '../model/ui-context.ts';
import { PageNotices } from '../notices/page-notices.tsx';
import { ClipNote, ClipStop } from './clip-button.tsx';
import { clockOf } from './clock.ts';
import { Highlights } from './highlights.tsx';
import { PlayOn } from './play-on.tsx';
import { ReplayIcon } from './replay-icon.tsx';
import { useFreeCamera } from './use-free-camera.ts';
import { useWatchKeys } from './use-watch-keys.ts';
import { WatchButtons } from './watch-buttons.tsx';

/** A replay on the pitch, with the buttons for it around. */
export function WatchScreen({ view }: { readonly view: WatchView }) {
  const texts = useReplaysTexts();
  const [isBare, setBare] = useState(false);
  const place = usePitchPlace();
  const { moveBy, onPitch } = useFreeCamera(view);
  const isRecording = view.clip.value === 'recording';
  const toggleBare = (): void => setBare((now) => !now);
  useWatchKeys(view, toggleBare, moveBy);
  return (
    <main class="screen watch" data-bare={isBare} data-testid="watch">
      <h1 class="off-screen">{texts.title}</h1>
      <header class="watch-head">
        <Button
          icon="arrowRight"
          className="watch-back"
          label={texts.back}
          onClick={view.close}
          testId="watch-close"
        >
          <span class="wide-only">{texts.back}</span>
        </Button>
        <Score />
        <div class="row watch-corner">
          {isRecording && <ClipStop view={view} />}
          <button
            type="button"
            class="icon-button"
            aria-label={isBare ? texts.show : texts.hide}
            title={isBare ? texts.show : texts.hide}
            aria-pressed={isBare}
            onClick={toggleBare}
            data-testid="watch-hide"
          >
            <ReplayIcon name="hide" />
          </button>
          <SettingsButton />
        </div>
      </header>
      <div
        class="watch-pitch"
        ref={place}
        data-free={view.isFree.value}
        {...onPitch}
        data-testid="watch-pitch"
      >
        <Goal />
      </div>
      <PageNotices />
      <ClipNote view={view} />
      {!isBare && !isRecording && (
        <section class="card watch-card" aria-label={texts.moment}>
          <Differs view={view} />
          <Highlights view={view} />
          <WatchButtons view={view} moveBy={moveBy} />
          <PlayOn view={view} />
        </section>
      )}
    </main>
  );
}

function Score() {
  const { hud } = useUi().model;
  const { match } = useMessages();
  return (
    <p class="scoreboard watch-score" data-testid="watch-score">
      <span class="off-screen">{match.score(hud.sun.value, hud.wave.value)}</span>
      <TeamMark team={TEAM_SUN} />
      <b class="score" aria-hidden="true" translate={false}>
        {hud.sun}
      </b>
      <span class="clock" translate={false}>
        {clockOf(hud.seconds.value * TICK_RATE)}
      </span>
      <b class="score" aria-hidden="true" translate={false}>
        {hud.wave}
      </b>
      <TeamMark team={TEAM_WAVE} />
    </p>
  );
}

/** As in the match; not that of another goal, from which one came by a jump. */
function Goal() {
  const { hud } = useUi().model;
  const goal = hud.goal.value;
  const isOfNow = goal !== null && goal.sun === hud.sun.value && goal.wave === hud.wave.value;
  return isOfNow ? <GoalCard goal={goal} /> : null;
}

/** [V8] Said as soon as it is known. */
function Differs({ view }: { readonly view: WatchView }) {
  const texts = useReplaysTexts();
  const at = view.differsAt.value;
  if (at === null) return null;
  return (
    <p class="notice" role="status" data-testid="watch-differs">
      {texts.differs(clockOf(at))}
    </p>
  );
}
