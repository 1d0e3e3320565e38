import { fail } from '../../shared/base/result.ts';
import type { Guesses } from './guesses.ts';
import type { Limits } from '../limits/limits.ts';
import type { SharedBuckets } from '../limits/shared-buckets.ts';
import type { Peeks } from '../rooms/peeks.ts';
import type { Rooms } from '../rooms/rooms.ts';
import type { Timers } from '../timers.ts';
import type { GuestIds } from './guest-ids.ts';
import type { Handlers } from './handlers.ts';

export type PeekHandlersPorts = {
  readonly rooms: Rooms;
  readonly peeks: Peeks;
  readonly guests: GuestIds;
  readonly guesses: Guesses;
  readonly timers: Timers;
  readonly limits: Pick<Limits, 'peeks'>;
  readonly shared: SharedBuckets;
};

/** [L126] [L127] Handles what is asked before a room's door. */
export function makePeekHandlers(ports: PeekHandlersPorts): Pick<Handlers, 'room:peek'> {
  const { rooms, peeks, guests, guesses, limits, shared } = ports;
  const ofPrefix = shared.of('peeks', limits.peeks);
  return {
    'room:peek': {
      limits: ({ visitor }) => [ofPrefix.asOne(visitor.networks)],
      isUse: false,
      handle: (connection, { code, key = null, guest: token }) =>
        guesses.count(connection, async () => {
          const guest = token === undefined ? connection.visitor.guest : guests.verify(token);
          if (guest === null) return fail({ code: 'NO_ROOM' });
          const room = await rooms.doors.findFor(code, guest);
          const seatMs = room === null ? null : rooms.seatKeptMs(room.code, guest);
          return peeks.look(room, { guest, key, seatMs });
        }),
    },
  };
}
