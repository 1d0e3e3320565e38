import { assert } from '../../shared/base/assert.ts';
import { fail, ok, type Result } from '../../shared/base/result.ts';
import type { RoomCode } from '../../shared/lobby/ids.ts';
import type { Refusal } from '../../shared/lobby/lobby-events.ts';
import type { PersonReport, ReportReason } from '../../shared/lobby/person-report.ts';
import type { GuestId, LobbySeat, RoomRecord } from '../store/room-store.ts';
import { findSeat } from './room-record.ts';

/** People of one room who were reported, and those who reported one of them: four rooms full, as `REMOVED_MAX`. */
const REPORTED_MAX = 64;

export type ReasonCounts = Readonly<Record<ReportReason, number>>;

/** What is known of one who was reported. */
export type Reported = {
  readonly code: RoomCode;
  /** Null where it has no seat any more. */
  readonly seat: LobbySeat | null;
  /** How many people gave which reason. */
  readonly reasons: ReasonCounts;
};

/** Guests that complained of one other guest, and why. */
type Complaints = Map<GuestId, ReportReason>;

/** [L165] What members of rooms said of each other, in memory alone and for as long as the room lasts ([L168]). */
export class Reports {
  readonly #rooms = new Map<RoomCode, Map<GuestId, Complaints>>();
  /** Guests that the operator removed. */
  readonly #barred = new Map<RoomCode, Set<GuestId>>();

  /**
   * Takes what one member says of another one. Each person counts once of each other one, whichever page it is on:
   * what it said first.
   *
   * @returns whether it counts
   */
  add(
    room: RoomRecord | null,
    by: Pick<LobbySeat, 'guest' | 'page'>,
    { peer, why }: Pick<PersonReport, 'peer' | 'why'>,
  ): Result<boolean, Refusal> {
    const own = room === null ? undefined : findSeat(room, by.guest);
    if (room === null || own?.page !== by.page) return fail({ code: 'NOT_MEMBER' });
    const seat = room.seats.find(({ id }) => id === peer);
    if (seat === undefined || seat === own) return fail({ code: 'NO_PEER' });
    const complaints = this.#of(room, seat.guest);
    if (complaints.has(by.guest) || complaints.size >= REPORTED_MAX) return ok(false);
    complaints.set(by.guest, why);
    return ok(true);
  }

  /** Those who were reported in these rooms and how often, most often first. */
  all(rooms: readonly RoomRecord[]): readonly Reported[] {
    const found = rooms.flatMap((room) =>
      [...(this.#rooms.get(room.code) ?? [])].map(([guest, complaints]) => ({
        // [L182] As people know it.
        code: room.door,
        seat: findSeat(room, guest) ?? null,
        reasons: countReasons(complaints),
        people: complaints.size,
      })),
    );
    return found
      .toSorted((one, other) => other.people - one.people)
      .map(({ code, seat, reasons }) => ({ code, seat, reasons }));
  }

  /** [L167] The operator removed this guest: the host of the room does not let it in again. */
  bar(code: RoomCode, guest: GuestId): void {
    this.#barred.set(code, (this.#barred.get(code) ?? new Set()).add(guest));
  }

  /** [L167] True for a guest that the operator removed from this room. */
  isBarred(code: RoomCode, guest: GuestId): boolean {
    return this.#barred.get(code)?.has(guest) === true;
  }

  /** [L168] The room has ended, or another process keeps it. */
  forget(code: RoomCode): void {
    this.#rooms.delete(code);
    this.#barred.delete(code);
  }

  #of(room: RoomRecord, guest: GuestId): Complaints {
    const reported = this.#rooms.get(room.code) ?? new Map<GuestId, Complaints>();
    this.#rooms.set(room.code, reported);
    const known = reported.get(guest);
    if (known !== undefined) return known;
    if (reported.size >= REPORTED_MAX) reported.delete(leastOf(room, reported));
    const complaints = new Map<GuestId, ReportReason>();
    reported.set(guest, complaints);
    return complaints;
  }
}

/**
 * [L166] The one to forget of too many: of those who are not in the room any more the one that fewest complained of,
 * the oldest of these. So nobody is forgotten by having guests come in, complain of each other and go.
 */
function leastOf(room: RoomRecord, reported: ReadonlyMap<GuestId, Complaints>): GuestId {
  const isHere = (guest: GuestId): number => Number(findSeat(room, guest) !== undefined);
  const [least] = [...reported.entries()].toSorted(
    ([one, few], [other, many]) => isHere(one) - isHere(other) || few.size - many.size,
  );
  assert(least !== undefined, 'there are too many');
  return least[0];
}

function countReasons(complaints: Complaints): ReasonCounts {
  const counts = { name: 0, words: 0, spoiling: 0, cheating: 0, other: 0 };
  for (const reason of complaints.values()) counts[reason] += 1;
  return counts;
}
