import { randomBytes } from 'node:crypto';
import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import * as z from 'zod/mini';

const WAIT_MS = 5000;
const BODY_BYTES_MAX = 65_536;

/** What came back, or in place of it why nothing did. */
export type ServerAnswer = {
  readonly status: number;
  readonly body: string;
  /** ms since 1970 of the server's clock; null when it does not say. */
  readonly dateMs: number | null;
  /** The connection became a websocket. */
  readonly isUpgraded: boolean;
};

const serverFacts = z.object({
  peerball: z.string(),
  trustedProxies: z.int(),
  forwardedBy: z.int(),
});

/** [L138] What a server says of how it was reached. */
export type ServerFacts = Readonly<z.infer<typeof serverFacts>>;

/** Reads the answer to `/check.json`; null when it is none of ours. */
export function readServerFacts(body: string): ServerFacts | null {
  try {
    const parsed = serverFacts.safeParse(JSON.parse(body));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** Asks for a path of a server; a text that says what went wrong when nothing answers. */
export function askServer(
  base: string,
  path: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<ServerAnswer | string> {
  const url = new URL(path, base);
  return new Promise((resolve) => {
    const send = url.protocol === 'https:' ? requestHttps : requestHttp;
    const request = send(url, { headers, timeout: WAIT_MS, agent: false });
    request.once('timeout', () => {
      resolve('no answer within 5 s');
      request.destroy();
    });
    request.once('error', (problem: NodeJS.ErrnoException) => resolve(wordsFor(problem)));
    request.once('upgrade', (response, socket) => {
      socket.destroy();
      resolve(answerOf(response, '', true));
    });
    request.once('response', (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (text: string) => {
        if (body.length < BODY_BYTES_MAX) body += text;
      });
      response.once('end', () => resolve(answerOf(response, body, false)));
    });
    request.end();
  });
}

/** Headers that ask for a websocket, as a page of that origin does. */
export function websocketHeaders(origin: string): Readonly<Record<string, string>> {
  return {
    Origin: origin,
    Connection: 'Upgrade',
    Upgrade: 'websocket',
    'Sec-WebSocket-Version': '13',
    'Sec-WebSocket-Key': randomBytes(16).toString('base64'),
  };
}

function answerOf(response: IncomingMessage, body: string, isUpgraded: boolean): ServerAnswer {
  const dateMs = Date.parse(response.headers.date ?? '');
  return {
    status: response.statusCode ?? 0,
    body,
    dateMs: Number.isNaN(dateMs) ? null : dateMs,
    isUpgraded,
  };
}

function wordsFor({ code, message }: NodeJS.ErrnoException): string {
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'no name server knows that name';
  if (code === 'ECONNREFUSED') return 'nothing listens there';
  if (code === 'ECONNRESET') return 'the connection was cut';
  if (code?.includes('CERT') === true || code?.includes('SELF_SIGNED') === true) {
    return `browsers would not trust its certificate (${code})`;
  }
  return code ?? message;
}
