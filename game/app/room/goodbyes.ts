import type { RoomSession } from '../../../shared/netplay/room-session.ts';

/** A room whose goodbye was said: it leaves with the session's next packets. */
export type LeftRoom = {
  readonly session: RoomSession;
  /** True once the goodbye had its time: the links are closed by then. */
  isGone(nowMs: number): boolean;
  /** Closes the links at once. */
  hangUp(): void;
};

/** Rooms that were left a moment ago. Their sessions need time until the goodbye is gone. */
export class Goodbyes {
  #rooms: readonly LeftRoom[] = [];
  #sessions: readonly RoomSession[] = [];

  /** Those to be advanced; the same list until one begins or ends. */
  get sessions(): readonly RoomSession[] {
    return this.#sessions;
  }

  begin(room: LeftRoom): void {
    this.#keep([...this.#rooms, room]);
  }

  /** Ends all at once: the lobby says the rest. False when there is none. */
  hurry(): boolean {
    const rooms = this.#rooms;
    for (const room of rooms) room.hangUp();
    this.#keep([]);
    return rooms.length > 0;
  }

  /** Drops those that are gone; true when one is. */
  end(nowMs: number): boolean {
    if (this.#rooms.length === 0) return false;
    const staying = this.#rooms.filter((room) => !room.isGone(nowMs));
    if (staying.length === this.#rooms.length) return false;
    this.#keep(staying);
    return true;
  }

  #keep(rooms: readonly LeftRoom[]): void {
    this.#rooms = rooms;
    this.#sessions = rooms.map(({ session }) => session);
  }
}
