import { makeRoomCode, type RoomCode } from '../../shared/lobby/ids.ts';
import { fail, ok, type Result } from '../../shared/base/result.ts';
import type { Refusal } from '../../shared/lobby/lobby-events.ts';
import type { GuestId, LobbySeat, RoomRecord } from '../store/room-store.ts';
import { findHosted } from './room-access.ts';
import { findSeat } from './room-record.ts';
import type { Homes } from './rooms-ports.ts';

export type DoorsPorts = {
  /** The room that is known by this code. */
  readonly find: (code: RoomCode) => Promise<RoomRecord | null>;
  /** 0 … 1, not to be guessed. */
  readonly random: () => number;
  readonly homes?: Pick<Homes, 'claimNew' | 'claimDoor' | 'release'> | undefined;
};

/** Four in a row taken by chance means that something else is wrong. */
const CODE_TRIES = 4;

/** [L182] Which room a code leads to: not always the one that it was made for (ADR 0054). */
export class Doors {
  readonly #ports: DoorsPorts;
  /** Of rooms that are kept here and whose code was changed. */
  readonly #rooms = new Map<RoomCode, RoomCode>();

  constructor(ports: DoorsPorts) {
    this.#ports = ports;
  }

  /** What the room is known by that this code may lead to: the code itself, where it is no other's. */
  roomAt(code: RoomCode): RoomCode {
    return this.#rooms.get(code) ?? code;
  }

  /** The room that has this code, whether or not newcomers come in by it. */
  find(code: RoomCode): Promise<RoomRecord | null> {
    return this.#ports.find(this.roomAt(code));
  }

  /** The room that this code leads the guest to; null where it leads nowhere. */
  async findFor(code: RoomCode, guest: GuestId): Promise<RoomRecord | null> {
    const room = await this.find(code);
    return room !== null && leadsIn(room, code, guest) ? room : null;
  }

  /** A code that no room has; null where none was found. */
  async claim(): Promise<RoomCode | null> {
    const { random, find, homes } = this.#ports;
    for (let i = 0; i < CODE_TRIES; i++) {
      const code = makeRoomCode(random);
      if (this.#rooms.has(code) || (await find(code)) !== null) continue;
      if (homes === undefined || (await homes.claimNew(code))) return code;
    }
    return null;
  }

  /** A code that was claimed and is not needed. */
  giveBack(code: RoomCode): void {
    this.#ports.homes?.release(code, null);
  }

  /**
   * A room is not what it was, or has come here.
   *
   * @param isClaimed the new code is this process' own by now
   */
  follow(before: RoomRecord | null, after: RoomRecord, isClaimed = false): void {
    if (before?.door === after.door) return;
    if (before !== null) this.#close(before, null);
    if (after.door === after.code) return;
    this.#rooms.set(after.door, after.code);
    if (!isClaimed) this.#ports.homes?.claimDoor(after.door);
  }

  /** There is no such room any more; `hasEnded` is false where another process has it. */
  forget(room: RoomRecord, hasEnded: boolean): void {
    if (hasEnded) this.#close(room, room.id);
    else this.#rooms.delete(room.door);
  }

  #close({ code, door }: RoomRecord, id: RoomRecord['id'] | null): void {
    // The first code stays the room's own: nobody else gets it while there is this room.
    if (door === code) return;
    this.#rooms.delete(door);
    this.#ports.homes?.release(door, id);
  }
}

/** [L182] Whether this guest comes to the room by this code: newcomers by the present one alone. */
export function leadsIn(room: RoomRecord, code: RoomCode, guest: GuestId): boolean {
  return room.door === code || findSeat(room, guest) !== undefined;
}

/**
 * [L182] The room with another code, if it is the host that asks. A quick room keeps its own: strangers do not
 * come by it.
 */
export function changeDoor(
  room: RoomRecord | null,
  by: Pick<LobbySeat, 'guest' | 'page'>,
  door: RoomCode,
): Result<RoomRecord, Refusal> {
  const hosted = findHosted(room, by);
  if (!hosted.ok) return hosted;
  return hosted.value.quick ? fail({ code: 'NOT_HOST' }) : ok({ ...hosted.value, door });
}
