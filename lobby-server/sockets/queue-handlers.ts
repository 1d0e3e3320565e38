import { PrefixBuckets } from '../limits/prefix-buckets.ts';
import { fail } from '../../shared/base/result.ts';
import type { QuickDesk } from '../quick/quick-desk.ts';
import type { FirstSeconds } from '../rooms/first-seconds.ts';
import type { Handlers } from './handlers.ts';
import { enterRoom, type RoomHandlersPorts } from './room-handlers.ts';

export type QueueHandlersPorts = RoomHandlersPorts & {
  readonly quick: QuickDesk;
  readonly firstSeconds: FirstSeconds;
};

/** [L110] Handles what games ask of quick match. */
export function makeQueueHandlers(
  ports: QueueHandlersPorts,
): Pick<Handlers, 'queue:join' | 'queue:leave'> {
  const { quick, firstSeconds, sockets, timers, limits } = ports;
  const joins = new PrefixBuckets(limits.joins);
  return {
    'queue:join': {
      limits: ({ visitor }) => joins.around(visitor.networks, timers.now()),
      async handle(connection, request) {
        const { refusal } = firstSeconds;
        if (refusal) return fail(refusal);
        const joined = await enterRoom(
          ports,
          connection,
          await quick.join(connection.visitor, request),
        );
        if (joined.ok && connection.session !== null) {
          const page = { room: joined.value.room.code, session: connection.session };
          sockets.send(page, 'queue:status', quick.status);
        }
        return joined;
      },
    },
    'queue:leave': {
      limits: () => [],
      handle: ({ visitor }, { code }) => quick.close(visitor, code),
    },
  };
}
