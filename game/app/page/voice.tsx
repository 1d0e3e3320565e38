import type { PeerId } from '../../../shared/base/peer-id.ts';
import { VoiceOutput } from '../../audio/voice-output.ts';
import { RtcAudioPeer } from '../../net/voice/rtc-audio-peer.ts';
import type { SettingsStore } from '../../settings/settings-store.ts';
import { pageTimers } from '../../time/timers.ts';
import type { VoiceView } from '../../ui/model/voice-model.ts';
import { VoiceChip } from '../../ui/voice/voice-chip.tsx';
import { VoiceMark } from '../../ui/voice/voice-mark.tsx';
import { VoiceSettings } from '../../ui/voice/voice-settings.tsx';
import { VoiceSpeaking } from '../../ui/voice/voice-speaking.tsx';
import { VoiceDesk, type VoiceWindow } from '../voice/voice-desk.ts';
import type { Voice } from '../voice/voice-door.ts';
import type { VoiceShown } from '../voice/voice-shown.ts';

export type VoicePagePorts = {
  readonly window: VoiceWindow;
  readonly settings: SettingsStore;
  /** Those that this person does not want to hear. */
  readonly muted: () => Pick<ReadonlySet<PeerId>, 'has'>;
};

/** Makes what people talk with, and what shows it: once, it goes on with the page. */
export function createVoice(
  { window, settings, muted }: VoicePagePorts,
  shown: VoiceShown,
  view: VoiceView,
): Voice {
  const desk = new VoiceDesk({
    window,
    timers: pageTimers,
    shown,
    output: new VoiceOutput(() => settings.value.sound),
    makePeer: (setup) => new RtcAudioPeer(setup),
    muted,
  });
  const parts = {
    Chip: () => <VoiceChip view={view} />,
    Speaking: () => <VoiceSpeaking view={view} />,
    Panel: () => <VoiceSettings view={view} />,
    Member: ({ peer }: { readonly peer: PeerId }) => <VoiceMark view={view} peer={peer} />,
  };
  return { desk, parts };
}
