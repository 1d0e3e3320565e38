import { useLayoutEffect, useRef } from 'preact/hooks';
import { Button } from '../controls/button.tsx';
import { useMessages, useUi } from '../model/ui-context.ts';

export type PlayButtonProps = {
  /** Asks for a name first where there is none. */
  readonly withName: (go: () => void) => void;
};

/** Quick match: what home is for, so it has the focus. */
export function PlayButton({ withName }: PlayButtonProps) {
  const { actions, hands } = useUi();
  const { quick } = useMessages();
  const first = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    if (document.activeElement === document.body) first.current?.focus({ preventScroll: true });
  }, []);
  return (
    <Button
      kind="primary"
      className="button-big"
      icon="play"
      onClick={() => withName(() => actions.play(hands.last.value))}
      testId="play"
      buttonRef={first}
    >
      <span class="button-words">
        {quick.play}
        <small>{quick.playHint}</small>
      </span>
    </Button>
  );
}
