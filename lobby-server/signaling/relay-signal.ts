import type { PeerId } from '../../shared/base/peer-id.ts';
import { fail, ok, type Result } from '../../shared/base/result.ts';
import type { Refusal } from '../../shared/lobby/lobby-events.ts';
import type { IncomingSignal, OutgoingSignal } from '../../shared/lobby/signal.ts';
import type { RoomRecord } from '../store/room-store.ts';

export type RelayedSignal = { readonly to: PeerId; readonly signal: IncomingSignal };

/** [L21] Passes a signal on between two pages that are in the same room now, and nowhere else. */
export function relaySignal(
  room: RoomRecord | null,
  connection: string,
  { to, toSession, attempt, generation, payload }: OutgoingSignal,
): Result<RelayedSignal, Refusal> {
  const sender = room?.seats.find((seat) => seat.connection === connection);
  if (room === null || sender === undefined) return fail({ code: 'NOT_MEMBER' });
  const target = room.seats.find((seat) => seat.id === to && seat.session === toSession);
  if (target === undefined || target === sender || target.connection === null) {
    return fail({ code: 'NO_PEER' });
  }
  return ok({
    to,
    signal: { from: sender.id, fromSession: sender.session, attempt, generation, payload },
  });
}
