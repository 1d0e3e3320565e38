import type { Server, Socket } from 'socket.io';
import type { ClientEvents, ServerEvents } from '../../shared/lobby/lobby-events.ts';
import type { Connection } from './connection.ts';
import type { WritingSocket } from './one-write.ts';
import type { TextSocket } from './write-text.ts';

export type IoServer = Server<
  ClientEvents,
  ServerEvents,
  Record<string, never>,
  { lobby: Connection }
>;
export type IoSocket = Socket<
  ClientEvents,
  ServerEvents,
  Record<string, never>,
  { lobby: Connection }
>;

/** Socket.IO's types cannot follow a generic event name. */
export function anyEvent(target: unknown): { emit(name: string, news: object): void } {
  return target as { emit(name: string, news: object): void };
}

/** Socket.IO's types leave out the TCP connection below a websocket. */
export function writing({ conn }: IoSocket): WritingSocket {
  return conn as unknown as WritingSocket;
}

/** The same for what text leaves by. */
export function textSocket({ conn }: IoSocket): TextSocket {
  return conn as unknown as TextSocket;
}

/** Headers, times and what it said as it came: nobody looks at them again, and thousands of sockets only wait. */
export function forgetHandshake(socket: object): void {
  Object.assign(socket, { handshake: NO_HANDSHAKE });
}

const NO_HANDSHAKE = Object.freeze({});
