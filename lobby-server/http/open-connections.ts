import type { Server } from 'node:http';
import type { Socket } from 'node:net';

export type ConnectionLimits = {
  readonly inAll: number;
  /** Null: all come from one proxy. */
  readonly ofName: number | null;
  /** The name under which an address is counted: equal names are counted together. */
  readonly nameOf: (address: string) => string;
};

/**
 * Every TCP connection of a server, whatever became of it: one that says nothing, a download, a
 * websocket. Node's own list forgets those that were upgraded.
 */
export class OpenConnections {
  /** Under which name each is counted. */
  readonly #open = new Map<Socket, string>();
  readonly #countOf = new Map<string, number>();
  readonly #limits: ConnectionLimits;
  /** One for all connections: thousands of them only wait. */
  readonly #closed: (this: Socket) => void;
  #onEmpty: () => void = () => {};

  constructor(server: Server, limits: ConnectionLimits) {
    this.#limits = limits;
    server.maxConnections = limits.inAll;
    server.on('connection', (socket: Socket) => this.#take(socket));
    const release = (socket: Socket): void => this.#release(socket);
    this.#closed = function () {
      release(this);
    };
  }

  get size(): number {
    return this.#open.size;
  }

  /** Lets what was written leave for so long, then cuts. Resolves when nothing is open. */
  async end(graceMs: number): Promise<void> {
    if (this.#open.size === 0) return;
    const emptied = new Promise<void>((resolve) => {
      this.#onEmpty = resolve;
    });
    for (const socket of this.#open.keys()) socket.end();
    const timer = setTimeout(() => {
      for (const socket of this.#open.keys()) socket.destroy();
    }, graceMs);
    await emptied;
    clearTimeout(timer);
  }

  #take(socket: Socket): void {
    const { ofName, nameOf } = this.#limits;
    const name = ofName === null ? '' : nameOf(socket.remoteAddress ?? '');
    const count = (this.#countOf.get(name) ?? 0) + 1;
    if (ofName !== null && count > ofName) {
      socket.destroy();
      return;
    }
    this.#open.set(socket, name);
    this.#countOf.set(name, count);
    socket.on('close', this.#closed);
  }

  #release(socket: Socket): void {
    const name = this.#open.get(socket) ?? '';
    this.#open.delete(socket);
    const left = (this.#countOf.get(name) ?? 1) - 1;
    if (left > 0) this.#countOf.set(name, left);
    else this.#countOf.delete(name);
    if (this.#open.size === 0) this.#onEmpty();
  }
}
