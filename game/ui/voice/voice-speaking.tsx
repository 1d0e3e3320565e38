import '../styles/voice.css';
import { isPerson } from '../../../shared/room/room-state.ts';
import { Literal } from '../controls/literal.tsx';
import { useVoiceTexts } from '../model/late-texts.ts';
import { useUi } from '../model/ui-context.ts';
import type { VoiceView } from '../model/voice-model.ts';
import { VoiceIcon } from './voice-icon.tsx';

/** The names of those who are heard, beside a match. Not read out by itself: a voice is heard anyway. */
export function VoiceSpeaking({ view }: { readonly view: VoiceView }) {
  const { room } = useUi().model;
  const texts = useVoiceTexts();
  const speaking = view.speaking.value;
  const self = room.value?.self;
  const names = (room.value?.state.members ?? [])
    .filter(isPerson)
    .filter(({ id, peer }) => id !== self && speaking.has(peer))
    .map(({ name }) => name);
  if (names.length === 0) return null;
  return (
    <span class="chip voice-speaking" aria-live="off" data-testid="voice-speaking">
      <VoiceIcon name="mic" label={texts.speaking} />
      <Literal>{names.join(', ')}</Literal>
    </span>
  );
}
