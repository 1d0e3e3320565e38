import { effect, type ReadonlySignal } from '@preact/signals';
import type { Screen } from '../../ui/model/view-model.ts';

/** As much of a browser's window as keeps its screen on. */
export type AwakeWindow = {
  readonly document: Pick<Document, 'hidden' | 'addEventListener'>;
  readonly navigator: {
    /** Not over plain http, and not in every browser. */
    readonly wakeLock?: { request(type: 'screen'): Promise<Pick<WakeLockSentinel, 'release'>> };
  };
};

const AWAKE: Partial<Record<Screen['screen'], true>> = {
  room: true,
  match: true,
  result: true,
  replay: true,
};

/**
 * [V66] The device's screen stays on while somebody plays, warms up or watches a replay, without being touched. A browser
 * takes the lock back when it hides the page, and may refuse it to save the battery: then the screen goes off as usual.
 */
export function keepAwake(
  shown: ReadonlySignal<Pick<Screen, 'screen'>>,
  { document, navigator }: AwakeWindow,
): void {
  const { wakeLock } = navigator;
  if (!wakeLock) return;
  let lock: Promise<Pick<WakeLockSentinel, 'release'>> | null = null;
  const follow = (): void => {
    const isWanted = AWAKE[shown.peek().screen] === true && !document.hidden;
    if (isWanted === (lock !== null)) return;
    // One that is still on its way is given back as soon as it is here.
    lock?.then((held) => held.release()).catch(() => {});
    lock = isWanted ? wakeLock.request('screen') : null;
    lock?.catch(() => {});
  };
  effect(() => {
    void shown.value;
    follow();
  });
  document.addEventListener('visibilitychange', follow);
}
