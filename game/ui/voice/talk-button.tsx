import type { ComponentChildren } from 'preact';
import { keyCap } from '../../settings/key-bindings.ts';
import { useVoiceTexts } from '../model/late-texts.ts';
import { useUi } from '../model/ui-context.ts';
import type { VoiceView } from '../model/voice-model.ts';
import { VoiceIcon } from './voice-icon.tsx';

export type TalkButtonProps = {
  readonly view: VoiceView;
  readonly className: string;
  readonly children?: ComponentChildren;
};

/**
 * Talks as long as it is held; a tap, a key or a gamepad that presses it opens the microphone until the next
 * press.
 */
export function TalkButton({ view, className, children }: TalkButtonProps) {
  const texts = useVoiceTexts();
  const { settings, hands } = useUi();
  const isTalking = view.isTalking.value;
  const key = keyCap(settings.value.keys.voice[0] ?? '');
  const how = hands.last.value === 'keys' ? texts.closedByKey(key) : texts.closed;
  const label = isTalking ? texts.opened : how;
  const release = (): void => view.press(false);
  return (
    <button
      type="button"
      class={isTalking ? `${className} is-talking` : className}
      aria-label={label}
      aria-pressed={isTalking}
      title={label}
      data-testid="talk"
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        view.press(true);
      }}
      onPointerUp={release}
      onPointerCancel={release}
      onLostPointerCapture={release}
      // A long press is what this is for.
      onContextMenu={(event) => event.preventDefault()}
      onClick={({ detail }) => {
        if (detail === 0) view.latch(!view.isLatched.value);
      }}
    >
      <VoiceIcon name={isTalking ? 'mic' : 'micOff'} />
      {children}
    </button>
  );
}
