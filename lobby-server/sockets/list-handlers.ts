import { fail, ok } from '../../shared/base/result.ts';
import type { RoomCode } from '../../shared/lobby/ids.ts';
import type { IceConfig } from '../../shared/lobby/ice-config.ts';
import type { Limits } from '../limits/limits.ts';
import { PrefixBuckets } from '../limits/prefix-buckets.ts';
import type { FirstSeconds } from '../rooms/first-seconds.ts';
import type { QuickDesk } from '../quick/quick-desk.ts';
import type { PublicList } from '../rooms/public-list.ts';
import type { RelayOnlyRooms } from '../rooms/relay-only-rooms.ts';
import type { Rooms } from '../rooms/rooms.ts';
import { Probes } from '../signaling/probes.ts';
import type { GuestId } from '../store/room-store.ts';
import type { Timers } from '../timers.ts';
import type { Handlers, Sockets } from './handlers.ts';

export type ListHandlersPorts = {
  readonly rooms: Rooms;
  readonly list: PublicList;
  readonly quick: Pick<QuickDesk, 'answerer'>;
  readonly firstSeconds: FirstSeconds;
  readonly sockets: Sockets;
  readonly timers: Timers;
  readonly limits: Pick<Limits, 'probesOfRoom'>;
  readonly makeId: () => string;
  readonly makeStun: () => IceConfig;
  readonly relayOnly: Pick<RelayOnlyRooms, 'has'>;
};

type ListHandlers = Pick<Handlers, 'list:get' | 'list:sub' | 'probe:offer' | 'probe:answer'>;

/** [L96] [L99] Handles what strangers ask about public rooms, and the hosts' answers to their probes. */
export function makeListHandlers(ports: ListHandlersPorts): ListHandlers {
  const { rooms, list, quick, firstSeconds, sockets, timers, limits, makeId, makeStun, relayOnly } =
    ports;
  const probes = new Probes(timers, makeId);
  const probesOfRoom = new PrefixBuckets(limits.probesOfRoom);

  async function hostOfListed(code: RoomCode, guest: GuestId): Promise<string | null> {
    const room = await rooms.doors.findFor(code, guest);
    if (room === null || !list.has(room.code)) return null;
    return room.seats.find(({ id }) => id === room.host)?.connection ?? null;
  }

  return {
    'list:get': {
      limits: (connection) => [connection.bucket('lists')],
      isUse: false,
      handle(_connection, { from }) {
        const { refusal } = firstSeconds;
        return Promise.resolve(refusal ? fail(refusal) : ok(list.page(from)));
      },
    },
    'list:sub': {
      limits: (connection) => [connection.bucket('lists')],
      isUse: false,
      handle({ visitor }, { on }) {
        sockets.followList(visitor.connection, on);
        return Promise.resolve(ok({ ice: makeStun() }));
      },
    },
    'probe:offer': {
      limits: (connection) => [connection.bucket('probes')],
      isUse: false,
      async handle({ visitor }, { code, sdp }) {
        // [L141] A way that is measured is a direct one.
        if (visitor.hidesAddress) return fail({ code: 'NO_PEER' });
        // [L184] In such a room no way is measured.
        if (relayOnly.has(rooms.doors.roomAt(code))) return fail({ code: 'NO_PEER' });
        const connection = quick.answerer(code) ?? (await hostOfListed(code, visitor.guest));
        if (connection === null) return fail({ code: 'NO_PEER' });
        const retryMs = probesOfRoom.of(code, timers.now()).take(timers.now());
        if (retryMs > 0) return fail({ code: 'RATE_LIMITED', retryMs });
        const probe = probes.begin(visitor.connection, connection);
        if (probe === null) return fail({ code: 'TRY_LATER' });
        sockets.send({ connection }, 'probe:offer', { probe, sdp });
        return ok({ probe });
      },
    },
    'probe:answer': {
      limits: (connection) => [connection.bucket('signals')],
      isUse: false,
      handle({ visitor }, { probe, sdp }) {
        const connection = visitor.hidesAddress ? null : probes.answer(probe, visitor.connection);
        if (connection === null) return Promise.resolve(fail({ code: 'NO_PEER' }));
        sockets.send({ connection }, 'probe:answer', { probe, sdp });
        return Promise.resolve(ok({}));
      },
    },
  };
}
