import type { PeerId } from '../../../shared/base/peer-id.ts';
import { ok, type Result } from '../../../shared/base/result.ts';
import type { VoiceOutput } from '../../audio/voice-output.ts';
import type { MakeAudioPeer } from '../../net/voice/audio-peer.ts';
import { VoiceCalls } from '../../net/voice/voice-calls.ts';
import type { Timers } from '../../time/timers.ts';
import type { VoiceOf, VoiceProblem } from '../../ui/model/voice-model.ts';
import { type MicrophoneWindow, mayOpenAgain, openMicrophone } from './microphone.ts';
import { SpeakingWatch } from './speaking-watch.ts';
import { TalkSwitch } from './talk-switch.ts';
import type { VoiceRoom } from '../../net/voice/voice-room.ts';
import type { VoiceShown } from './voice-shown.ts';

/** A browser's window, as far as it tells where its person is. */
export type VoiceWindow = MicrophoneWindow & {
  readonly document: Pick<Document, 'hidden' | 'addEventListener'>;
  addEventListener(type: 'blur' | 'pointerdown' | 'keydown', listen: () => void): void;
};

export type VoiceDeskPorts = {
  readonly window: VoiceWindow;
  readonly timers: Timers;
  readonly shown: VoiceShown;
  readonly output: VoiceOutput;
  readonly makePeer: MakeAudioPeer;
  /** Those that this person does not want to hear. */
  readonly muted: () => Pick<ReadonlySet<PeerId>, 'has'>;
};

/** How often it is looked who speaks. */
const LOOK_EVERY_MS = 100;

type On = { readonly self: PeerId; readonly own: MediaStreamTrack; readonly calls: VoiceCalls };

/** Voices of one room at a time: the own microphone, the calls, and what the screens show of them. */
export class VoiceDesk {
  readonly #ports: VoiceDeskPorts;
  readonly #talk = new TalkSwitch();
  #watch = new SpeakingWatch();
  #on: On | null = null;
  /** Counts what the person asked for: a microphone that opens after another wish is closed again. */
  #wish = 0;
  #attempts = 0;
  #lookedMs = 0;

  constructor(ports: VoiceDeskPorts) {
    this.#ports = ports;
    const { window } = ports;
    const letGo = (): void => this.#letGo();
    window.addEventListener('blur', letGo);
    window.document.addEventListener('visibilitychange', letGo);
    for (const type of ['pointerdown', 'keydown'] as const) {
      window.addEventListener(type, () => ports.output.wake());
    }
  }

  /** True where voice may be on again without asking the person. */
  mayTurnOnAgain(): Promise<boolean> {
    return mayOpenAgain(this.#ports.window);
  }

  /** @returns whether voice is on now, or why not; null: something else was asked for meanwhile */
  async turnOn(room: VoiceRoom): Promise<Result<true, VoiceProblem> | null> {
    const wish = ++this.#wish;
    const { shown, window } = this.#ports;
    shown.state.value = 'asking';
    shown.problem.value = null;
    const opened = await openMicrophone(window);
    if (wish !== this.#wish) {
      if (opened.ok) opened.value.stop();
      return null;
    }
    if (!opened.ok) {
      shown.showOff(opened.error);
      return opened;
    }
    this.#begin(room, opened.value);
    return ok(true);
  }

  /** The microphone is closed, and nobody is heard any more. */
  turnOff(problem: VoiceProblem | null = null): void {
    this.#wish += 1;
    const on = this.#on;
    this.#on = null;
    this.#talk.clear();
    on?.calls.close();
    on?.own.stop();
    this.#ports.shown.showOff(problem);
  }

  /** Runs every tick in a room. `isHeld`: the key, or the button of a gamepad. */
  follow(room: VoiceRoom, isHeld: boolean, nowMs: number): void {
    const on = this.#on;
    if (on === null) return;
    const { output, muted } = this.#ports;
    this.#talk.hold(isHeld);
    this.#open(on);
    on.calls.follow(room.room(), muted());
    if (nowMs - this.#lookedMs < LOOK_EVERY_MS) return;
    this.#lookedMs = nowMs;
    output.applySettings();
    this.#look(on, nowMs);
  }

  readonly press = (isDown: boolean): void => {
    this.#talk.press(isDown, this.#ports.timers.now());
    if (this.#on) this.#open(this.#on);
  };

  readonly latch = (isOn: boolean): void => {
    this.#talk.latch(isOn);
    if (this.#on) this.#open(this.#on);
  };

  readonly setVolume = (peer: PeerId, volume: number): void => {
    this.#ports.output.setVolume(peer, volume);
    if (this.#on) this.#showOthers(this.#on);
  };

  #begin({ self, lobby, takeIceServers }: VoiceRoom, own: MediaStreamTrack): void {
    const { shown, timers, makePeer, output } = this.#ports;
    own.addEventListener('ended', () => {
      if (this.#on?.own === own) this.turnOff('ended');
    });
    const calls = new VoiceCalls({
      self,
      lobby,
      own,
      timers,
      makePeer,
      takeIceServers,
      nextAttempt: () => (this.#attempts += 1),
      onVoice: (peer, voice) => output.play(peer, voice),
    });
    this.#on = { self, own, calls };
    this.#watch = new SpeakingWatch();
    this.#talk.clear();
    shown.state.value = 'on';
  }

  /** What is said while nobody holds a key goes nowhere: the track is silent by itself. */
  #open({ own }: On): void {
    const { shown } = this.#ports;
    const { isTalking, isLatched } = this.#talk;
    own.enabled = isTalking;
    shown.isTalking.value = isTalking;
    shown.isLatched.value = isLatched;
  }

  #look(on: On, nowMs: number): void {
    const levels = new Map(on.calls.levels());
    if (on.own.enabled) levels.set(on.self, 1);
    this.#ports.shown.speaking.value = this.#watch.follow(levels, nowMs);
    this.#showOthers(on);
  }

  #showOthers({ calls }: On): void {
    const { shown, output } = this.#ports;
    const now = new Map<PeerId, VoiceOf>();
    for (const [peer, state] of calls.states()) {
      if (state !== 'waiting') now.set(peer, { state, volume: output.volumeOf(peer) });
    }
    const before = shown.others.value;
    const isSame = (peer: PeerId, { state, volume }: VoiceOf): boolean =>
      before.get(peer)?.state === state && before.get(peer)?.volume === volume;
    if (before.size === now.size && [...now].every(([peer, one]) => isSame(peer, one))) return;
    shown.others.value = now;
  }

  #letGo(): void {
    this.#talk.clear();
    if (this.#on) this.#open(this.#on);
  }
}
