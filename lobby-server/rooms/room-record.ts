import { type Members, NO_MEMBERS } from '../../shared/consensus/members.ts';
import type { PeerId } from '../../shared/base/peer-id.ts';
import { distinctName } from '../../shared/lobby/distinct-name.ts';
import type { Behind } from '../../shared/lobby/lobby-error.ts';
import { OPEN_ACCESS } from '../../shared/lobby/room-access.ts';
import type { Room } from '../../shared/lobby/room.ts';
import type { GuestId, RoomRecord, RoomVersions, LobbySeat } from '../store/room-store.ts';
import { endPage, numberPage } from './page-numbers.ts';

/** One page of one guest on one socket, and what it is called. */
export type Arrival = {
  readonly guest: GuestId;
  readonly page: string;
  readonly connection: string;
  readonly name: string;
  /** Used when it has no seat yet. */
  readonly newId: PeerId;
};

/** What a room is made of, beside the one who opens it. */
export type RoomPlan = Pick<RoomRecord, 'code' | 'id' | 'max' | 'versions'> & {
  readonly quick?: boolean;
};

/** [L1] A new room with its opener as sequencer and only member. */
export function openRoom(plan: RoomPlan, first: Arrival): RoomRecord {
  const sequencer = first.newId;
  const empty = {
    door: plan.code,
    revision: 0,
    nextSession: 1,
    closed: false,
    hasMet: false,
    seats: [],
    endedPages: [],
    lapsedId: null,
    host: sequencer,
    access: OPEN_ACCESS,
    password: null,
    key: null,
    removed: [],
    removedNames: [],
  };
  return takeSeat({ quick: false, ...plan, sequencer, founder: first.guest, ...empty }, first);
}

/**
 * [L12] Seats an arrival: in its own place when it has one, otherwise at the end. [L86] The guest that
 * made the room and lost its seat by being away is the same member when it comes again.
 *
 * @param named numbers of pages that the witness may still know others by
 */
export function takeSeat(
  room: RoomRecord,
  arrival: Arrival,
  named: Members = NO_MEMBERS,
): RoomRecord {
  const { guest, page, connection, name } = arrival;
  const own = findSeat(room, guest);
  const isFounder = guest === room.founder;
  const { session, pageNumber, ...counted } = numberPage(room, own, page, named);
  const others = room.seats.filter((other) => other !== own).map((other) => other.name);
  const seat: LobbySeat = {
    guest,
    id: own?.id ?? (isFounder ? room.lapsedId : null) ?? arrival.newId,
    name: distinctName(name, others),
    page,
    session,
    pageNumber,
    connection,
  };
  const seats = own === undefined ? [...room.seats, seat] : replaceSeat(room, seat);
  return {
    ...room,
    hasMet: room.hasMet || isSequencerInCompany({ ...room, seats }),
    revision: room.revision + 1,
    ...counted,
    seats,
    lapsedId: isFounder ? null : room.lapsedId,
  };
}

/** [L14] The member behind a connection sequences the room, by the word of the witness. */
export function nameSequencer(room: RoomRecord, connection: string): RoomRecord {
  const seat = room.seats.find((one) => one.connection === connection);
  if (seat === undefined || seat.id === room.sequencer) return room;
  const sequencer = seat.id;
  return {
    ...room,
    sequencer,
    hasMet: room.hasMet || isSequencerInCompany({ ...room, sequencer }),
    revision: room.revision + 1,
  };
}

/** [L15] The room with this member not online; the seat stays. */
export function markLost(room: RoomRecord, seat: LobbySeat): RoomRecord {
  const seats = replaceSeat(room, { ...seat, connection: null });
  return { ...room, revision: room.revision + 1, seats };
}

/**
 * [L14] [L92] Null when no member is left. A sequencer or host that goes is followed by the first in order
 * of arrival that the lobby still hears, until it is told better.
 */
export function freeSeat(room: RoomRecord, seat: LobbySeat): RoomRecord | null {
  const seats = room.seats.filter(({ id }) => id !== seat.id);
  const next = seats.find(({ connection }) => connection !== null) ?? seats[0];
  if (next === undefined) return null;
  const endedPages = endPage(room.endedPages, seat.pageNumber);
  const sequencer = room.sequencer === seat.id ? next.id : room.sequencer;
  const host = room.host === seat.id ? next.id : room.host;
  const hasMet = room.hasMet && seats.length > 1;
  return { ...room, revision: room.revision + 1, hasMet, sequencer, host, seats, endedPages };
}

/** [L86] Frees the seat of a guest that did not come back in time, and remembers who made the room. */
export function lapseSeat(room: RoomRecord, seat: LobbySeat): RoomRecord | null {
  const { guest, id } = seat;
  const without = freeSeat(room, seat);
  return without && { ...without, lapsedId: guest === room.founder ? id : room.lapsedId };
}

/** The seat of a guest in this room. */
export function findSeat(room: RoomRecord, guest: GuestId): LobbySeat | undefined {
  return room.seats.find((seat) => seat.guest === guest);
}

/** [L19] Of two that are online each may be playing with the other, which the lobby cannot hear. */
export function isUnused(room: RoomRecord): boolean {
  return room.seats.filter(({ connection }) => connection !== null).length < 2;
}

/** True when no member is heard: then none could do without those who are away. */
export function isDeserted(room: RoomRecord): boolean {
  return room.seats.every(({ connection }) => connection === null);
}

/**
 * [L66] [L67] A member that is away is waited for longer where no other has a match: those who are there
 * wait for the sequencer, or there are none.
 */
export function isWaitedFor(room: RoomRecord, seat: LobbySeat): boolean {
  return isDeserted(room) || (room.sequencer === seat.id && !room.hasMet);
}

/** [L6] Null when the two can play together, otherwise who is of an older version. */
export function whoIsBehind(guest: RoomVersions, room: RoomVersions): Behind | null {
  if (guest.sim !== room.sim) return guest.sim < room.sim ? 'game' : 'room';
  if (guest.wire !== room.wire) return guest.wire < room.wire ? 'game' : 'room';
  return null;
}

/** The room as its members may see it. */
export function toRoom({ code, sequencer, max, quick, revision, seats }: RoomRecord): Room {
  const members = seats.map(({ id, name, session, pageNumber, connection }) => ({
    id,
    name,
    session,
    pageNumber,
    online: connection !== null,
  }));
  return { code, sequencer, max, quick, revision, members };
}

function isSequencerInCompany({ sequencer, seats }: RoomRecord): boolean {
  const heard = seats.filter(({ connection }) => connection !== null);
  return heard.length > 1 && heard.some(({ id }) => id === sequencer);
}

function replaceSeat(room: RoomRecord, seat: LobbySeat): readonly LobbySeat[] {
  return room.seats.map((other) => (other.guest === seat.guest ? seat : other));
}
