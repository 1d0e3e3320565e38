import type { ReadonlySignal } from '@preact/signals';
import type { ComponentType } from 'preact';
import type { SecondHand } from '../../settings/two-hands.ts';

/** The second person of this window. Functions stand alone. */
export type SecondView = {
  /** Among friends: a quick room sends strangers one by one. */
  readonly isAllowed: ReadonlySignal<boolean>;
  /** Null until it was asked for. */
  readonly parts: ReadonlySignal<SecondParts | null>;
  /** Brings what a second person needs. */
  readonly open: () => Promise<void>;
};

export type SecondParts = {
  /** How that person comes, what it plays with, and its part in the room. */
  readonly Panel: ComponentType;
  /** What that person plays with; null while there is none. */
  readonly hand: ReadonlySignal<SecondHand | null>;
};
