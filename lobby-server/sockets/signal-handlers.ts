import { fail, ok } from '../../shared/base/result.ts';
import { relayedOnly } from '../../shared/lobby/relay-only.ts';
import type { WayReport } from '../../shared/lobby/way-report.ts';
import type { Rooms } from '../rooms/rooms.ts';
import type { IceDesk } from '../signaling/ice-desk.ts';
import { relaySignal } from '../signaling/relay-signal.ts';
import type { Handlers, Sockets } from './handlers.ts';

export type SignalHandlersPorts = {
  readonly rooms: Rooms;
  readonly sockets: Sockets;
  readonly ice: IceDesk;
  /** [L136] A page told of one of its pairs. */
  readonly onLink: (report: WayReport) => void;
};

/** Handles signals between pages, the request for ICE servers, and what pages tell of their ways. */
export function makeSignalHandlers({
  rooms,
  sockets,
  ice: desk,
  onLink,
}: SignalHandlersPorts): Pick<Handlers, 'signal' | 'ice:get' | 'link:report'> {
  return {
    signal: {
      limits: ({ signals }) => [signals],
      async handle({ code, visitor }, outgoing) {
        const room = code === null ? null : await rooms.find(code);
        const payload = visitor.hidesAddress ? relayedOnly(outgoing.payload) : outgoing.payload;
        // [L141] Kept here, and nothing that its page could do better.
        if (payload === null) return ok({});
        const relayed = relaySignal(room, visitor.connection, { ...outgoing, payload });
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
        if (room === null || seat === undefined) return fail({ code: 'NOT_MEMBER' });
        return ok(desk.give(room, seat.id, visitor.networks));
      },
    },
    'link:report': {
      limits: ({ reports }) => [reports],
      isUse: false,
      handle({ code }, report) {
        if (code === null) return Promise.resolve(fail({ code: 'NOT_MEMBER' }));
        onLink(report);
        return Promise.resolve(ok({}));
      },
    },
  };
}
