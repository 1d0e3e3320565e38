import { fail, type Result } from '../../../shared/base/result.ts';
import { KNOCK_MS } from '../../../shared/lobby/limits.ts';
import type { LobbyError } from '../../../shared/lobby/lobby-error.ts';
import type { Timers } from '../../time/timers.ts';
import type { PublicChannel } from './public-channel.ts';

/** Longer than a host may take: then the answer was lost, and asking again says what it was. */
const WAIT_MS = KNOCK_MS + 3000;

/**
 * [L94] Asks to be let in; where the host has to be asked, until that one has answered.
 *
 * @param onKnock it is the host's turn
 */
export async function askOrKnock<Value>(
  ask: () => Promise<Result<Value, LobbyError>>,
  lobby: PublicChannel,
  timers: Timers,
  isOver: () => boolean,
  onKnock: () => void,
): Promise<Result<Value, LobbyError>> {
  for (;;) {
    const answer = await ask();
    if (answer.ok || answer.error.code !== 'KNOCK_PENDING' || isOver()) return answer;
    onKnock();
    if ((await untilAnswered(lobby, timers)) === false) return fail({ code: 'KNOCK_REFUSED' });
    if (isOver()) return fail({ code: 'CANCELLED' });
  }
}

/** Null: no word of it; the lobby has to be asked anew. */
function untilAnswered(lobby: PublicChannel, timers: Timers): Promise<boolean | null> {
  return new Promise((resolve) => {
    const settle = (isLetIn: boolean | null): void => {
      for (const stop of stops) stop();
      resolve(isLetIn);
    };
    const stops = [
      lobby.hear('room:knocked', ({ isLetIn }) => settle(isLetIn)),
      lobby.onConnected(() => settle(null)),
      timers.after(WAIT_MS, () => settle(null)),
    ];
  });
}
