import type { RoomCode } from '../../../shared/lobby/ids.ts';
import { Button } from '../controls/button.tsx';
import { Icon } from '../controls/icon.tsx';
import { Sentence } from '../controls/literal.tsx';
import { useShownCode } from '../controls/shown-code.ts';
import { SettingsButton } from '../controls/settings-button.tsx';
import { useMessages, useUi } from '../model/ui-context.ts';
import { JOIN_STEPS, type JoinStep } from '../model/view-model.ts';
import { useFirstFocus } from '../controls/use-first-focus.ts';

export type JoiningProps = {
  readonly code: RoomCode | null;
  readonly step: JoinStep;
  readonly percent: number;
  readonly slow: boolean;
  readonly isBack: boolean;
  readonly isQuick: boolean;
};

/** Where a join stands, step by step, so that waiting has a reason. */
export function JoiningScreen({ code, step, percent, slow, isBack, isQuick }: JoiningProps) {
  const { actions } = useUi();
  const { joining, common, quick } = useMessages();
  const codeOf = useShownCode();
  const cancel = useFirstFocus();
  const steps = code === null ? JOIN_STEPS.slice(0, 1) : JOIN_STEPS.filter(isUsual(step));
  const reached = steps.indexOf(step);
  return (
    <main class="screen centred">
      <section class="card joining-card" aria-busy="true">
        <header class="screen-head">
          <h1 class="card-title">
            {isQuick && quick.joining}
            {!isQuick && code === null && joining.making}
            {!isQuick && code !== null && <Sentence say={joining.title} literal={codeOf(code)} />}
          </h1>
          <SettingsButton />
        </header>
        {isBack && <p class="hint">{joining.back}</p>}
        <ol class="steps" aria-live="polite">
          {steps.map((name, index) => (
            <li
              key={name}
              class={index < reached ? 'step-done' : index > reached ? 'step-next' : ''}
            >
              <Icon
                name={index < reached ? 'check' : index > reached ? 'hourglass' : 'loader'}
                spin={index === reached}
              />
              {joining[name]}
              {name === 'stadium' && <progress max={100} value={percent} />}
            </li>
          ))}
        </ol>
        {slow && <p class="hint">{joining.slow}</p>}
        <Button onClick={actions.leave} buttonRef={cancel} testId="cancel-join">
          {common.cancel}
        </Button>
      </section>
    </main>
  );
}

/** Only a map that is not built in has to be loaded, and only some hosts are waited for. */
function isUsual(reached: JoinStep): (step: JoinStep) => boolean {
  return (step) => !UNUSUAL.has(step) || step === reached;
}

const UNUSUAL: ReadonlySet<JoinStep> = new Set(['stadium', 'host', 'knock'] as const);
