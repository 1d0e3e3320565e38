import type { ReadonlySignal } from '@preact/signals';
import type { ComponentType } from 'preact';
import type { PeerId } from '../../../shared/base/peer-id.ts';
import type { LoadProblem } from '../../load/load-problem.ts';

/** Why there is no own voice. */
export type VoiceProblem =
  /** A page over plain http has no microphone, whatever its person allows. */
  | 'insecure'
  /** The person, the browser or the system says no. */
  | 'denied'
  | 'missing'
  /** Another program has it. */
  | 'busy'
  /** It was unplugged, or taken back. */
  | 'ended';

/** A member whose voice is on. */
export type VoiceOf = {
  /** `failed`: no way was found; the game's own link may have one through the lobby. */
  readonly state: 'connecting' | 'open' | 'failed';
  /** 0 … 1, by this person's wish. */
  readonly volume: number;
};

/** What a person may see of voices, and ask for. Functions stand alone. */
export type VoiceView = {
  /** False with strangers, and where the host does not want it. */
  readonly isAllowed: ReadonlySignal<boolean>;
  readonly state: ReadonlySignal<'off' | 'asking' | 'on'>;
  readonly problem: ReadonlySignal<VoiceProblem | LoadProblem | null>;
  /** This person is heard. */
  readonly isTalking: ReadonlySignal<boolean>;
  /** It stays so until it is ended by hand. */
  readonly isLatched: ReadonlySignal<boolean>;
  /** Those who are heard just now, this person too. */
  readonly speaking: ReadonlySignal<ReadonlySet<PeerId>>;
  readonly others: ReadonlySignal<ReadonlyMap<PeerId, VoiceOf>>;
  /** What draws it; null until voice was turned on once. */
  readonly parts: ReadonlySignal<VoiceParts | null>;
  readonly turnOn: () => void;
  readonly turnOff: () => void;
  /** The button on the screen went down, or up. */
  readonly press: (isDown: boolean) => void;
  /** For those who cannot hold one: on until it is asked for again. */
  readonly latch: (isOn: boolean) => void;
  readonly setVolume: (peer: PeerId, volume: number) => void;
};

export type VoiceParts = {
  /** The button to talk. */
  readonly Chip: ComponentType;
  /** The names of those who are heard. */
  readonly Speaking: ComponentType;
  /** The same with all that can be set. */
  readonly Panel: ComponentType;
  /** Beside the name of a member. */
  readonly Member: ComponentType<{ readonly peer: PeerId }>;
};
