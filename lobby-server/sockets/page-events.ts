import type { Connection } from './connection.ts';
import type { IoSocket } from './io-socket.ts';

export type PageEventsPorts = {
  /** `message` is all that came with the event. */
  readonly onMessage: (connection: Connection, event: unknown, message: readonly unknown[]) => void;
  readonly onGone: (connection: Connection, how: 'lost' | 'bye') => void;
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
      const connection = this.data.lobby;
      connection.closed = true;
      // [L15] A page that is closed says goodbye by itself; a lost one cannot.
      onGone(connection, reason === 'client namespace disconnect' ? 'bye' : 'lost');
    };
  }

  hear(socket: IoSocket): void {
    socket.onAny(this.#said);
    socket.on('disconnect', this.#disconnected);
  }
}
