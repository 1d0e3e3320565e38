import type { Result } from '../../shared/base/result.ts';
import { fail, ok } from '../../shared/base/result.ts';
import {
  digestOf,
  type FileList,
  KEPT,
  keptAnswer,
  LIST,
  markPage,
  PAGE,
  readFileList,
} from './kept-files.ts';

/** Why a build is not kept, or not all of it. */
export type KeepProblem =
  /** The server has none to keep, or another one than this page's by now. */
  | 'no-list'
  /** A file did not come, or not as it was built. */
  | 'not-fetched'
  /** The browser has no room for it, or keeps nothing for this page. */
  | 'no-room';

export type KeepPorts = {
  /** `fetch` of the page. */
  readonly send: (url: string, init: RequestInit) => Promise<Response>;
  readonly caches: Pick<CacheStorage, 'open' | 'keys' | 'delete'>;
  /** Resolves once nothing that somebody waits for is on its way; asked before each file. */
  readonly untilQuiet: () => Promise<void>;
  /** Of the page; words of other languages are not kept. */
  readonly language: string;
  /** The builds of all pages that are open in this browser. */
  readonly buildsInUse: () => Promise<ReadonlySet<string>>;
};

/** Words in English stand in for those of another language for as long as that is on its way. */
const FALLBACK = 'en';
/** What is fetched in all, at most; some 3 MB are built. */
const BYTES_MAX = 24 * 1024 * 1024;

/**
 * Keeps all files of the page's own build, one after another, the page itself last: where that is
 * kept, all is. What is kept already is compared with its SHA-256 and fetched anew where it differs.
 * Builds that no open page is of are removed then. Never rejects.
 */
export async function keepFiles(
  build: string,
  ports: KeepPorts,
): Promise<Result<null, KeepProblem>> {
  try {
    await ports.untilQuiet();
    const answer = await ports.send(LIST, { cache: 'no-cache' });
    const text = answer.ok ? await answer.text() : '';
    const list = readFileList(text);
    if (list?.build !== build) return fail('no-list');
    const cache = await ports.caches.open(KEPT + build);
    if (!(await keepAll(list, cache, ports))) return fail('not-fetched');
    const page = await ports.send(PAGE, { cache: 'no-cache' });
    const html = page.ok ? markPage(await page.text(), build) : null;
    if (html === null) return fail('not-fetched');
    await cache.put(LIST, keptAnswer(text, answer));
    await cache.put(PAGE, keptAnswer(html, page));
    await removeOthers(build, ports);
    return ok(null);
  } catch (problem) {
    // Caches throw what fetch never does: a full disk, a private window.
    return fail(problem instanceof TypeError ? 'not-fetched' : 'no-room');
  }
}

async function keepAll(
  { files, languageOf }: FileList,
  cache: Cache,
  ports: KeepPorts,
): Promise<boolean> {
  let bytesLeft = BYTES_MAX;
  for (const [path, digest] of files) {
    const language = languageOf.get(path) ?? FALLBACK;
    if (language !== FALLBACK && language !== ports.language) continue;
    await ports.untilQuiet();
    const kept = await cache.match(path);
    if (kept && (await digestOf(await kept.arrayBuffer())) === digest) continue;
    const size = await keepOne(path, digest, cache, ports);
    bytesLeft -= size ?? 0;
    if (size === null || bytesLeft < 0) return false;
  }
  return true;
}

/** How many bytes it has; null where it does not come as it was built, past the browser's own cache too. */
async function keepOne(
  path: string,
  digest: string,
  cache: Cache,
  { send }: KeepPorts,
): Promise<number | null> {
  for (const from of ['default', 'reload'] as const) {
    const answer = await send(path, { cache: from, priority: 'low' });
    if (!answer.ok) continue;
    const bytes = await answer.arrayBuffer();
    if ((await digestOf(bytes)) !== digest) continue;
    await cache.put(path, keptAnswer(bytes, answer));
    return bytes.byteLength;
  }
  return null;
}

/** A tab of an older version, perhaps in a match, keeps its files until it is closed. */
async function removeOthers(build: string, { caches, buildsInUse }: KeepPorts): Promise<void> {
  const inUse = await buildsInUse();
  for (const name of await caches.keys()) {
    const other = name.startsWith(KEPT) ? name.slice(KEPT.length) : build;
    if (other !== build && !inUse.has(other)) await caches.delete(name);
  }
}
