import { type ReadonlySignal, signal } from '@preact/signals';
import { fetchFile } from '../../load/fetch-file.ts';
import { readPageFiles } from '../../load/page-files.ts';
import { PartLoader } from '../../load/part-loader.ts';
import { ServedBuild } from '../../load/served-build.ts';
import { VersionWatch } from '../../load/version-watch.ts';
import { pageTimers } from '../../time/timers.ts';
import { PARTS } from './parts.ts';
import { PartsDesk } from './parts-desk.ts';

export type PageLoader = Pick<PartLoader<typeof PARTS>, 'load' | 'warm'>;

export type PageParts = {
  readonly loader: PageLoader;
  readonly desk: PartsDesk;
  /** The server has a newer build. */
  readonly isOutdated: ReadonlySignal<boolean>;
  /** The server does not answer. */
  readonly isAway: ReadonlySignal<boolean>;
  /** Of this page; null in development. */
  readonly build: string | null;
  /** An occasion to ask whether it has; see `VersionWatch`. */
  readonly checkVersion: () => void;
};

/** What comes after the menu, in the page of a browser. */
export function createPageParts(): PageParts {
  const { build: own, parts, isKept } = readPageFiles(document);
  const timers = pageTimers;
  const send = window.fetch.bind(window);
  const isOutdated = signal(false);
  const isAway = signal(isKept);
  const build = new ServedBuild({
    own,
    fetch: send,
    timers,
    onOther: () => {
      isOutdated.value = true;
    },
  });
  const askBuild = async () => {
    const answer = await build.ask();
    isAway.value = answer === 'silent' || answer === 'refused';
    return answer;
  };
  const loader = new PartLoader({
    imports: PARTS,
    filesOf: (part) => parts.get(part) ?? [],
    fetchFile: (url, afresh) => fetchFile(url, { fetch: send, timers, afresh }),
    askBuild,
    timers,
  });
  const desk = new PartsDesk();
  const watch = new VersionWatch({ askBuild, isIdle, isAway: () => isAway.value, timers });
  const checkVersion = () => watch.check();
  const checkIfIdle = () => {
    if (isIdle()) watch.check();
  };
  window.addEventListener('focus', checkIfIdle);
  window.addEventListener('offline', checkIfIdle);
  document.addEventListener('visibilitychange', checkIfIdle);
  window.addEventListener('online', () => {
    desk.retry();
    watch.check();
  });
  if (isKept || !navigator.onLine) watch.check();
  return { loader, desk, isOutdated, isAway, build: own, checkVersion };
}

/** Asked of the page, not of the app: the first event may come before there is one. */
function isIdle(): boolean {
  return !document.hidden && document.documentElement.dataset['screen'] !== 'match';
}
