import { KEPT } from './kept-files.ts';

/** Tells the other tabs for as long as this page lives that it is of that build. */
export function useBuild(build: string, locks: Pick<LockManager, 'request'> | undefined): void {
  // Rejects where the browser gives no locks to this page: then it keeps no files either.
  locks?.request(KEPT + build, { mode: 'shared' }, () => new Promise(() => {})).catch(() => {});
}

/** The builds of all pages that are open in this browser. */
export async function buildsInUse(locks: Pick<LockManager, 'query'>): Promise<ReadonlySet<string>> {
  const { held = [] } = await locks.query();
  const names = held.map(({ name = '' }) => name).filter((name) => name.startsWith(KEPT));
  return new Set(names.map((name) => name.slice(KEPT.length)));
}
