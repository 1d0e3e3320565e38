import type { Timers } from '../time/timers.ts';

/** What became of one file: `lost` is an answer without it, `refused` an answer of a server in trouble. */
export type FileAnswer = 'here' | 'lost' | 'refused' | 'silent';

export type FetchFileOptions = {
  readonly fetch: typeof fetch;
  readonly timers: Timers;
  /** Past the browser's cache: what lies there may be the wrong answer of the last try. */
  readonly afresh: boolean;
};

/** A download on which nothing arrives for so long has stopped. */
const STALL_MS = 15_000;
const SERVER_ERROR = 500;
const KINDS = [
  { ending: '.js', type: 'javascript' },
  { ending: '.css', type: 'css' },
] as const;

/**
 * Brings a file into the browser's cache, to the last byte. Never rejects. A part is imported only
 * once its files are there: Firefox remembers a failed import for as long as the page lives.
 */
export async function fetchFile(url: string, options: FetchFileOptions): Promise<FileAnswer> {
  const { timers, afresh } = options;
  const abort = new AbortController();
  const giveUp = (): void => abort.abort();
  let cancel = timers.after(STALL_MS, giveUp);
  const wait = (): void => {
    cancel();
    cancel = timers.after(STALL_MS, giveUp);
  };
  try {
    const cache = afresh ? 'reload' : 'default';
    const response = await options.fetch(url, { signal: abort.signal, cache });
    if (response.status >= SERVER_ERROR) return 'refused';
    if (!response.ok || !isOfItsKind(url, response)) return 'lost';
    await readToEnd(response, wait);
    return 'here';
  } catch {
    return 'silent';
  } finally {
    cancel();
    // What is left of an answer that is of no use; without effect on one that is read.
    abort.abort();
  }
}

/** Some servers answer a page where a file is missing. */
export function isOfItsKind(url: string, response: Response): boolean {
  const kind = KINDS.find(({ ending }) => url.endsWith(ending));
  return !kind || (response.headers.get('Content-Type') ?? '').includes(kind.type);
}

async function readToEnd({ body }: Response, onBytes: () => void): Promise<void> {
  if (!body) return;
  const reader = body.getReader();
  while (!(await reader.read()).done) onBytes();
}
