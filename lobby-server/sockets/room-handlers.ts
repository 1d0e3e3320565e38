import { fail, ok, type Result } from '../../shared/base/result.ts';
import type { RoomCode } from '../../shared/lobby/ids.ts';
import type { Refusal } from '../../shared/lobby/lobby-events.ts';
import type { JoinedRoom } from '../../shared/lobby/room.ts';
import type { Guesses } from './guesses.ts';
import type { Limits } from '../limits/limits.ts';
import { findSeat, toRoom } from '../rooms/room-record.ts';
import type { Entrance } from '../rooms/entrance.ts';
import { removeMember } from '../rooms/remove-member.ts';
import { toAccessNews } from '../rooms/room-access.ts';
import type { RoomTicket } from '../rooms/room-ticket.ts';
import type { Placed } from '../rooms/rooms-ports.ts';
import type { RelayOnlyRooms } from '../rooms/relay-only-rooms.ts';
import type { Rooms } from '../rooms/rooms.ts';
import type { TicketDesk } from '../rooms/ticket-desk.ts';
import type { WitnessDesk } from '../rooms/witness-desk.ts';
import type { IceDesk } from '../signaling/ice-desk.ts';
import type { Timers } from '../timers.ts';
import type { Connection } from './connection.ts';
import type { Handlers, Sockets } from './handlers.ts';
import type { SharedBuckets } from '../limits/shared-buckets.ts';

export type RoomHandlersPorts = {
  readonly rooms: Rooms;
  readonly entrance: Entrance;
  readonly witness: WitnessDesk;
  readonly sockets: Sockets;
  readonly timers: Timers;
  readonly limits: Limits;
  readonly shared: SharedBuckets;
  readonly guesses: Guesses;
  readonly tickets: TicketDesk;
  readonly ice: IceDesk;
  /** Frames are handed on between pages. */
  readonly relay: boolean;
  readonly relayOnly: Pick<RelayOnlyRooms, 'hasTurn'>;
};

type RoomHandlers = Pick<
  Handlers,
  'room:create' | 'room:join' | 'room:resume' | 'room:leave' | 'room:remove'
>;

/** Handles what games ask of rooms: create, join, resume, leave, remove. */
export function makeRoomHandlers(ports: RoomHandlersPorts): RoomHandlers {
  const { rooms, entrance, sockets, timers, limits, guesses, shared } = ports;
  const creates = shared.of('creates', limits.creates);
  const joins = shared.of('joins', limits.joins);

  return {
    'room:create': {
      limits: ({ visitor }) => [creates.asOne(visitor.networks)],
      async handle(connection, request) {
        return enterRoom(ports, connection, await rooms.create(connection.visitor, request));
      },
    },
    'room:join': {
      limits: ({ visitor }) => [joins.asOne(visitor.networks)],
      async handle(connection, request) {
        // A page that was loaded anew may be the only one that knows this room.
        const ticket = readTicket(ports, connection, request);
        const refused = ticket && (await rooms.restore(connection.visitor, ticket));
        // [L187] A room that may not come back yet is no wrong code.
        if (refused !== null && refused.code !== 'NO_ROOM') return fail(refused);
        // [L182] By its ticket a member finds its place, whatever the room's code was when it went.
        const own = ticket?.room.code ?? request.code;
        const isOwn = (await rooms.doors.findFor(own, connection.visitor.guest)) !== null;
        const asked = isOwn ? { ...request, code: own } : request;
        const join = () => entrance.join(connection.visitor, asked);
        return enterRoom(ports, connection, await guesses.count(connection, join));
      },
    },
    'room:resume': {
      limits: (connection) => [connection.bucket('resumes')],
      async handle(connection, request) {
        const { visitor } = connection;
        const resume = () => rooms.resume(visitor, request.code);
        const ticket = readTicket(ports, connection, request);
        // [L130] A page with a ticket knows the room: all behind one address come back at once.
        if (ticket !== null) {
          const refused = await rooms.restore(visitor, ticket);
          return refused ? fail(refused) : enterRoom(ports, connection, await resume());
        }
        const retryMs = joins.take(visitor.networks, timers.now());
        if (retryMs > 0) return fail({ code: 'RATE_LIMITED', retryMs });
        return enterRoom(ports, connection, await guesses.count(connection, resume));
      },
    },
    'room:leave': {
      limits: () => [],
      async handle(connection, { code }) {
        await leaveRoom(ports, connection, code);
        return ok({});
      },
    },
    'room:remove': {
      limits: (connection) => [connection.bucket('removals')],
      async handle({ visitor }, { code, peer }) {
        const removed = await rooms.remove(
          code,
          (room) => removeMember(room, visitor, peer),
          (seat) => {
            sockets.send({ room: code, member: seat.id }, 'room:gone', { code, why: 'REMOVED' });
            if (seat.connection !== null) sockets.exit(seat.connection, code, seat);
          },
        );
        return removed.ok ? ok({}) : removed;
      },
    },
  };
}

