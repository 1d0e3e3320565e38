import type { ReadonlySignal } from '@preact/signals';
import type { ErrorCode } from '../../i18n/en/en.ts';
import type { SecondHand } from '../../settings/two-hands.ts';
import type { RoomActions, RoomView } from './view-model.ts';

/** What the second person does, and may ask for. Functions stand alone. */
export type SecondPersonView = {
  readonly state: ReadonlySignal<'out' | 'asking' | 'knocking' | 'in'>;
  /** Why it did not come in, or is out again. */
  readonly problem: ReadonlySignal<ErrorCode | null>;
  /** The room as that person sees it; null while it is in none. */
  readonly room: ReadonlySignal<RoomView | null>;
  /** [S64] It is asked whether it is there, or taken to be not. */
  readonly stillness: ReadonlySignal<'asked' | 'idle' | null>;
  readonly hand: ReadonlySignal<SecondHand>;
  /** What that person asks of the room. */
  readonly actions: Pick<RoomActions, 'moveTo' | 'setReady' | 'beHere' | 'vote'>;
  /** Some gamepad that can play is plugged in. */
  readonly hasPad: () => boolean;
  readonly join: (name: string, hand: SecondHand, password?: string) => void;
  readonly takeUp: (hand: SecondHand) => void;
  readonly leave: () => void;
};
