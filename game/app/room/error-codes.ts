import type { LobbyError } from '../../../shared/lobby/lobby-error.ts';
import type { SessionState } from '../../../shared/netplay/session/session-state.ts';
import type { ErrorCode } from '../../i18n/en.ts';

/** The words for a refusal of the lobby; null when the person gave up by themselves. */
export function errorOfLobby(error: LobbyError): ErrorCode | null {
  switch (error.code) {
    case 'CANCELLED':
      return null;
    case 'NO_ROOM':
      return 'no-room';
    case 'FULL':
      return 'room-full';
    case 'VERSION':
      return error.behind === undefined ? 'version-reload' : BEHIND[error.behind];
    case 'REPLACED':
      return 'replaced';
    case 'REMOVED':
      return 'removed';
    case 'RATE_LIMITED':
    case 'TOO_MANY_ROOMS':
      return 'rate-limited';
    case 'DRAINING':
    case 'TRY_LATER':
      return 'lobby-busy';
    case 'UNREACHABLE':
    case 'NO_ANSWER':
      return 'lobby-unreachable';
    default:
      return 'unknown';
  }
}

/**
 * The words for the end of a session; null when it was left on purpose.
 *
 * @param mayRelay whether the lobby would have helped out where there is no other way
 */
export function errorOfSession(
  state: SessionState & { state: 'closed' },
  mayRelay = true,
): ErrorCode | null {
  if (state.reason === 'left') return null;
  if (state.reason === 'link-failed' && !mayRelay) return 'no-relay';
  if (state.reason !== 'version-mismatch') return state.reason;
  return state.remoteNewer === true ? 'version-reload' : 'version-friend';
}

const BEHIND = {
  game: 'version-reload',
  lobby: 'version-lobby',
  room: 'version-friend',
} as const satisfies Record<NonNullable<LobbyError['behind']>, ErrorCode>;
