import { isOfItsKind } from '../../load/fetch-file.ts';
import type { Timers } from '../../time/timers.ts';
import { digestOf, KEPT, LIST, markPage, PAGE, readFileList } from '../kept-files.ts';

export type AnswerPorts = {
  /** `fetch` of the worker. */
  readonly send: (request: Request) => Promise<Response>;
  readonly caches: Pick<CacheStorage, 'keys' | 'open'>;
  readonly timers: Timers;
  /** When the network did not answer, the last time. */
  readonly silence: { sinceMs: number };
  readonly origin: string;
};

/** As much of a request as decides who answers it. */
export type Asked = Pick<Request, 'method' | 'mode' | 'url'>;

/** A server that has said nothing for so long is waited for no longer, where there is a kept answer. */
const PATIENCE_MS = 4000;
/** For so long a network that was silent is believed to be. */
const SILENCE_MS = 15_000;
const SERVER_ERROR = 500;

/**
 * What of the game is asked for: its page, or a file of it that never changes. Null for all else, which
 * the worker leaves to the browser: the lobby, what operators read, the page on privacy.
 */
export function keptKindOf(asked: Asked, origin: string): 'page' | 'file' | null {
  const url = new URL(asked.url);
  if (asked.method !== 'GET' || url.origin !== origin) return null;
  if (asked.mode === 'navigate') {
    return /^\/(?:index\.html|j|j\/.*)?$/i.test(url.pathname) ? 'page' : null;
  }
  return /^\/assets\/[\w.-]+$/.test(url.pathname) ? 'file' : null;
}

/**
 * The server's page, so that whoever can reach the server has its newest version. Where it does not
 * answer, or a proxy says that it does not, the newest page of which everything is kept.
 */
export async function answerPage(
  request: Request,
  preload: Promise<Response | undefined>,
  ports: AnswerPorts,
): Promise<Response> {
  const asked = preload.then((preloaded) => preloaded ?? ports.send(request));
  return orKept(asked, isFromServer, () => keptPage(ports), ports);
}

function isFromServer({ status }: Response): boolean {
  return status < SERVER_ERROR;
}

/**
 * The server's file. Where it has none, or not as it should be, the kept one, of whichever build. Behind
 * a network that did not answer the kept one is looked for first, or each file would be waited for.
 */
export async function answerFile(request: Request, ports: AnswerPorts): Promise<Response> {
  const { pathname } = new URL(request.url);
  const isGood = (answer: Response): boolean => answer.ok && isOfItsKind(pathname, answer);
  const bringKept = () => keptFile(pathname, ports);
  const { silence, timers } = ports;
  if (timers.now() - silence.sinceMs < SILENCE_MS) {
    const kept = await bringKept().catch(() => null);
    if (kept) return kept;
  }
  return orKept(ports.send(request), isGood, bringKept, ports);
}

/** An answer of the network that is good; else the kept one; else whatever the network says. */
async function orKept(
  network: Promise<Response>,
  isGood: (answer: Response) => boolean,
  bringKept: () => Promise<Response | null>,
  { timers, silence }: AnswerPorts,
): Promise<Response> {
  const answer = await new Promise<Response | null>((resolve) => {
    const stopWaiting = timers.after(PATIENCE_MS, () => resolve(null));
    const take = (answered: Response | null): void => {
      stopWaiting();
      resolve(answered);
    };
    network.then(take, () => take(null));
  });
  if (answer && isGood(answer)) return answer;
  if (!answer) silence.sinceMs = timers.now();
  // A broken cache is none: then it is as if there were no worker.
  const kept = await bringKept().catch(() => null);
  return kept ?? network;
}

async function keptPage({ caches }: AnswerPorts): Promise<Response | null> {
  // In the order in which they were made, and each page after all of its files.
  for (const name of (await buildNames(caches)).toReversed()) {
    const page = await (await caches.open(name)).match(PAGE);
    if (!page) continue;
    const html = await page.clone().text();
    if (markPage(html, name.slice(KEPT.length)) !== null) return page;
  }
  return null;
}

/** A file that is not what was built is no answer. */
async function keptFile(path: string, { caches }: AnswerPorts): Promise<Response | null> {
  for (const name of await buildNames(caches)) {
    const cache = await caches.open(name);
    const kept = await cache.match(path);
    if (!kept) continue;
    const list = readFileList((await (await cache.match(LIST))?.text()) ?? '');
    const digest = await digestOf(await kept.clone().arrayBuffer());
    if (list?.files.get(path) === digest) return kept;
  }
  return null;
}

async function buildNames(caches: Pick<CacheStorage, 'keys'>): Promise<string[]> {
  return (await caches.keys()).filter((name) => name.startsWith(KEPT));
}
