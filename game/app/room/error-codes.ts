import type { LobbyError } from '../../../shared/lobby/lobby-error.ts';
import type { SessionState } from '../../../shared/netplay/session/session-state.ts';
import type { ErrorCode } from '../../i18n/en/en.ts';

/** The words for a refusal of the lobby; null when the person gave up by themselves. */
export function errorOfLobby(error: LobbyError): ErrorCode | null {
  if (error.code === 'CANCELLED') return null;
  if (error.code === 'VERSION') {
    return error.behind === undefined ? 'version-reload' : BEHIND[error.behind];
  }
  return SAID[error.code] ?? 'unknown';
}

const SAID: { readonly [Code in LobbyError['code']]?: ErrorCode } = {
  NO_ROOM: 'no-room',
  FULL: 'room-full',
  LOCKED: 'room-locked',
  BAD_PASSWORD: 'bad-password',
  KNOCK_PENDING: 'knock-refused',
  KNOCK_REFUSED: 'knock-refused',
  REPLACED: 'replaced',
  REMOVED: 'removed',
  RATE_LIMITED: 'rate-limited',
  TOO_MANY_ROOMS: 'network-full',
  ADDRESS_FULL: 'network-full',
  DRAINING: 'lobby-restarts',
  TRY_LATER: 'lobby-full',
  UNREACHABLE: 'lobby-unreachable',
  NO_ANSWER: 'lobby-unreachable',
};

/**
 * The words for the end of a session; null when it was left on purpose.
 *
 * @param ways what stood in place of a direct way
 */
export function errorOfSession(
  state: SessionState & { state: 'closed' },
  ways: WaysLeft = ALL_WAYS,
): ErrorCode | null {
  if (state.reason === 'left') return null;
  if (state.reason === 'link-failed') return errorOfWay(ways);
  if (state.reason !== 'version-mismatch') return state.reason;
  return state.remoteNewer === true ? 'version-reload' : 'version-friend';
}

/** Whether the lobby would have helped out, and whether its TURN server refuses its passwords. */
export type WaysLeft = { readonly mayRelay: boolean; readonly isTurnRefused: boolean };
const ALL_WAYS: WaysLeft = { mayRelay: true, isTurnRefused: false };

/** The words for a peer to whom no way was found. */
export function errorOfWay({ mayRelay, isTurnRefused }: WaysLeft): ErrorCode {
  if (isTurnRefused) return 'turn-refused';
  return mayRelay ? 'link-failed' : 'no-relay';
}

const BEHIND = {
  game: 'version-reload',
  lobby: 'version-lobby',
  room: 'version-friend',
} as const satisfies Record<NonNullable<LobbyError['behind']>, ErrorCode>;
