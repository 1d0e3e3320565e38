import { createServer, type IncomingMessage, type Server, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { LOBBY_VERSION } from '../../shared/version.ts';
import { describeProblem } from '../describe-problem.ts';
import { type KnownHosts, nameOf } from '../known-hosts.ts';
import type { Times } from '../limits/limits.ts';
import type { Logger } from '../log.ts';
import { answer, AnswerCounts, answerRaw, responseOn } from './answer.ts';
import { readGame } from './game-files.ts';
import { BOX_HEADERS, headersOfRoomPage } from './security-headers.ts';
import { sendFile } from './send-file.ts';

/** Answers for its own path, whatever is asked there. */
export type SocketDoor = {
  readonly path: string;
  handleRequest(request: IncomingMessage, response: ServerResponse): void;
  /** `respond` gives a response in the case that there is no upgrade. */
  handleUpgrade(
    request: IncomingMessage,
    socket: Duplex,
    head: Buffer,
    respond: () => ServerResponse,
  ): void;
};

/** Answers for some paths of its own. */
export type OwnDoor = {
  isFor(path: string): boolean;
  handle(path: string, request: IncomingMessage, response: ServerResponse): void;
};

export type HttpPorts = {
  readonly gameFolder: string;
  readonly sourceMaps: boolean;
  /** Where everybody reaches this server, if that is known. */
  readonly publicUrl: string | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly hosts: KnownHosts;
  /** A proxy in front may ask by a name of its own. */
  readonly trustedProxies: number;
  readonly sockets: SocketDoor;
  /** Of the person who runs the server; null where there is none. */
  readonly operator: OwnDoor | null;
  readonly times: Times;
  readonly log: Logger;
  /** False while the server must get no new players. */
  readonly isReady: () => boolean;
};

const NOT_BUILT = 'The game is not built yet: run "npm run build", then start the server again.\n';

/** [L145] */
const PRIVACY_PAGE = '/privacy.html';
const OPERATOR_PAGE = '/operator/index.html';
const ROOM_PAGE = '/headless/index.html';
const ROOM_BOX = '/headless/box.html';
/** The path of no file. */
const NOWHERE = '';
/** How often in the time for headers Node looks for connections whose time is over. */
const LOOKS = 5;

/** Everything that speaks HTTP: the game, health, and the way to the sockets. */
export function makeHttpServer(ports: HttpPorts): Server {
  const { headers, sockets, times, log } = ports;
  const answering = new AnswerCounts();
  const respond = makeResponder(ports);
  const begin = (request: IncomingMessage, response: ServerResponse): ServerResponse => {
    answering.watch(request.socket, response);
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    return response;
  };
  const handle = (request: IncomingMessage, response: ServerResponse): void => {
    begin(request, response);
    guard(log, response, () => respond(request, response));
  };

  // A missing Host is answered below, with the headers that every answer has.
  const settings = {
    headersTimeout: times.headersMs,
    requestTimeout: times.requestMs,
    keepAliveTimeout: times.keptOpenMs,
    connectionsCheckingInterval: times.headersMs / LOOKS,
    requireHostHeader: false,
  };
  const server = createServer(settings, handle);
  server.timeout = times.standstillMs;
  // Their size is bounded. Beyond a number Node drops some without a word, perhaps Origin.
  server.maxHeadersCount = 0;

  server.on('upgrade', (request, socket, head) => {
    const response = (): ServerResponse => begin(request, responseOn(socket, request));
    if (!isFor(sockets, request)) {
      // A request that is not understood is answered as if nothing had been asked.
      handle(request, responseOn(socket, request));
      return;
    }
    guard(log, socket, () => sockets.handleUpgrade(request, socket, head, response));
  });
  server.on('connect', (request, socket) => handle(request, responseOn(socket, request)));
  server.on('checkExpectation', (request, response) => {
    answer(begin(request, response), 417, 'expectation failed\n');
  });
  server.on('clientError', (problem: NodeJS.ErrnoException, socket) => {
    const isLost = !socket.writable || problem.code === 'ECONNRESET';
    // In the midst of an answer another one would be taken for a part of it.
    if (isLost || answering.isAnswering(socket)) socket.destroy();
    else answerRaw(socket, statusFor(problem.code), headers);
  });
  return server;
}

/** [L57] Whatever goes wrong in an answer is logged, and costs that answer only. */
function guard(log: Logger, to: ServerResponse | Duplex, run: () => void): void {
  try {
    run();
  } catch (problem) {
    log.error('request-failed', { problem: describeProblem(problem) });
    if (!(to instanceof ServerResponse) || to.headersSent) to.destroy();
    else answer(to, 500, 'something went wrong\n');
  }
}

function makeResponder(ports: HttpPorts) {
  const { hosts, sockets, operator, trustedProxies } = ports;
  const files = readGame(ports.gameFolder, ports.sourceMaps, ports.publicUrl);

  return (request: IncomingMessage, response: ServerResponse): void => {
    if (isFor(sockets, request)) {
      sockets.handleRequest(request, response);
      return;
    }
    const { method, headers } = request;
    const path = pathOf(request);
    if (operator?.isFor(path) === true) {
      operator.handle(path, request, response);
      return;
    }
    if (method !== 'GET' && method !== 'HEAD') {
      response.setHeader('Allow', 'GET, HEAD');
      // Otherwise a body that nobody wants would be read to its end.
      response.setHeader('Connection', 'close');
      answer(response, 405, 'method not allowed\n');
      return;
    }
    if (path === '/healthz') answer(response, 200, 'ok\n');
    else if (path === '/check.json') answerCheck(request, response, trustedProxies);
    else if (path === '/readyz') answerReady(response, ports.isReady());
    else if (nameOf(headers.host) === null) answer(response, 400, 'no Host\n');
    else if (trustedProxies === 0 && !hosts.isKnown(headers.host)) {
      answer(response, 421, explainHost(headers.host!));
    } else if (files === null) answer(response, 503, NOT_BUILT);
    else {
      const name = fileFor(path, operator !== null);
      const file = files.get(name);
      setHeadersOf(name, ports.headers, response);
      const page = files.get('/');
      if (file !== undefined) sendFile(request, response, file);
      else if (page !== undefined && isOpenedByPerson(request, path)) {
        response.statusCode = 404;
        sendFile(request, response, page);
      } else answer(response, 404, 'not found\n');
    }
  };
}

/** [L138] How this request got here, for `peerball check`. Known to who asks, but for the number of proxies. */
function answerCheck(
  { headers }: IncomingMessage,
  response: ServerResponse,
  trustedProxies: number,
): void {
  const forwarded = String(headers['x-forwarded-for'] ?? '').split(',');
  const forwardedBy = forwarded.filter((entry) => entry.trim() !== '').length;
  const facts = { peerball: `lobby ${LOBBY_VERSION}`, trustedProxies, forwardedBy };
  answer(response, 200, JSON.stringify(facts), 'application/json');
}

function answerReady(response: ServerResponse, isReady: boolean): void {
  answer(response, isReady ? 200 : 503, isReady ? 'ready\n' : 'draining\n');
}

/** The page would load and then be refused a socket: better said at once. */
function explainHost(host: string): string {
  return (
    `This server does not know that it is called ${host}.\n` +
    `If it is yours: start it with PEERBALL_PUBLIC_URL=http://${host} (or https).\n`
  );
}

function isFor({ path }: SocketDoor, { url }: IncomingMessage): boolean {
  return url?.startsWith(path) === true;
}

/**
 * [L52] An invite link opens the game, whatever was sent along with it; which room is meant, or that
 * none is, the page says: it reads its own address.
 */
function isInvite(path: string): boolean {
  return /^\/j(?:\/|$)/i.test(path);
}

/** [L160] What some files have in place of the headers of every answer. */
function setHeadersOf(
  name: string,
  { 'Content-Security-Policy': policy = '' }: Readonly<Record<string, string>>,
  response: ServerResponse,
): void {
  const page = name === ROOM_PAGE ? headersOfRoomPage(policy) : {};
  const own = name === ROOM_BOX ? BOX_HEADERS : page;
  for (const [header, value] of Object.entries(own)) response.setHeader(header, value);
}

/** [L135] The operator's page is there where somebody may use it. */
function fileFor(path: string, hasOperator: boolean): string {
  if (isInvite(path)) return '/';
  if (path === '/privacy') return PRIVACY_PAGE;
  if (/^\/headless\/?$/i.test(path)) return ROOM_PAGE;
  if (!/^\/operator(?:\/|$)/i.test(path)) return path;
  return hasOperator && /^\/operator\/?$/i.test(path) ? OPERATOR_PAGE : NOWHERE;
}

/** [L84] A browser that goes to an address asks for a page; one that misses a script must not get one. */
function isOpenedByPerson({ headers }: IncomingMessage, path: string): boolean {
  return !path.startsWith('/assets/') && headers.accept?.includes('text/html') === true;
}

/** A whole address in place of a path is for proxies, but every server has to take it. */
function pathOf({ url = '/' }: IncomingMessage): string {
  return url.replace(/^https?:\/\/[^/?#]*/i, '').split(/[?#]/)[0] || '/';
}

function statusFor(code: string | undefined): string {
  if (code === 'HPE_HEADER_OVERFLOW') return '431 Request Header Fields Too Large';
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return '408 Request Timeout';
  return '400 Bad Request';
}
