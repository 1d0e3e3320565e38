import type { ReadonlySignal, Signal } from '@preact/signals';

/** What a person plays with; a mouse stands beside a keyboard. */
export type Hand = 'keys' | 'pad' | 'touch';

/** Which devices there are, as far as a page can know. */
export type HandsView = {
  /** The one that was used last: hints name it. */
  readonly last: ReadonlySignal<Hand>;
  readonly hasKeyboard: ReadonlySignal<boolean>;
  readonly hasTouch: ReadonlySignal<boolean>;
  /** Names of gamepads that cannot play, since the browser does not tell their buttons apart. */
  readonly unknownPads: ReadonlySignal<readonly string[]>;
  /** What gets the next button of a gamepad, which does nothing else then; null while nothing waits. */
  readonly padCatcher: Signal<((button: number) => void) | null>;
};
