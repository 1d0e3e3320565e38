import type { Timers } from '../../time/timers.ts';
import type { Said } from '../../ui/model/view-model.ts';
import type { AppModel } from '../app-model.ts';

/** How long it is said what a key did. */
const SAID_MS = 2500;
const SENTENCE_MS = 8000;
const SENTENCES = { unknownPad: true, mapGone: true, drillDone: true };

/** Says for a moment what a key has just done, or until the next one. */
export function tell({ said }: Pick<AppModel, 'said'>, what: Said['what'], timers: Timers): void {
  const mine = { what };
  said.value = mine;
  timers.after(what in SENTENCES ? SENTENCE_MS : SAID_MS, () => {
    if (said.value === mine) said.value = null;
  });
}
