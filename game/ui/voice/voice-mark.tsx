import '../styles/voice.css';
import type { PeerId } from '../../../shared/base/peer-id.ts';
import { useVoiceTexts } from '../model/late-texts.ts';
import type { VoiceView } from '../model/voice-model.ts';
import { VoiceIcon } from './voice-icon.tsx';

export type VoiceMarkProps = {
  readonly view: VoiceView;
  readonly peer: PeerId;
};

/** Beside the name of a member whose voice is on: whether it is heard just now. */
export function VoiceMark({ view, peer }: VoiceMarkProps) {
  const texts = useVoiceTexts();
  if (view.state.value !== 'on') return null;
  const isSpeaking = view.speaking.value.has(peer);
  const state = view.others.value.get(peer)?.state;
  if (!isSpeaking && state === undefined) return null;
  const said = isSpeaking ? texts.speaking : texts.states[state ?? 'open'];
  return (
    <span
      class={isSpeaking ? 'voice-mark is-speaking' : 'voice-mark'}
      data-testid="voice-mark"
      data-voice={isSpeaking ? 'speaking' : state}
    >
      <VoiceIcon name={state === 'failed' ? 'micOff' : 'mic'} label={said} />
    </span>
  );
}
