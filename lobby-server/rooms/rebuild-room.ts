import type { LobbySeat, RoomRecord } from '../store/room-store.ts';
import type { News } from '../../shared/lobby/lobby-events.ts';
import { REMOVED_MAX } from '../../shared/lobby/limits.ts';
import { isRemoved, namesOf } from './remove-member.ts';
import { endPage } from './page-numbers.ts';
import { findSeat } from './room-record.ts';

/** A seat whose page is connected and is none of the room's any more. */
export type PutOut = { readonly seat: LobbySeat; readonly why: News<'room:gone'>['why'] };

/** What became of a room by what a ticket told, and what its pages have to hear. */
export type Restored = { readonly room: RoomRecord; readonly out: readonly PutOut[] };

/**
 * [L131] A room that was rebuilt from a member's ticket, by a newer ticket of another member. The newer one
 * says who is a member and who was sent away; what happened here since the room was rebuilt stands.
 *
 * @param base what it was rebuilt from
 */
export function followNewer(now: RoomRecord, base: RoomRecord, newer: RoomRecord): Restored {
  const removed = joinRemoved(newer, now);
  const left = base.seats.filter(({ guest }) => findSeat(now, guest) === undefined);
  const isOut = ({ guest }: LobbySeat): boolean =>
    removed.includes(guest) || left.some((seat) => seat.guest === guest);
  const seats = newer.seats.filter((seat) => !isOut(seat)).map((seat) => keepConnected(now, seat));
  const first = seats.find(({ connection }) => connection !== null) ?? seats[0];
  if (first === undefined) return { room: now, out: [] };
  const hasSeat = (id: LobbySeat['id']): boolean => seats.some((seat) => seat.id === id);
  const [sequencer, host] = (['sequencer', 'host'] as const).map((name) => {
    const named = now[name] === base[name] ? newer[name] : now[name];
    return hasSeat(named) ? named : first.id;
  }) as [LobbySeat['id'], LobbySeat['id']];
  const isAccessOlder = accessOf(now) === accessOf(base);
  const { access, password, key } = isAccessOlder ? newer : now;
  const { door } = now.door === base.door ? newer : now;
  const room = {
    ...newer,
    revision: Math.max(now.revision, newer.revision) + 1,
    hasMet: now.hasMet || newer.hasMet,
    closed: now.closed || newer.closed,
    endedPages: newer.seats
      .filter(isOut)
      .reduce((pages, { pageNumber }) => endPage(pages, pageNumber), newer.endedPages),
    door,
    seats,
    sequencer,
    host,
    access,
    password,
    key,
    removed,
    removedNames: namesOf(removed, [...newer.removedNames, ...now.removedNames]),
  };
  return { room, out: putOut(now, room) };
}

/** [L131] A room that goes on already, and those who were sent away from it by the word of a ticket. */
export function followRemoved(now: RoomRecord, told: RoomRecord): Restored {
  const removed = joinRemoved(told, now);
  const isNews = removed.length > now.removed.length;
  const seats = now.seats.filter(({ guest }) => !removed.includes(guest));
  const first = seats.find(({ connection }) => connection !== null) ?? seats[0];
  if (!isNews || first === undefined) return { room: now, out: [] };
  const gone = now.seats.filter(({ guest }) => removed.includes(guest));
  const goneIds = new Set(gone.map(({ id }) => id));
  const room = {
    ...now,
    revision: now.revision + 1,
    sequencer: goneIds.has(now.sequencer) ? first.id : now.sequencer,
    host: goneIds.has(now.host) ? first.id : now.host,
    endedPages: gone.reduce((pages, { pageNumber }) => endPage(pages, pageNumber), now.endedPages),
    seats,
    removed,
    removedNames: namesOf(removed, [...told.removedNames, ...now.removedNames]),
  };
  return { room, out: putOut(now, room) };
}

/** Those that only the first knows come first: they are forgotten first, too. */
function joinRemoved(told: RoomRecord, now: RoomRecord): RoomRecord['removed'] {
  const unknown = told.removed.filter((guest) => !isRemoved(now, guest));
  return [...unknown, ...now.removed].slice(-REMOVED_MAX);
}

/** A page that is connected stays so, if it is the one that the seat is of. */
function keepConnected(now: RoomRecord, seat: LobbySeat): LobbySeat {
  const here = findSeat(now, seat.guest);
  return here?.page === seat.page ? { ...seat, connection: here.connection } : seat;
}

function putOut(before: RoomRecord, after: RoomRecord): readonly PutOut[] {
  return before.seats.flatMap((seat): readonly PutOut[] => {
    const kept = findSeat(after, seat.guest);
    if (seat.connection === null || kept?.connection === seat.connection) return [];
    if (isRemoved(after, seat.guest)) return [{ seat, why: 'REMOVED' }];
    return [{ seat, why: kept === undefined ? 'EXPIRED' : 'REPLACED' }];
  });
}

/** The rule for newcomers as text: a store may have made other objects of it. */
function accessOf({ access, password, key }: RoomRecord): string {
  return JSON.stringify([access, password, key]);
}
