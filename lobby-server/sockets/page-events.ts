import type { Connection } from './connection.ts';
import type { Times } from '../limits/limits.ts';
import type { IoSocket } from './io-socket.ts';
import { isPolling } from './relay-pages.ts';

export type PageEventsPorts = {
  /** `message` is all that came with the event. */
  readonly onMessage: (connection: Connection, event: unknown, message: readonly unknown[]) => void;
  readonly onGone: (socket: IoSocket, how: 'lost' | 'bye') => void;
};

/** Hears what the sockets of pages say. One listener of each kind for all of them, as in `WaitingBytes`. */
export class PageEvents {
  readonly #said: (this: IoSocket, event: unknown, ...message: unknown[]) => void;
  readonly #disconnected: (this: IoSocket, reason: string) => void;

  constructor({ onMessage, onGone }: PageEventsPorts) {
    this.#said = function (event, ...message) {
      onMessage(this.data.lobby, event, message);
    };
    this.#disconnected = function (reason) {
      this.data.lobby.closed = true;
      // [L15] A page that is closed says goodbye by itself; a lost one cannot.
      onGone(this, reason === 'client namespace disconnect' ? 'bye' : 'lost');
    };
  }

  hear(socket: IoSocket): void {
    socket.onAny(this.#said);
    socket.on('disconnect', this.#disconnected);
  }
}

/** [L28] Whether the page that seems to be there answers in time. */
export function isAnswering(
  socket: IoSocket,
  { aliveMs, alivePollingMs }: Pick<Times, 'aliveMs' | 'alivePollingMs'>,
): Promise<boolean> {
  return new Promise((resolve) => {
    const answered = (problem: Error | null): void => resolve(problem === null);
    socket.timeout(isPolling(socket) ? alivePollingMs : aliveMs).emit('alive', answered);
  });
}