/** [L130] What the page knows of the room from before; null when it shows no ticket of its own to it. */
function readTicket(
  { tickets }: RoomHandlersPorts,
  { visitor }: Connection,
  { code, ticket }: { readonly code: RoomCode; readonly ticket?: string | undefined },
): RoomTicket | null {
  return ticket === undefined ? null : tickets.read(ticket, code, visitor.guest);
}

/** Lets the socket hear the room, and puts out whoever held the seat before. */
export async function enterRoom(
  ports: RoomHandlersPorts,
  connection: Connection,
  placed: Result<Placed, Refusal>,
): Promise<Result<JoinedRoom, Refusal>> {
  if (!placed.ok) return placed;
  const { rooms, entrance, witness, sockets, relay } = ports;
  const { room, seat, before } = placed.value;
  const { code } = room;
  if (connection.closed) {
    // It went away while the store was at work, and nobody will tell again.
    await rooms.disconnected(connection.visitor, code, 'lost');
    return { ok: false, error: { code: 'NOT_MEMBER' } };
  }
  const former = before?.connection ?? null;
  if (former !== null && former !== connection.visitor.connection) {
    if (before?.page !== seat.page) {
      sockets.send({ room: code, member: seat.id }, 'room:gone', { code, why: 'REPLACED' });
    }
    sockets.exit(former, code, before ?? seat);
  }
  // [L10] A socket is in one room at most.
  if (connection.code !== null && connection.code !== code) {
    await leaveRoom(ports, connection, connection.code);
  }
  connection.code = code;
  connection.member = seat.id;
  connection.session = seat.session;
  sockets.enter(connection.visitor.connection, code, seat);
  const page = { room: code, session: seat.session };
  sockets.send(page, 'room:witness', witness.newsOf(room));
  sockets.send(page, 'room:access', toAccessNews(room, ports.relayOnly.hasTurn));
  if (seat.id === room.host) entrance.tellKnocks(room);
  // Between the place and the entrance another member may have come, unheard by this page.
  const now = await rooms.find(code);
  const newest = now !== null && findSeat(now, seat.guest) !== undefined ? now : room;
  const ice = ports.ice.give(newest, seat.id, connection.visitor.networks);
  return ok({ self: seat.id, room: toRoom(newest), ice, relay });
}

/** Takes the socket out of a room that is kept here, and frees its seat. */
export async function leaveRoom(
  { rooms, sockets }: Pick<RoomHandlersPorts, 'rooms' | 'sockets'>,
  connection: Connection,
  code: NonNullable<Connection['code']>,
): Promise<void> {
  const room = await rooms.find(code);
  const seat = room === null ? undefined : findSeat(room, connection.visitor.guest);
  if (seat !== undefined) sockets.exit(connection.visitor.connection, code, seat);
  if (connection.code === code) connection.code = null;
  await rooms.leave(connection.visitor, code);
}
