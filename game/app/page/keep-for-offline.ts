import { buildsInUse, useBuild } from '../../offline/builds-in-use.ts';
import type { KeepProblem } from '../../offline/keep-files.ts';
import type { keepOffline } from '../../offline/keep-offline.ts';
import { makeQuietWait } from '../../offline/until-quiet.ts';
import type { Timers } from '../../time/timers.ts';
import type { AppModel } from '../app-model.ts';

/** As much of a browser's window as is needed; some of it only a page has that came over https or from this machine. */
export type OfflineWindow = {
  readonly navigator: {
    readonly serviceWorker?: ServiceWorkerContainer;
    readonly locks?: LockManager;
    /** Of a person who pays for each byte, where the browser says so. */
    readonly connection?: { readonly saveData?: boolean };
  };
  readonly caches?: CacheStorage;
  readonly fetch: typeof fetch;
};

/** The page that is kept. */
export type KeptPage = {
  readonly window: OfflineWindow;
  /** Null in development, where files change under the page. */
  readonly build: string | null;
  readonly model: Pick<AppModel, 'screen' | 'isPlayingAtHome'>;
  readonly language: () => string;
  readonly timers: Timers;
};

/** What became of it: for `data-offline` of the page, where tests and the curious read it. */
export type OfflineOutcome = 'kept' | 'unable' | 'no-worker' | KeepProblem;

/** Screens on which nobody plays and nothing is measured. */
const QUIET: ReadonlySet<string> = new Set(['home', 'replays', 'result']);

/**
 * Has the game kept for when there is no server, once a while nobody waits for anything. Where a browser
 * cannot, or something does not come, the page is as it was: it is tried anew at the next visit.
 */
export async function keepForOffline(
  page: KeptPage,
  keep: typeof keepOffline,
): Promise<OfflineOutcome> {
  const { build, model, language, timers } = page;
  const { caches, navigator } = page.window;
  const { serviceWorker: workers, locks, connection } = navigator;
  if (build === null || !workers || !caches || !locks) return 'unable';
  useBuild(build, locks);
  if (connection?.saveData === true) return 'unable';
  const isQuiet = (): boolean =>
    QUIET.has(model.screen.value.screen) && !model.isPlayingAtHome.value;
  const untilQuiet = makeQuietWait(isQuiet, timers);
  await untilQuiet();
  const kept = await keep(build, {
    workers,
    caches,
    send: page.window.fetch.bind(page.window),
    untilQuiet,
    language: language(),
    buildsInUse: () => buildsInUse(locks),
  });
  return kept.ok ? 'kept' : kept.error;
}
