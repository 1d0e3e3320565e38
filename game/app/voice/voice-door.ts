import type { PeerId } from '../../../shared/base/peer-id.ts';
import type { Result } from '../../../shared/base/result.ts';
import type { RoomCode } from '../../../shared/lobby/ids.ts';
import type { LoadProblem } from '../../load/load-problem.ts';
import type { VoiceParts, VoiceView } from '../../ui/model/voice-model.ts';
import type { KeptVoice } from './kept-voice.ts';
import type { VoiceDesk } from './voice-desk.ts';
import type { VoiceRoom } from '../../net/voice/voice-room.ts';
import { VoiceShown } from './voice-shown.ts';

/** What is loaded when voice is turned on for the first time. */
export type Voice = {
  readonly desk: Pick<
    VoiceDesk,
    'turnOn' | 'turnOff' | 'follow' | 'press' | 'latch' | 'setVolume' | 'mayTurnOnAgain'
  >;
  readonly parts: VoiceParts;
};

export type VoiceDoorPorts = {
  /** Brings it; made once. */
  readonly load: (shown: VoiceShown, view: VoiceView) => Promise<Result<Voice, LoadProblem>>;
  readonly kept: KeptVoice;
};

/** The way to voices: knows where they may be, and brings what they need once they are wanted. */
export class VoiceDoor extends VoiceShown implements VoiceView {
  readonly #ports: VoiceDoorPorts;
  #voice: Voice | null = null;
  #room: VoiceRoom | null = null;
  /** In which it was looked whether voice was on before a reload. */
  #lookedIn: VoiceRoom | null = null;
  #wish = 0;

  constructor(ports: VoiceDoorPorts) {
    super();
    this.#ports = ports;
  }

  /** Runs every tick. `isHeld`: the key to talk, or the button of a gamepad. */
  follow(room: VoiceRoom | null, isHeld: boolean, nowMs: number): void {
    if (room !== this.#room) this.#leave();
    this.#room = room;
    this.isAllowed.value = room !== null && isAllowedIn(room);
    if (room === null) return;
    if (!this.isAllowed.value) {
      if (this.state.value !== 'off') this.#leave();
      return;
    }
    if (this.#lookedIn !== room) {
      this.#lookedIn = room;
      if (this.#ports.kept.load() === codeOf(room)) void this.#turnOn(room, true);
    }
    this.#voice?.desk.follow(room, isHeld, nowMs);
  }

  readonly turnOn = (): void => {
    if (this.#room !== null && this.isAllowed.value) void this.#turnOn(this.#room, false);
  };

  readonly turnOff = (): void => {
    this.#ports.kept.clear();
    this.#leave();
  };

  readonly press = (isDown: boolean): void => this.#voice?.desk.press(isDown);

  readonly latch = (isOn: boolean): void => this.#voice?.desk.latch(isOn);

  readonly setVolume = (peer: PeerId, volume: number): void =>
    this.#voice?.desk.setVolume(peer, volume);

  async #turnOn(room: VoiceRoom, isAgain: boolean): Promise<void> {
    const wish = ++this.#wish;
    if (!isAgain) this.state.value = 'asking';
    const loaded = await this.#ports.load(this, this);
    if (wish !== this.#wish) return;
    if (!loaded.ok) return isAgain ? undefined : this.showOff(loaded.error);
    this.#voice = loaded.value;
    this.parts.value = loaded.value.parts;
    const { desk } = loaded.value;
    // A page that comes back asks nobody for the microphone.
    if (isAgain && !(await desk.mayTurnOnAgain())) return;
    if (wish !== this.#wish) return;
    const on = await desk.turnOn(room);
    if (on?.ok) this.#ports.kept.save(codeOf(room));
  }

  #leave(): void {
    this.#wish += 1;
    if (this.#voice) this.#voice.desk.turnOff();
    else this.showOff(null);
  }
}

function codeOf(room: VoiceRoom): RoomCode {
  return room.room().code;
}

/** [L157] Among people who sent each other a link; the host may want none. */
function isAllowedIn({ lobby: { access }, room }: VoiceRoom): boolean {
  if (access === null || access.code !== room().code || room().quick) return false;
  return access.access.visibility !== 'public' && access.access.voice;
}
