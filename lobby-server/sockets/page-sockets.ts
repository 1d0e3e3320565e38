import type { RoomCode } from '../../shared/lobby/ids.ts';

type Place = { readonly code: RoomCode; readonly session: number };

/**
 * Which socket each page of a room has. Socket.IO's own rooms would say it too, but only by a text that has to be made
 * for each question, and there are two of them for each signal and for each frame that is relayed.
 */
export class PageSockets<Socket extends object> {
  readonly #rooms = new Map<RoomCode, Map<number, Socket>>();
  readonly #places = new WeakMap<Socket, Place>();

  get(code: RoomCode, session: number): Socket | undefined {
    return this.#rooms.get(code)?.get(session);
  }

  /** [L10] A socket is in one room at most: it has no other place from now on. Nothing to do for one that is gone. */
  put(socket: Socket | undefined, code: RoomCode, session: number): void {
    if (socket === undefined) return;
    this.remove(socket);
    const pages = this.#rooms.get(code) ?? new Map<number, Socket>();
    this.#rooms.set(code, pages.set(session, socket));
    this.#places.set(socket, { code, session });
  }

  /** The socket has no place any more; another one that came to the same place since then keeps it. */
  remove(socket: Socket | undefined): void {
    const place = socket === undefined ? undefined : this.#places.get(socket);
    if (socket === undefined || place === undefined) return;
    this.#places.delete(socket);
    const pages = this.#rooms.get(place.code);
    if (pages?.get(place.session) !== socket) return;
    pages.delete(place.session);
    if (pages.size === 0) this.#rooms.delete(place.code);
  }
}
