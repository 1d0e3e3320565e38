import type { ReadonlySignal } from '@preact/signals';

/** [R48] What one that stays chooses once nobody is left on the other side. Functions stand alone. */
export type DesertedView = {
  /** The names of those who are away, none once their seats are given up; null while nothing is asked. */
  readonly away: ReadonlySignal<readonly string[] | null>;
  readonly claim: () => void;
  /** It is asked again in a while. */
  readonly wait: () => void;
  /** Nothing more is asked, and a bot comes where the seat is given up. */
  readonly playBot: () => void;
};
