import { type IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import type { Duplex } from 'node:stream';

/** A short answer that nobody may keep. */
export function answer(
  response: ServerResponse,
  status: number,
  text: string,
  type = 'text/plain; charset=utf-8',
): void {
  response.statusCode = status;
  response.setHeader('Content-Type', type);
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader('Content-Length', Buffer.byteLength(text));
  response.end(text);
}

/** An ordinary response on a connection that was asked to become something else (Upgrade, CONNECT). */
export function responseOn(socket: Duplex, request: IncomingMessage): ServerResponse {
  const response = new ServerResponse(request);
  // Only net.Socket has what a response needs, and Node hands over no other.
  if (!(socket instanceof Socket)) throw new TypeError('upgrade without a TCP socket');
  response.shouldKeepAlive = false;
  response.assignSocket(socket);
  // The other end may be gone already: then an error is for nobody.
  socket.once('error', () => socket.destroy());
  response.once('finish', () => {
    response.detachSocket(socket);
    socket.destroySoon();
  });
  return response;
}

/** For what is no HTTP: there is neither a request nor a response object. */
export function answerRaw(
  socket: Duplex,
  status: string,
  headers: Readonly<Record<string, string>>,
): void {
  const lines = Object.entries({
    ...headers,
    'Cache-Control': 'no-store',
    'Content-Length': '0',
    Connection: 'close',
  }).map(([name, value]) => `${name}: ${value}`);
  socket.write(`HTTP/1.1 ${status}\r\n${lines.join('\r\n')}\r\n\r\n`);
  if (socket instanceof Socket) socket.destroySoon();
  else socket.destroy();
}

/** How many answers are under way on a connection: with pipelining more than one. */
export class AnswerCounts {
  readonly #counts = new WeakMap<Duplex, number>();

  watch(socket: Duplex, response: ServerResponse): void {
    this.#add(socket, 1);
    response.once('close', () => this.#add(socket, -1));
  }

  isAnswering(socket: Duplex): boolean {
    return (this.#counts.get(socket) ?? 0) > 0;
  }

  #add(socket: Duplex, change: number): void {
    this.#counts.set(socket, (this.#counts.get(socket) ?? 0) + change);
  }
}
