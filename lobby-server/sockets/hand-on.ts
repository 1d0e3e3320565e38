import type { PeerId } from '../../shared/base/peer-id.ts';
import { fail, ok, type Result } from '../../shared/base/result.ts';
import type { Refusal } from '../../shared/lobby/lobby-events.ts';
import { relayedOnly } from '../../shared/lobby/relay-only.ts';
import type { SignalPayload } from '../../shared/lobby/signal.ts';
import type { VoicePayload } from '../../shared/lobby/voice.ts';
import type { RelayOnlyRooms } from '../rooms/relay-only-rooms.ts';
import type { Connection } from './connection.ts';
import type { Sockets } from './handlers.ts';

/** What one page says to another one of its room. */
type Said<Payload> = { readonly to: PeerId; readonly toSession: number; readonly payload: Payload };

/** The page it is for, with what that page may hear; a null payload is kept here. */
export type HandedOn<Payload> = {
  readonly connection: string;
  readonly from: PeerId;
  readonly fromSession: number;
  readonly payload: Payload | null;
};

/**
 * [L21] Finds the page that is meant, if both are in the same room now, and takes out of the
 * payload what its sender hides ([L141]), or the room ([L184]).
 */
export function handOn<Payload extends SignalPayload | VoicePayload>(
  sockets: Pick<Sockets, 'findPage'>,
  { code, session, member, visitor }: Connection,
  { to, toSession, payload }: Said<Payload>,
  relayOnly: Pick<RelayOnlyRooms, 'has'>,
): Result<HandedOn<Payload>, Refusal> {
  if (code === null || session === null || member === null) return fail({ code: 'NOT_MEMBER' });
  // A page that was put out keeps its socket, but not its place.
  if (sockets.findPage(code, session)?.connection !== visitor.connection) {
    return fail({ code: 'NOT_MEMBER' });
  }
  const page = toSession === session ? null : sockets.findPage(code, toSession);
  if (page === null || page.member !== to) return fail({ code: 'NO_PEER' });
  return ok({
    connection: page.connection,
    from: member,
    fromSession: session,
    payload: visitor.hidesAddress || relayOnly.has(code) ? relayedOnly(payload) : payload,
  });
}
