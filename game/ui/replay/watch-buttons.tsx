import { useRef } from 'preact/hooks';
import type { MemberId } from '../../../shared/room/command.ts';
import { keyCap } from '../../settings/key-bindings.ts';
import { Button } from '../controls/button.tsx';
import { Icon } from '../controls/icon.tsx';
import { Literal } from '../controls/literal.tsx';
import { MadeLinkNote, useMadeLink } from '../controls/made-link.tsx';
import { TeamMark } from '../controls/team-mark.tsx';
import { useFirstFocus } from '../controls/use-first-focus.ts';
import { usePlayTexts, useReplaysTexts } from '../model/late-texts.ts';
import { type Speed, SPEEDS, type WatchView } from '../model/replays-model.ts';
import { useUi } from '../model/ui-context.ts';
import { useShownName } from '../model/use-shown-name.ts';
import { moveCodes } from './use-watch-keys.ts';
import { SteerCamera, type SteerProps } from './steer-camera.tsx';
import { ClipButton } from './clip-button.tsx';
import { MarkRange, RangeNote } from './clip-range.tsx';
import { ReplayIcon, type ReplayIconName } from './replay-icon.tsx';

/** Play and step, go to goals, how fast, and whom the camera follows. */
export function WatchButtons({ view, moveBy }: SteerProps) {
  const texts = useReplaysTexts();
  const { hands, settings } = useUi();
  const first = useFirstFocus();
  const { links } = usePlayTexts();
  const [made, link] = useMadeLink(view.linkMoment);
  const isPlaying = view.isPlaying.value;
  const moves = moveCodes(settings.value.keys).map(keyCap).join(' ');
  return (
    <div class="watch-buttons">
      <div class="row watch-steps">
        <Tool icon="before" label={texts.goalBefore} onClick={() => view.toGoal(-1)} />
        <Tool icon="back" label={texts.stepBack} onClick={() => view.step(-1)} />
        <button
          type="button"
          class="button button-primary watch-play"
          aria-label={isPlaying ? texts.pause : texts.play}
          onClick={view.toggle}
          ref={first}
          data-testid="watch-play"
        >
          {isPlaying ? <ReplayIcon name="pause" /> : <Icon name="play" />}
        </button>
        <Tool icon="on" label={texts.stepOn} onClick={() => view.step(1)} />
        <Tool icon="after" label={texts.goalAfter} onClick={() => view.toGoal(1)} />
        <button
          type="button"
          class="icon-button"
          aria-label={texts.save}
          title={texts.save}
          onClick={view.save}
          data-testid="watch-save"
        >
          <Icon name="download" />
        </button>
        <button
          type="button"
          class="icon-button"
          aria-label={links.moment}
          title={links.moment}
          onClick={link}
          data-testid="watch-link"
        >
          <Icon name="share" />
        </button>
        <ClipButton view={view} />
        <MarkRange view={view} />
      </div>
      <RangeNote view={view} />
      <MadeLinkNote made={made} texts={links} />
      <div class="row watch-choices">
        <label class="watch-choice">
          <span>{texts.speed}</span>
          <select
            class="select"
            value={String(view.speed.value)}
            onChange={({ currentTarget }) => view.setSpeed(Number(currentTarget.value) as Speed)}
            data-testid="watch-speed"
          >
            {SPEEDS.map((speed) => (
              <option key={speed} value={String(speed)}>
                {speed}×
              </option>
            ))}
          </select>
        </label>
        <Follow view={view} />
        {view.isFree.value && <SteerCamera view={view} moveBy={moveBy} />}
      </div>
      {hands.last.value === 'keys' && (
        <p class="hint watch-keys wide-only">
          {view.isFree.value ? texts.freeKeys(moves) : texts.keys}
        </p>
      )}
    </div>
  );
}

/** The player whom the camera follows: a list that folds away, since names may be long and many. */
function Follow({ view }: { readonly view: WatchView }) {
  const texts = useReplaysTexts();
  const list = useRef<HTMLDetailsElement>(null);
  const followed = view.followed.value;
  const nameOf = useShownName();
  const players = view.players.value.map((one) => ({ ...one, name: nameOf(one.name) }));
  const choose = (player: MemberId | null): void => {
    view.follow(player);
    if (list.current) list.current.open = false;
    list.current?.querySelector('summary')?.focus();
  };
  return (
    <details class="watch-follow" ref={list}>
      <summary data-testid="watch-follow">
        {texts.follow}:{' '}
        {view.isFree.value ? (
          texts.nothing
        ) : (
          <Literal>{players.find(({ id }) => id === followed)?.name ?? texts.ball}</Literal>
        )}
      </summary>
      <div class="row" role="group" aria-label={texts.follow}>
        <Button pressed={followed === null && !view.isFree.value} onClick={() => choose(null)}>
          {texts.ball}
        </Button>
        <Button
          pressed={view.isFree.value}
          onClick={() => {
            view.setFree();
            if (list.current) list.current.open = false;
            list.current?.querySelector('summary')?.focus();
          }}
          testId="watch-free"
        >
          {texts.nothing}
        </Button>
        {players.map(({ id, name, team }) => (
          <Button
            key={id}
            pressed={followed === id}
            onClick={() => choose(id)}
            testId="watch-player"
          >
            <TeamMark team={team} />
            <Literal>{name}</Literal>
          </Button>
        ))}
      </div>
    </details>
  );
}

type ToolProps = {
  readonly icon: ReplayIconName;
  readonly label: string;
  readonly onClick: () => void;
};

function Tool({ icon, label, onClick }: ToolProps) {
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={label}
      title={label}
      onClick={onClick}
      data-testid={`watch-${icon}`}
    >
      <ReplayIcon name={icon} />
    </button>
  );
}
