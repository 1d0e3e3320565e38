import type { IncomingHttpHeaders } from 'node:http';
import type { KnownHosts } from '../known-hosts.ts';

/**
 * [L34] May who sent this have a socket? Cross-origin rules cover neither websockets nor scripts, so
 * the server has to look itself, at each request.
 */
export function isOriginAllowed(headers: IncomingHttpHeaders, hosts: KnownHosts): boolean {
  const { origin, host, 'sec-fetch-site': site } = headers;
  if (origin !== undefined) {
    return hosts.origins.includes(origin) || (isOwn(origin, host) && hosts.isOutOfReach(host));
  }
  // Browsers leave the origin out of simple GETs, also of those that a foreign page causes.
  if (site !== undefined) return site === 'same-origin';
  // A program, or a browser on plain http, which says no more than that.
  return hosts.isKnown(host);
}

function isOwn(origin: string, host: string | undefined): boolean {
  const match = /^https?:\/\/([^/]+)$/.exec(origin);
  return match !== null && host !== undefined && match[1] === host.toLowerCase();
}
