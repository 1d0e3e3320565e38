import type { Result } from '../../../shared/base/result.ts';
import type { LobbyError, LobbyErrorCode } from '../../../shared/lobby/lobby-error.ts';
import type { CloseReason } from '../../../shared/netplay/session/session-state.ts';
import type { Timers } from '../../time/timers.ts';

/** Before asking again, where the lobby does not say when. */
const PAUSE_MS = 2000;
/** What the lobby says no with; all else is no answer. */
const NO: ReadonlySet<LobbyErrorCode> = new Set([
  'NO_ROOM',
  'FULL',
  'LOCKED',
  'BAD_PASSWORD',
  'KNOCK_PENDING',
  'KNOCK_REFUSED',
  'REMOVED',
  'REPLACED',
  'VERSION',
  'BAD_REQUEST',
  'CANCELLED',
] as const);

/**
 * [L69] Asks the lobby to be let in again until it says yes or no: no answer is no no. Stops when
 * nobody wants to know any more.
 */
export async function askForYesOrNo<Value>(
  ask: () => Promise<Result<Value, LobbyError>>,
  timers: Timers,
  isOver: () => boolean,
): Promise<Result<Value, LobbyError>> {
  for (;;) {
    const answer = await ask();
    if (answer.ok || NO.has(answer.error.code) || isOver()) return answer;
    const waitMs = answer.error.retryMs ?? PAUSE_MS;
    await new Promise<void>((resolve) => timers.after(waitMs, resolve));
    if (isOver()) return answer;
  }
}

/**
 * [L69] Whether somebody who was in the room and lost it that way asks the lobby first. That nobody is
 * heard, or that the others went on without this page, is no no; only the lobby knows one. On the way
 * back silence is no no either, a few times.
 *
 * @param wasIn it was in the room since it came
 * @param returns tries to come back so far
 */
export function isWorthAsking(reason: CloseReason, wasIn = true, returns = 0): boolean {
  if (wasIn) return ASK_FIRST.has(reason);
  return returns > 0 && returns < RETURNS_MAX && reason !== 'removed' && ASK_FIRST.has(reason);
}

const RETURNS_MAX = 4;

const ASK_FIRST: ReadonlySet<CloseReason> = new Set([
  'removed',
  'host-gone',
  'host-silent',
  'link-failed',
  'join-timeout',
] as const);
