import { h } from 'preact';
import type { PeerId } from '../../shared/base/peer-id.ts';
import { isPerson } from '../../shared/room/room-state.ts';
import { VoiceShown } from '../../game/app/voice/voice-shown.ts';
import type { RoomView } from '../../game/ui/model/view-model.ts';
import type { VoiceProblem, VoiceView } from '../../game/ui/model/voice-model.ts';
import { VoiceChip } from '../../game/ui/voice/voice-chip.tsx';
import { VoiceMark } from '../../game/ui/voice/voice-mark.tsx';
import { VoiceSettings } from '../../game/ui/voice/voice-settings.tsx';
import { VoiceSpeaking } from '../../game/ui/voice/voice-speaking.tsx';

const STATES = ['open', 'connecting', 'failed'] as const;

/** Voices without a microphone. */
export class GalleryVoice extends VoiceShown implements VoiceView {
  readonly turnOn = (): void => {};
  readonly turnOff = (): void => {};
  readonly press = (): void => {};
  readonly latch = (): void => {};
  readonly setVolume = (): void => {};

  reset(): void {
    this.showOff(null);
    this.isAllowed.value = false;
    this.parts.value = null;
  }

  /** Off, in a room that has voices; where it was tried, for this reason. */
  offer(problem: VoiceProblem | null = null): void {
    this.isAllowed.value = true;
    this.showOff(problem);
    if (problem !== null) this.#load();
  }

  /** On for everybody; the first few talk. */
  talk({ state }: RoomView, talking = 3): void {
    this.offer();
    this.#load();
    const peers = state.members.filter(isPerson).map(({ peer }) => peer);
    this.state.value = 'on';
    this.isTalking.value = true;
    this.isLatched.value = true;
    this.speaking.value = new Set(peers.slice(0, talking));
    this.others.value = new Map(
      peers.map((peer, place) => [peer, { state: STATES[place % 3]!, volume: 0.5 }]),
    );
  }

  #load(): void {
    this.parts.value = {
      Chip: () => h(VoiceChip, { view: this }),
      Speaking: () => h(VoiceSpeaking, { view: this }),
      Panel: () => h(VoiceSettings, { view: this }),
      Member: ({ peer }: { readonly peer: PeerId }) => h(VoiceMark, { view: this, peer }),
    };
  }
}
