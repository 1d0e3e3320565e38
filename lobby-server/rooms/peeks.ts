import type { RoomCode } from '../../shared/lobby/ids.ts';
import { CARD_KEPT_MS } from '../../shared/lobby/limits.ts';
import type { Peek } from '../../shared/lobby/peek.ts';
import type { RoomCard } from '../../shared/lobby/public-room.ts';
import { fail, ok, type Result } from '../../shared/base/result.ts';
import type { Refusal } from '../../shared/lobby/lobby-events.ts';
import type { GuestId, RoomRecord } from '../store/room-store.ts';
import type { Timers } from '../timers.ts';
import { moveClock } from './move-clock.ts';
import { isRemoved } from './remove-member.ts';
import { whatKeepsOut } from './room-access.ts';

/** One who stands before a room. */
export type Peeker = {
  readonly guest: GuestId;
  /** Of the room's link; null: only its code is known. */
  readonly key: string | null;
  /** ms for which the seat that is asked for is still kept; null when there is none. */
  readonly seatMs: number | null;
};

type Told = { readonly card: RoomCard; readonly host: string; readonly atMs: number };

/** [L126] What the hosts' pages said of their matches, for those before the door. */
export class Peeks {
  readonly #timers: Pick<Timers, 'now'>;
  readonly #told = new Map<RoomCode, Told>();

  constructor(timers: Pick<Timers, 'now'>) {
    this.#timers = timers;
  }

  /** A card of the room's host, whether the room is listed or not. */
  put({ code, host }: RoomRecord, card: RoomCard): void {
    this.#told.set(code, { card, host, atMs: this.#timers.now() });
  }

  forget(code: RoomCode): void {
    this.#told.delete(code);
  }

  /**
   * What one before the door is told. A private room is none to one without its key, as is one that sent
   * the guest away; where the host decides who comes in, no more is told than who that is.
   */
  look(room: RoomRecord | null, { guest, key, seatMs }: Peeker): Result<Peek, Refusal> {
    if (room === null || isRemoved(room, guest)) return fail({ code: 'NO_ROOM' });
    const { seats, host, max, access } = room;
    const isOwn = seatMs !== null || seats.some((seat) => seat.guest === guest);
    const keptOut = isOwn ? null : whatKeepsOut(room, guest, { proof: null, key, isLetIn: false });
    if (keptOut === 'KNOCK_PENDING' && access.visibility === 'private') {
      return fail({ code: 'NO_ROOM' });
    }
    const isOpen = keptOut === null || keptOut === 'FULL';
    const here = seats.filter(({ connection }) => connection !== null);
    return ok({
      host: (seats.find(({ id }) => id === host) ?? seats[0]!).name,
      members: isOpen ? here.map(({ name }) => name) : null,
      max: access.spectators ? max : Math.min(max, access.places),
      match: isOpen ? this.#matchOf(room) : null,
      seatMs,
    });
  }

  #matchOf({ code, host }: RoomRecord): RoomCard['match'] {
    const told = this.#told.get(code);
    const ageMs = this.#timers.now() - (told?.atMs ?? 0);
    if (told === undefined || told.host !== host || ageMs > CARD_KEPT_MS) return null;
    return moveClock(told.card, ageMs).match;
  }
}
