import { fail, ok } from '../../shared/base/result.ts';
import type { IceConfig } from '../../shared/lobby/ice-config.ts';
import type { Rooms } from '../rooms/rooms.ts';
import { relaySignal } from '../signaling/relay-signal.ts';
import type { Handlers, Sockets } from './handlers.ts';

export type SignalHandlersPorts = {
  readonly rooms: Rooms;
  readonly sockets: Sockets;
  readonly makeIce: (member: string) => IceConfig;
};

/** Handles signals between pages and the request for ICE servers. */
export function makeSignalHandlers({
  rooms,
  sockets,
  makeIce,
}: SignalHandlersPorts): Pick<Handlers, 'signal' | 'ice:get'> {
  return {
    signal: {
      limits: ({ signals }) => [signals],
      async handle({ code, visitor }, outgoing) {
        const room = code === null ? null : await rooms.find(code);
        const relayed = relaySignal(room, visitor.connection, outgoing);
        if (!relayed.ok) return relayed;
        const { to, signal } = relayed.value;
        if (code !== null) sockets.send({ room: code, member: to }, 'signal', signal);
        return ok({});
      },
    },
    'ice:get': {
      limits: ({ ice }) => [ice],
      async handle({ code, visitor }) {
        const room = code === null ? null : await rooms.find(code);
        const seat = room?.seats.find(({ connection }) => connection === visitor.connection);
        return seat === undefined ? fail({ code: 'NOT_MEMBER' }) : ok(makeIce(seat.id));
      },
    },
  };
}
