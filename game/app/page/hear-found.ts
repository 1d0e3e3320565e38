import type { ReadonlySignal } from '@preact/signals';
import type { SoundName } from '../../audio/sound-bank.ts';
import type { Timers } from '../../time/timers.ts';

/** Behind the sound of somebody who comes in, so that both are one chime of three notes that rise. */
const THEN_MS = 170;

/** [V65] A person that waits alone in a quick match hears that somebody was found. */
export function hearFound(
  quick: ReadonlySignal<{ readonly isAlone: boolean } | null>,
  timers: Pick<Timers, 'after'>,
  play: (name: SoundName) => void,
): void {
  let wasAlone = false;
  quick.subscribe((view) => {
    if (wasAlone && view?.isAlone === false) timers.after(THEN_MS, () => play('tick_go'));
    wasAlone = view?.isAlone === true;
  });
}
