import type { PeerId } from '../../../shared/base/peer-id.ts';
import { Button } from './button.tsx';
import { usePlayTexts } from '../model/late-texts.ts';
import { useMessages, useUi } from '../model/ui-context.ts';

/** Where voice is turned on; what is in it then is loaded by that. */
export function VoicePlace() {
  const view = useUi().model.voice.value;
  const { errors } = useMessages();
  const { voice: texts } = usePlayTexts();
  if (view === null || !view.isAllowed.value) return null;
  const parts = view.parts.value;
  const problem = view.problem.value;
  return (
    <section class="chat-panel voice-place" aria-label={texts.name} data-testid="voice">
      {parts ? (
        <parts.Panel />
      ) : (
        <>
          {problem !== null && problem in errors && (
            <p class="field-problem" role="alert" data-testid="voice-problem">
              {errors[problem as keyof typeof errors].text}
            </p>
          )}
          <Button onClick={view.turnOn} disabled={view.state.value === 'asking'} testId="voice-on">
            {texts.turnOn}
          </Button>
          <p class="hint">{texts.hint}</p>
        </>
      )}
    </section>
  );
}

/** The button to talk, on screens that have no room for more; nothing as long as voice is off. */
export function VoiceChipPlace() {
  const parts = useUi().model.voice.value?.parts.value;
  return parts ? <parts.Chip /> : null;
}

/** Over a pitch: the names of those who are heard. */
export function VoiceSpeakingPlace() {
  const parts = useUi().model.voice.value?.parts.value;
  return parts ? <parts.Speaking /> : null;
}

/** Both of them in a line of their own, above a pitch without a display. */
export function VoiceBarPlace() {
  const view = useUi().model.voice.value;
  const parts = view?.parts.value;
  if (!parts || view?.state.value !== 'on') return null;
  return (
    <div>
      <div class="voice-bar">
        <parts.Speaking />
        <parts.Chip />
      </div>
    </div>
  );
}

/** Beside a name: whether that voice is on, and heard. A bot has none. */
export function VoiceMarkPlace({ peer }: { readonly peer: PeerId | null }) {
  const parts = useUi().model.voice.value?.parts.value;
  return parts && peer !== null ? <parts.Member peer={peer} /> : null;
}
