import { fail, ok, type Result } from '../../shared/base/result.ts';
import type { LobbyError } from '../../shared/lobby/lobby-error.ts';
import { handshake, type Refusal } from '../../shared/lobby/lobby-events.ts';
import { readWith } from '../../shared/lobby/read-with.ts';
import { LOBBY_VERSION } from '../../shared/version.ts';
import type { Visitor } from '../rooms/visitor.ts';
import type { GuestIds } from './guest-ids.ts';

/**
 * [L6] Decides who may connect, from what a game says of itself. The version comes first: another
 * one may say the rest differently.
 */
export function admit(
  auth: unknown,
  guests: GuestIds,
  socket: { readonly connection: string; readonly networks: readonly string[] },
): Result<Visitor, Refusal> {
  const version = versionOf(auth);
  if (version !== null && version !== LOBBY_VERSION) {
    return fail({ code: 'VERSION', behind: version < LOBBY_VERSION ? 'game' : 'lobby' });
  }
  const said = readWith(handshake, auth);
  if (said === null) return fail({ code: 'BAD_REQUEST' });
  const { guest, page, simVersion, wireVersion, hidesAddress = false } = said;
  return ok({
    guest: (guest === undefined ? null : guests.verify(guest)) ?? guests.make(),
    page,
    hidesAddress,
    versions: { sim: simVersion, wire: wireVersion },
    ...socket,
  });
}

/** A refusal on Socket.IO's way to the client, which reads `data`. */
export function refusalError(refusal: LobbyError): Error {
  return Object.assign(new Error(refusal.code), { data: refusal });
}

function versionOf(auth: unknown): number | null {
  if (typeof auth !== 'object' || auth === null || !('lobbyVersion' in auth)) return null;
  return Number.isSafeInteger(auth.lobbyVersion) ? Number(auth.lobbyVersion) : null;
}
