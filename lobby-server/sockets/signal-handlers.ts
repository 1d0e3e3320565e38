import { fail, ok, type Result } from '../../shared/base/result.ts';
import type { Answer, Refusal } from '../../shared/lobby/lobby-events.ts';
import { relayedOnly } from '../../shared/lobby/relay-only.ts';
import type { OutgoingSignal } from '../../shared/lobby/signal.ts';
import type { WayReport } from '../../shared/lobby/way-report.ts';
import type { Rooms } from '../rooms/rooms.ts';
import type { IceDesk } from '../signaling/ice-desk.ts';
import type { Connection } from './connection.ts';
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
      isPost: true,
      limits: (connection) => [connection.bucket('signals')],
      handle: (connection, outgoing) => Promise.resolve(handOn(sockets, connection, outgoing)),
    },
    'ice:get': {
      limits: (connection) => [connection.bucket('ice')],
      async handle({ code, visitor }) {
        const room = code === null ? null : await rooms.find(code);
        const seat = room?.seats.find(({ connection }) => connection === visitor.connection);
        if (room === null || seat === undefined) return fail({ code: 'NOT_MEMBER' });
        return ok(desk.give(room, seat.id, visitor.networks));
      },
    },
    'link:report': {
      limits: (connection) => [connection.bucket('reports')],
      isUse: false,
      handle({ code }, report) {
        if (code === null) return Promise.resolve(fail({ code: 'NOT_MEMBER' }));
        onLink(report);
        return Promise.resolve(ok({}));
      },
    },
  };
}

/** [L21] Passes a signal on between two pages that are in the same room now, and nowhere else. */
function handOn(
  sockets: Sockets,
  { code, session, member, visitor }: Connection,
  { to, toSession, attempt, generation, payload: said }: OutgoingSignal,
): Result<Answer<'signal'>, Refusal> {
  if (code === null || session === null || member === null) return fail({ code: 'NOT_MEMBER' });
  // A page that was put out keeps its socket, but not its place.
  if (sockets.findPage(code, session)?.connection !== visitor.connection) {
    return fail({ code: 'NOT_MEMBER' });
  }
  const page = toSession === session ? null : sockets.findPage(code, toSession);
  if (page === null || page.member !== to) return fail({ code: 'NO_PEER' });
  const payload = visitor.hidesAddress ? relayedOnly(said) : said;
  // [L141] Kept here, and nothing that its page could do better.
  if (payload === null) return ok({});
  const { connection } = page;
  const from = { from: member, fromSession: session };
  sockets.send({ connection }, 'signal', { ...from, attempt, generation, payload });
  return ok({});
}
