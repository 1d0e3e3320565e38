import type { ReplayRecorder } from '../../../shared/replay/replay-recorder.ts';
import type { Timers } from '../../time/timers.ts';
import type { App } from '../app.ts';
import type { PlayedMatch } from '../replay/replays.ts';
import type { ReplayDoor } from '../replay-door.ts';
import type { LifeWindow } from './page-life.ts';

/** By then a match is worth keeping, and its first ticks have the processor to themselves. */
const LOAD_AFTER_MS = 8000;

/**
 * [V2] Every match keeps itself when it ends, is left, or the page goes away. What keeps it is loaded
 * during the first match; a match that it did not come for waits for the next screen.
 *
 * @param warm brings the files of it here, before a newer version of the game takes them from the server
 */
export function keepMatches(
  app: Pick<App, 'model' | 'keeps'>,
  replays: Pick<ReplayDoor, 'keep'>,
  page: LifeWindow,
  timers: Timers,
  warm: () => void,
): void {
  let recorder: ReplayRecorder | null = null;
  const waiting: PlayedMatch[] = [];
  const keep = (result: PlayedMatch['result']): void => {
    const replay = recorder?.take('match', Math.floor(Date.now() / 1000));
    recorder = null;
    if (replay) waiting.push({ replay, result });
    if (waiting.length > 0) void replays.keep(waiting);
  };
  app.model.screen.subscribe((shown) => {
    if (shown.screen === 'result') return keep(shown.result);
    if (shown.screen !== 'match') return keep(null);
    recorder = app.keeps;
    if (recorder === null) return;
    warm();
    timers.after(LOAD_AFTER_MS, () => void replays.keep(waiting));
  });
  page.addEventListener('pagehide', () => keep(null));
}
