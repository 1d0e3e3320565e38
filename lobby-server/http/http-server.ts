import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { parseRoomCode } from '../../shared/lobby/ids.ts';
import { serveGame } from './game-files.ts';
import { securityHeaders } from './security-headers.ts';

export type HttpPorts = {
  readonly gameFolder: string;
  readonly publicUrl: string | null;
  /** False while the server must get no new players. */
  readonly isReady: () => boolean;
};

const NOT_BUILT = 'The game is not built yet: run "npm run build".\n';

/** Everything but Socket.IO, which answers for its own path. */
export function makeHttpServer(ports: HttpPorts): Server {
  const headers = securityHeaders(ports.publicUrl);
  const serveFile = serveGame(ports.gameFolder);

  return createServer((request, response) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('Allow', 'GET, HEAD');
      answer(response, 405, 'method not allowed\n');
      return;
    }
    const path = pathOf(request);
    if (path === '/healthz') answer(response, 200, 'ok\n');
    else if (path === '/readyz') {
      const ready = ports.isReady();
      answer(response, ready ? 200 : 503, ready ? 'ready\n' : 'draining\n');
    } else if (serveFile === null) answer(response, 503, NOT_BUILT);
    else {
      if (isInvite(path)) request.url = '/';
      serveFile(request, response, () => answer(response, 404, 'not found\n'));
    }
  });
}

function answer(response: ServerResponse, status: number, text: string): void {
  response.statusCode = status;
  response.setHeader('Content-Type', 'text/plain; charset=utf-8');
  response.setHeader('Cache-Control', 'no-store');
  response.end(text);
}

/** [L52] An invite link opens the game; which room is meant, the page reads from its address. */
function isInvite(path: string): boolean {
  const match = /^\/j\/([^/]+)\/?$/.exec(path);
  return parseRoomCode(match?.[1]) !== null;
}

function pathOf(request: IncomingMessage): string {
  return (request.url ?? '/').split('?')[0] ?? '/';
}
