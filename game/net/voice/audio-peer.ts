import type { VoicePayload } from '../../../shared/lobby/voice.ts';
import type { Timers } from '../../time/timers.ts';

/** What one side of a call hears of the other's WebRTC. */
export type CallPayload = Exclude<VoicePayload, { readonly type: 'ready' | 'over' }>;

export type AudioPeerSetup = {
  /** Exactly one of the two sides makes the offer. */
  readonly isCaller: boolean;
  /** [L141] Only over TURN: nothing else is even tried. */
  readonly turnOnly: boolean;
  readonly iceServers: RTCIceServer[];
  /** The person's own voice: silent while nobody talks. */
  readonly own: MediaStreamTrack;
  readonly timers: Timers;
  readonly say: (payload: CallPayload) => void;
  readonly onOpen: () => void;
  /** The other's voice, once at most. */
  readonly onVoice: (voice: MediaStreamTrack) => void;
  /** There is no way, the way broke, or what the other side said is no call. Once, and not after `close`. */
  readonly onEnd: () => void;
};

/** One call as a browser carries it. */
export interface AudioPeer {
  /** Never throws: what makes no sense ends the call. */
  hear(payload: CallPayload): void;
  /** How loud the other's voice is just now, 0 … 1. */
  level(): number;
  close(): void;
}

export type MakeAudioPeer = (setup: AudioPeerSetup) => AudioPeer;
