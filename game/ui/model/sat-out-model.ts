import type { ReadonlySignal } from '@preact/signals';

/** [R51] What a person reads that was taken to the bench for doing nothing. Functions stand alone. */
export type SatOutView = {
  readonly isOut: ReadonlySignal<boolean>;
  /** To the team that it was in, or to those who wait for a place. */
  readonly goBack: () => void;
  readonly close: () => void;
};
