import type { PeerId } from '../../shared/base/peer-id.ts';
import type { Settings } from '../settings/settings.ts';

/** As much of an `<audio>` as a voice needs. */
export type Speaker = Pick<
  HTMLAudioElement,
  'srcObject' | 'autoplay' | 'volume' | 'muted' | 'play' | 'pause'
>;

/**
 * Plays voices, each through an element of its own: browsers take those out of the microphone again, which
 * they do not do reliably with what Web Audio makes. iOS keeps the volume to its buttons; there a voice is
 * loud or, at nothing, silent.
 */
export class VoiceOutput {
  readonly #makeSpeaker: (voice: MediaStreamTrack) => Speaker;
  readonly #sound: () => Settings['sound'];
  readonly #speakers = new Map<PeerId, Speaker>();
  readonly #volumes = new Map<PeerId, number>();

  constructor(
    sound: () => Settings['sound'],
    makeSpeaker: (voice: MediaStreamTrack) => Speaker = openSpeaker,
  ) {
    this.#sound = sound;
    this.#makeSpeaker = makeSpeaker;
  }

  /** Plays somebody's voice from now on; null: no more. */
  play(peer: PeerId, voice: MediaStreamTrack | null): void {
    const before = this.#speakers.get(peer);
    if (before) {
      before.pause();
      before.srcObject = null;
      this.#speakers.delete(peer);
    }
    if (voice === null) return;
    const speaker = this.#makeSpeaker(voice);
    this.#speakers.set(peer, speaker);
    this.#apply(peer, speaker);
    speaker.play().catch(waitForGesture);
  }

  /** 0 … 1, by the person who hears. */
  volumeOf(peer: PeerId): number {
    return this.#volumes.get(peer) ?? 1;
  }

  setVolume(peer: PeerId, volume: number): void {
    this.#volumes.set(peer, volume);
    const speaker = this.#speakers.get(peer);
    if (speaker) this.#apply(peer, speaker);
  }

  /** Takes over changed volumes. */
  applySettings(): void {
    for (const [peer, speaker] of this.#speakers) this.#apply(peer, speaker);
  }

  /** After a gesture: what the browser did not let begin before. */
  wake(): void {
    for (const speaker of this.#speakers.values()) speaker.play().catch(waitForGesture);
  }

  #apply(peer: PeerId, speaker: Speaker): void {
    const { master, voice, muted } = this.#sound();
    const volume = muted ? 0 : master * voice * this.volumeOf(peer);
    speaker.volume = volume;
    speaker.muted = volume === 0;
  }
}

function openSpeaker(voice: MediaStreamTrack): Speaker {
  const speaker = new Audio();
  speaker.autoplay = true;
  speaker.srcObject = new MediaStream([voice]);
  return speaker;
}

/** A page that came back by itself: the next touch of it is heard by `wake`. */
function waitForGesture(): void {}
