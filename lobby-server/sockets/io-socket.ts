import type { Server, Socket } from 'socket.io';
import type { ClientEvents, ServerEvents } from '../../shared/lobby/lobby-events.ts';
import type { Connection } from './connection.ts';

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
