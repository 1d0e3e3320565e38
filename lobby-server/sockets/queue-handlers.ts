import { fail, ok } from '../../shared/base/result.ts';
import type { IceConfig } from '../../shared/lobby/ice-config.ts';
import type { QuickDesk } from '../quick/quick-desk.ts';
import type { FirstSeconds } from '../rooms/first-seconds.ts';
import type { Handlers } from './handlers.ts';
import { enterRoom, type RoomHandlersPorts } from './room-handlers.ts';

export type QueueHandlersPorts = RoomHandlersPorts & {
  readonly quick: QuickDesk;
  readonly firstSeconds: FirstSeconds;
  readonly makeStun: () => IceConfig;
};

/** [L110] Handles what games ask of quick match. */
export function makeQueueHandlers(
  ports: QueueHandlersPorts,
): Pick<Handlers, 'queue:near' | 'queue:join' | 'queue:leave'> {
  const { quick, firstSeconds, sockets, limits, shared, makeStun } = ports;
  const joins = shared.of('queueJoins', limits.joins);
  return {
    'queue:near': {
      limits: (connection) => [connection.bucket('lists')],
      isUse: false,
      handle({ visitor }, request) {
        const { refusal } = firstSeconds;
        if (refusal) return Promise.resolve(fail(refusal));
        return Promise.resolve(ok({ codes: quick.near(visitor, request), ice: makeStun() }));
      },
    },
    'queue:join': {
      limits: ({ visitor }) => [joins.asOne(visitor.networks)],
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
