import type { RoomCode } from '../../shared/lobby/ids.ts';
import { KNOCK_MS, KNOCKS_MAX } from '../../shared/lobby/limits.ts';
import type { Refusal } from '../../shared/lobby/lobby-events.ts';
import type { GuestId } from '../store/room-store.ts';
import type { Timers } from '../timers.ts';

/** One guest before the door of one room. */
export type Knock = {
  readonly id: string;
  readonly guest: GuestId;
  readonly connection: string;
  readonly name: string;
};

type Known = Knock & {
  readonly state: 'waiting' | 'let-in' | 'refused';
  readonly cancel: () => void;
};

export type KnocksPorts = {
  readonly timers: Timers;
  readonly makeId: () => string;
  /** Others wait before the door of this room than before. */
  readonly onChange: (code: RoomCode) => void;
  /** The host answered, or did not in time. */
  readonly onAnswer: (code: RoomCode, knock: Knock, isLetIn: boolean) => void;
};

/** [L94] Guests that wait to be let in, and what became of that. */
export class Knocks {
  readonly #ports: KnocksPorts;
  readonly #rooms = new Map<RoomCode, Map<GuestId, Known>>();

  constructor(ports: KnocksPorts) {
    this.#ports = ports;
  }

  /** Those who wait before this room, longest first. */
  waiting(code: RoomCode): readonly Knock[] {
    return this.#all(code).filter(({ state }) => state === 'waiting');
  }

  isLetIn(code: RoomCode, guest: GuestId): boolean {
    return this.#rooms.get(code)?.get(guest)?.state === 'let-in';
  }

  /** What a guest that may not come in yet hears: it waits, was refused, or too many wait already. */
  knock(code: RoomCode, by: Omit<Knock, 'id'>): Refusal {
    const known = this.#rooms.get(code)?.get(by.guest);
    if (known?.state === 'refused') return { code: 'KNOCK_REFUSED' };
    if (known === undefined && this.waiting(code).length >= KNOCKS_MAX) {
      return { code: 'RATE_LIMITED', retryMs: KNOCK_MS };
    }
    // One that asks again waits no longer for it, but hears of the answer where it is now.
    if (known === undefined) {
      this.#put(code, { ...by, id: this.#ports.makeId(), state: 'waiting' });
      this.#ports.onChange(code);
    } else if (known.connection !== by.connection) {
      this.#rooms.get(code)?.set(by.guest, { ...known, connection: by.connection });
    }
    return { code: 'KNOCK_PENDING' };
  }

  /** The host's word; false when that guest waits no more. A no holds for as long as a knock does. */
  answer(code: RoomCode, id: string, isLetIn: boolean): boolean {
    const knock = this.waiting(code).find((one) => one.id === id);
    if (knock === undefined) return false;
    this.#settle(code, knock, isLetIn);
    return true;
  }

  /** It is in, or gives up. */
  end(code: RoomCode, guest: GuestId): void {
    const knock = this.#take(code, guest);
    if (knock?.state === 'waiting') this.#ports.onChange(code);
  }

  /** A connection ended: it waits before no door any more. */
  endConnection(connection: string): void {
    for (const code of this.#rooms.keys()) {
      const gone = this.waiting(code).find((knock) => knock.connection === connection);
      if (gone !== undefined) this.end(code, gone.guest);
    }
  }

  /** The room is gone: those who wait are told no. */
  forget(code: RoomCode): void {
    for (const knock of this.#all(code)) {
      this.#take(code, knock.guest);
      if (knock.state === 'waiting') this.#ports.onAnswer(code, knock, false);
    }
  }

  close(): void {
    for (const code of this.#rooms.keys()) {
      for (const { guest } of this.#all(code)) this.#take(code, guest);
    }
  }

  #all(code: RoomCode): readonly Known[] {
    return [...(this.#rooms.get(code)?.values() ?? [])];
  }

  #settle(code: RoomCode, knock: Knock, isLetIn: boolean): void {
    this.#take(code, knock.guest);
    const { id, guest, connection, name } = knock;
    this.#put(code, { id, guest, connection, name, state: isLetIn ? 'let-in' : 'refused' });
    this.#ports.onAnswer(code, knock, isLetIn);
    this.#ports.onChange(code);
  }

  /** Each state ends by itself: waiting with a no, the others are forgotten. */
  #put(code: RoomCode, knock: Omit<Known, 'cancel'>): void {
    const cancel = this.#ports.timers.after(KNOCK_MS, () => {
      if (knock.state === 'waiting') this.#settle(code, this.#now(code, knock), false);
      else this.#take(code, knock.guest);
    });
    const room = this.#rooms.get(code) ?? new Map<GuestId, Known>();
    room.set(knock.guest, { ...knock, cancel });
    this.#rooms.set(code, room);
  }

  /** As it stands: its guest may have come over another connection since. */
  #now(code: RoomCode, knock: Knock): Knock {
    return this.#rooms.get(code)?.get(knock.guest) ?? knock;
  }

  #take(code: RoomCode, guest: GuestId): Known | undefined {
    const room = this.#rooms.get(code);
    const knock = room?.get(guest);
    knock?.cancel();
    room?.delete(guest);
    if (room?.size === 0) this.#rooms.delete(code);
    return knock;
  }
}
