import type { RoomCode } from '../../shared/lobby/ids.ts';
import type { RoomRecord } from '../store/room-store.ts';

/** [L184] The rooms in which no page's address is handed on, to be asked for each signal. */
export class RelayOnlyRooms {
  /** Members get TURN: else such a room's links all go through the lobby. */
  readonly hasTurn: boolean;
  readonly #rooms = new Set<RoomCode>();

  constructor(hasTurn: boolean) {
    this.hasTurn = hasTurn;
  }

  has(code: RoomCode): boolean {
    return this.#rooms.has(code);
  }

  /** The room is not what it was. */
  follow({ code, access }: Pick<RoomRecord, 'code' | 'access'>): void {
    if (access.relayOnly) this.#rooms.add(code);
    else this.#rooms.delete(code);
  }

  forget(code: RoomCode): void {
    this.#rooms.delete(code);
  }
}
