import '../styles/voice.css';
import type { VoiceView } from '../model/voice-model.ts';
import { TalkButton } from './talk-button.tsx';

/** The button to talk, on screens that have no room for more; nothing as long as voice is off. */
export function VoiceChip({ view }: { readonly view: VoiceView }) {
  return view.state.value === 'on' ? <TalkButton view={view} className="icon-button talk" /> : null;
}
