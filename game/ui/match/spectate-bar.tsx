import '../styles/spectate.css';
import { keyCap } from '../../settings/key-bindings.ts';
import { letGo } from '../controls/let-go.ts';
import { Literal } from '../controls/literal.tsx';
import { TeamMark } from '../controls/team-mark.tsx';
import { useOptionsTexts } from '../model/late-texts.ts';
import { FREE_ZOOM } from '../model/replays-model.ts';
import type { SpectateView } from '../model/spectate-model.ts';
import { useMessages, useUi } from '../model/ui-context.ts';

type BarProps = { readonly view: SpectateView };

/** [V77] What the camera of somebody who watches follows, and buttons for it. */
export function SpectateBar({ view }: BarProps) {
  const { hands, settings } = useUi();
  const { spectate: texts } = useOptionsTexts();
  const { settings: words } = useMessages();
  if (!view.isOn.value) return null;
  const aim = view.aim.value;
  const { left, right, kick } = settings.value.keys;
  const unnamed = aim === 'ball' ? texts.ball : texts.free;
  const name = typeof aim === 'object' ? aim.name : unnamed;
  const caps =
    hands.last.value === 'keys' ? [left, kick, right].map(([code]) => keyCap(code!)) : [];
  return (
    <div class="spectate" role="group" aria-label={texts.camera} data-testid="spectate">
      <div class="spectate-row">
        <Cap text={caps[0]} />
        <Tool sign="‹" label={words.left} onClick={() => view.step(-1)} testId="spectate-before" />
        <Press className="spectate-aim" onClick={view.change} testId="spectate-aim">
          {typeof aim === 'object' && <TeamMark team={aim.team} />}
          <span role="status">
            {texts.camera}: <Literal>{name}</Literal>
          </span>
          <Cap text={caps[1]} />
        </Press>
        <Tool sign="›" label={words.right} onClick={() => view.step(1)} testId="spectate-next" />
        <Cap text={caps[2]} />
      </div>
      {aim === 'free' && <Steer view={view} />}
    </div>
  );
}

/** The key that does the same, for whose hands are at the keyboard. */
function Cap({ text }: { readonly text: string | undefined }) {
  return text === undefined ? null : (
    <kbd class="spectate-cap wide-only" aria-hidden="true" translate={false}>
      {text}
    </kbd>
  );
}

/** The free camera by buttons: for a pointer, a screen reader, and whose hands hold nothing. */
function Steer({ view }: BarProps) {
  const { settings: texts } = useMessages();
  const { camera } = useOptionsTexts().spectate;
  const steps = [
    ['←', texts.left, () => view.move(-1, 0)],
    ['↑', texts.up, () => view.move(0, -1)],
    ['↓', texts.down, () => view.move(0, 1)],
    ['→', texts.right, () => view.move(1, 0)],
    ['+', texts.zoomIn, () => view.zoom(FREE_ZOOM.step)],
    ['−', texts.zoomOut, () => view.zoom(1 / FREE_ZOOM.step)],
  ] as const;
  return (
    <div class="spectate-row">
      {steps.map(([sign, label, onClick]) => (
        <Tool
          key={sign}
          sign={sign}
          label={`${camera}: ${label}`}
          onClick={onClick}
          testId="spectate-steer"
        />
      ))}
    </div>
  );
}

type PressProps = {
  readonly className: string;
  readonly label?: string;
  readonly onClick: () => void;
  readonly testId: string;
  readonly children: preact.ComponentChildren;
};

function Press({ className, label, onClick, testId, children }: PressProps) {
  return (
    <button
      type="button"
      class={className}
      aria-label={label}
      title={label}
      data-testid={testId}
      onClick={(event) => {
        letGo(event);
        onClick();
      }}
    >
      {children}
    </button>
  );
}

type ToolProps = Omit<PressProps, 'className' | 'children'> & { readonly sign: string };

function Tool({ sign, ...rest }: ToolProps) {
  return (
    <Press className="icon-button" {...rest}>
      <span aria-hidden="true" translate={false}>
        {sign}
      </span>
    </Press>
  );
}
