import { ok } from '../../shared/base/result.ts';
import { forgiveGuests } from '../rooms/forgive-guests.ts';
import { findHosted } from '../rooms/room-access.ts';
import type { Reports } from '../rooms/reports.ts';
import type { Rooms } from '../rooms/rooms.ts';
import type { Visitor } from '../rooms/visitor.ts';
import type { GuestId, LobbySeat } from '../store/room-store.ts';
import type { GuestIds } from './guest-ids.ts';
import type { Handlers } from './handlers.ts';

export type PeopleHandlersPorts = {
  readonly rooms: Rooms;
  readonly reports: Pick<Reports, 'isBarred'>;
  readonly guests: GuestIds;
  /** The visitor behind an open connection of this server; null when there is none. */
  readonly visitorOf: (connection: string) => Visitor | null;
};

type PeopleHandlers = Pick<Handlers, 'room:people' | 'room:removed' | 'room:forgive'>;

/** Handles what the host of a room asks of people: by what to know them again, and who may come again. */
export function makePeopleHandlers({
  rooms,
  reports,
  guests,
  visitorOf,
}: PeopleHandlersPorts): PeopleHandlers {
  const networkOf = ({ connection }: LobbySeat): string | null => {
    const visitor = connection === null ? null : visitorOf(connection);
    // [L148] The narrowest one. Of a person that hides its address nothing is told.
    const [network] = visitor === null || visitor.hidesAddress ? [] : visitor.networks;
    return network === undefined ? null : Buffer.from(network, 'base64url').toString('hex');
  };
  return {
    'room:people': {
      limits: (connection) => [connection.bucket('hosting')],
      isUse: false,
      async handle({ visitor }, { code }) {
        const hosted = findHosted(await rooms.find(code), visitor);
        if (!hosted.ok) return hosted;
        const people = hosted.value.seats.map((seat) => ({
          peer: seat.id,
          auth: guests.nameOf(seat.guest),
          conn: networkOf(seat),
        }));
        return ok({ people });
      },
    },
    'room:removed': {
      limits: (connection) => [connection.bucket('hosting')],
      isUse: false,
      async handle({ visitor }, { code }) {
        const hosted = findHosted(await rooms.find(code), visitor);
        if (!hosted.ok) return hosted;
        const { removed, removedNames } = hosted.value;
        const own = removed.filter((guest) => !reports.isBarred(code, guest));
        const people = own.toReversed().map((guest) => ({
          auth: guests.nameOf(guest),
          name: removedNames.find((one) => one.guest === guest)?.name ?? null,
        }));
        return ok({ removed: people });
      },
    },
    'room:forgive': {
      limits: (connection) => [connection.bucket('hosting')],
      async handle({ visitor }, { code, auth }) {
        const before = await rooms.find(code);
        // [L167] Not the one that the operator removed.
        const isMeant = (guest: GuestId): boolean =>
          !reports.isBarred(code, guest) && (auth === null || guests.nameOf(guest) === auth);
        const changed = await rooms.change(code, (room) => forgiveGuests(room, visitor, isMeant));
        if (!changed.ok) return changed;
        const { removed } = changed.value;
        return ok({ forgiven: Math.max(0, (before?.removed.length ?? 0) - removed.length) });
      },
    },
  };
}
