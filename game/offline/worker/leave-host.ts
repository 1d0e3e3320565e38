import { KEPT } from '../kept-files.ts';

export type HostPorts = {
  /** `fetch` of the worker. */
  readonly send: (url: string, init: RequestInit) => Promise<Response>;
  readonly caches: Pick<CacheStorage, 'keys' | 'delete'>;
  readonly registration: Pick<ServiceWorkerRegistration, 'unregister'>;
};

/** Where the worker lies. */
export const WORKER = '/sw.js';
const GONE: ReadonlySet<number> = new Set([404, 410]);

/**
 * A server that says that it has no such worker gets rid of it, and of all that was kept: browsers by
 * themselves keep a worker whose file is gone. A server that is silent or in trouble says nothing.
 */
export async function leaveIfUnwanted({ send, caches, registration }: HostPorts): Promise<void> {
  const answer = await send(WORKER, { cache: 'no-store' }).catch(() => null);
  if (!answer || !GONE.has(answer.status)) return;
  for (const name of await caches.keys()) if (name.startsWith(KEPT)) await caches.delete(name);
  await registration.unregister();
}
