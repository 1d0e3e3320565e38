import type { AudioPeer, AudioPeerSetup, CallPayload } from '../../game/net/voice/audio-peer.ts';

/** No description: what passes the lobby has its shape, and nobody here looks further. */
const SDP = 'v=0\r\nm=audio 9 UDP/TLS/RTP/SAVPF 111\r\n';

/** A call without a browser: it is open once both sides have heard the other's description. */
export class FakeAudioPeer implements AudioPeer {
  readonly setup: AudioPeerSetup;
  readonly heard: CallPayload[] = [];
  isClosed = false;
  loudness = 0;

  constructor(setup: AudioPeerSetup) {
    this.setup = setup;
    if (setup.isCaller) queueMicrotask(() => setup.say({ type: 'offer', sdp: SDP }));
  }

  hear(payload: CallPayload): void {
    this.heard.push(payload);
    if (payload.type === 'candidates') return;
    if (payload.type === 'offer') this.setup.say({ type: 'answer', sdp: SDP });
    this.setup.onVoice({} as MediaStreamTrack);
    this.setup.onOpen();
  }

  level(): number {
    return this.loudness;
  }

  close(): void {
    this.isClosed = true;
  }

  /** The way broke, or there never was one. */
  fail(): void {
    this.isClosed = true;
    this.setup.onEnd();
  }
}

/** Makes them, and keeps which. */
export function fakeAudio(): {
  readonly made: FakeAudioPeer[];
  readonly makePeer: (setup: AudioPeerSetup) => FakeAudioPeer;
} {
  const made: FakeAudioPeer[] = [];
  return {
    made,
    makePeer: (setup) => {
      const peer = new FakeAudioPeer(setup);
      made.push(peer);
      return peer;
    },
  };
}
