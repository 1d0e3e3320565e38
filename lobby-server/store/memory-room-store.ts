import type { RoomCode } from '../../shared/lobby/ids.ts';
import type { RoomChange, RoomRecord, RoomStore } from './room-store.ts';

/** The rooms of one process; they end with it. */
export class MemoryRoomStore implements RoomStore {
  readonly #rooms = new Map<RoomCode, RoomRecord>();

  get(code: RoomCode): Promise<RoomRecord | null> {
    return Promise.resolve(this.#rooms.get(code) ?? null);
  }

  async update<Outcome>(
    code: RoomCode,
    change: (room: RoomRecord | null) => RoomChange<Outcome>,
  ): Promise<Outcome> {
    const { room, outcome } = change(this.#rooms.get(code) ?? null);
    if (room === null) this.#rooms.delete(code);
    else this.#rooms.set(code, room);
    return outcome;
  }

  count(): Promise<number> {
    return Promise.resolve(this.#rooms.size);
  }

  all(): Promise<readonly RoomRecord[]> {
    return Promise.resolve([...this.#rooms.values()]);
  }
}
