import { fail, ok, type Result } from '../../shared/base/result.ts';
import type { Answer, Refusal } from '../../shared/lobby/lobby-events.ts';
import type { OutgoingSignal } from '../../shared/lobby/signal.ts';
import type { OutgoingVoice } from '../../shared/lobby/voice.ts';
import type { WayReport } from '../../shared/lobby/way-report.ts';
import type { RelayOnlyRooms } from '../rooms/relay-only-rooms.ts';
import type { Rooms } from '../rooms/rooms.ts';
import type { IceDesk } from '../signaling/ice-desk.ts';
import type { Connection } from './connection.ts';
import { handOn } from './hand-on.ts';
import type { Handlers, Sockets } from './handlers.ts';

export type SignalHandlersPorts = {
  readonly rooms: Rooms;
  readonly sockets: Sockets;
  readonly ice: IceDesk;
  readonly relayOnly: Pick<RelayOnlyRooms, 'has'>;
  /** [L136] A page told of one of its pairs. */
  readonly onLink: (report: WayReport) => void;
};

type Passing = Pick<SignalHandlersPorts, 'sockets' | 'relayOnly'>;

/** Handles signals between pages, the request for ICE servers, and what pages tell of their ways. */
export function makeSignalHandlers({
  rooms,
  sockets,
  ice: desk,
  relayOnly,
  onLink,
}: SignalHandlersPorts): Pick<Handlers, 'signal' | 'voice' | 'ice:get' | 'link:report'> {
  return {
    signal: {
      isPost: true,
      limits: (connection) => [connection.bucket('signals')],
      handle: (connection, outgoing) =>
        Promise.resolve(passSignal({ sockets, relayOnly }, connection, outgoing)),
    },
    voice: {
      isPost: true,
      limits: (connection) => [connection.bucket('voices')],
      isUse: false,
      async handle(connection, outgoing) {
        const room = connection.code === null ? null : await rooms.find(connection.code);
        if (room === null) return fail({ code: 'NOT_MEMBER' });
        // [L157] Strangers did not choose to hear each other.
        const { visibility, voice } = room.access;
        const isOff = room.quick || visibility === 'public' || !voice;
        return isOff
          ? fail({ code: 'VOICE_OFF' })
          : passVoice({ sockets, relayOnly }, connection, outgoing);
      },
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
function passSignal(
  { sockets, relayOnly }: Passing,
  sender: Connection,
  signal: OutgoingSignal,
): Result<Answer<'signal'>, Refusal> {
  const handed = handOn(sockets, sender, signal, relayOnly);
  if (!handed.ok) return handed;
  // Field by field: to spread what is left over costs microseconds, and there are thousands a second.
  const { connection, from, fromSession, payload } = handed.value;
  const { attempt, generation } = signal;
  // [L141] Kept here, and nothing that its page could do better.
  if (payload !== null) {
    const news = { from, fromSession, attempt, generation, payload };
    sockets.send({ connection }, 'signal', news);
  }
  return ok({});
}

/** [L157] The same between two who talk to each other. */
function passVoice(
  { sockets, relayOnly }: Passing,
  sender: Connection,
  voice: OutgoingVoice,
): Result<Answer<'voice'>, Refusal> {
  const handed = handOn(sockets, sender, voice, relayOnly);
  if (!handed.ok) return handed;
  const { connection, from, fromSession, payload } = handed.value;
  const { attempt } = voice;
  if (payload !== null) {
    sockets.send({ connection }, 'voice', { from, fromSession, attempt, payload });
  }
  return ok({});
}
