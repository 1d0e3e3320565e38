import { steadyMs } from '../../time/page-clock.ts';
import { answerFile, answerPage, keptKindOf } from './answer-offline.ts';
import { leaveIfUnwanted } from './leave-host.ts';

/** As much of a service worker's scope as is used: its types cannot stand beside those of a page. */
type WorkerScope = {
  readonly location: Pick<Location, 'origin'>;
  readonly caches: CacheStorage;
  readonly registration: ServiceWorkerRegistration;
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: LifeEvent) => void): void;
  addEventListener(type: 'fetch', listener: (event: AskEvent) => void): void;
};
type LifeEvent = { waitUntil(work: Promise<unknown>): void };
type AskEvent = LifeEvent & {
  readonly request: Request;
  readonly preloadResponse: Promise<Response | undefined>;
  respondWith(answer: Promise<Response>): void;
};

const scope = globalThis as unknown as WorkerScope;
const { origin } = scope.location;
/** The page's own files go first. */
const ASK_HOST_AFTER_MS = 5000;

const after = (ms: number, run: () => void): (() => void) => {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
};
const ports = {
  origin,
  timers: { after, now: steadyMs },
  silence: { sinceMs: Number.NEGATIVE_INFINITY },
  caches: scope.caches,
  registration: scope.registration,
  send: (what: RequestInfo, init?: RequestInit) => fetch(what, init),
};

// It keeps nothing of a version in mind, so a newer one may take its place under any page.
scope.addEventListener('install', () => void scope.skipWaiting());

scope.addEventListener('activate', (event) => {
  const { navigationPreload } = scope.registration;
  event.waitUntil(Promise.all([navigationPreload?.enable(), scope.clients.claim()]));
});

scope.addEventListener('fetch', (event) => {
  const kind = keptKindOf(event.request, origin);
  if (kind === 'file') event.respondWith(answerFile(event.request, ports));
  if (kind !== 'page') return;
  event.respondWith(answerPage(event.request, event.preloadResponse, ports));
  event.waitUntil(
    new Promise<void>((resolve) => after(ASK_HOST_AFTER_MS, resolve)).then(() =>
      leaveIfUnwanted(ports),
    ),
  );
});
