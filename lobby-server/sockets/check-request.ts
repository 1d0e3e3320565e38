import type { IncomingMessage, ServerResponse } from 'node:http';
import type { KnownHosts } from '../known-hosts.ts';
import { isOriginAllowed } from './check-origin.ts';

export type Refused = { readonly status: 400 | 403 | 405 | 429 | 503; readonly reason: string };

export type Door = {
  readonly hosts: KnownHosts;
  readonly isSession: (id: string) => boolean;
  /** What stands in the way of one more session. */
  readonly refuseNew: (request: IncomingMessage) => Refused | null;
};

const PROTOCOL = '4';
/** RFC 6455: 16 bytes in base64. */
const WEBSOCKET_KEY = /^[+/\dA-Za-z]{22}==$/;
const WEBSOCKET_VERSION = /^(8|13)$/;

/**
 * [L55] What is wrong with a request or an upgrade to /socket.io/, before Engine.IO sees it; null
 * when nothing is. Engine.IO itself looks at the origin of the first request of a session only.
 */
export function checkRequest(
  request: IncomingMessage,
  isUpgrade: boolean,
  { hosts, isSession, refuseNew }: Door,
): Refused | null {
  if (!isOriginAllowed(request.headers, hosts)) return { status: 403, reason: 'ORIGIN' };
  const query = new URLSearchParams(/\?([^#]*)/.exec(request.url ?? '')?.[1] ?? '');
  const names = [...query.keys()];
  // `j` asks for the answer as a script (JSONP), which any page may load.
  if (query.has('j') || new Set(names).size < names.length) return bad('QUERY');
  if (query.get('EIO') !== PROTOCOL) return bad('PROTOCOL');
  const problem = isUpgrade ? checkUpgrade(request, query) : checkMethod(request);
  if (problem !== null) return problem;
  const session = query.get('sid');
  if (session === null) return refuseNew(request);
  return isSession(session) ? null : bad('SESSION');
}

/** Answers a refused request with its status and, as JSON, the reason. */
export function answerRefused(response: ServerResponse, { status, reason }: Refused): void {
  if (status === 405) response.setHeader('Allow', 'GET, POST');
  // Otherwise a body that nobody wants would be read to its end.
  response.setHeader('Connection', 'close');
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader('Content-Type', 'application/json');
  response.statusCode = status;
  response.end(JSON.stringify({ message: reason }));
}

function checkMethod({ method }: IncomingMessage): Refused | null {
  return method === 'GET' || method === 'POST' ? null : { status: 405, reason: 'METHOD' };
}

/** What `ws` would refuse by itself, with an answer that has no security headers. */
function checkUpgrade(
  { method, headers }: IncomingMessage,
  query: URLSearchParams,
): Refused | null {
  const isWebsocket =
    method === 'GET' &&
    query.get('transport') === 'websocket' &&
    headers.upgrade?.toLowerCase() === 'websocket' &&
    WEBSOCKET_KEY.test(headers['sec-websocket-key'] ?? '') &&
    WEBSOCKET_VERSION.test(String(headers['sec-websocket-version'])) &&
    headers['sec-websocket-protocol'] === undefined;
  return isWebsocket ? null : bad('UPGRADE');
}

function bad(reason: string): Refused {
  return { status: 400, reason };
}
