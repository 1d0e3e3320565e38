import { ok, type Result } from '../../../shared/base/result.ts';
import type { LoadProblem } from '../../load/load-problem.ts';
import type { Online } from '../room/online.ts';
import type { PageParts } from './page-parts.ts';
import type { Game } from './play.ts';

type LoadGame = () => Promise<Result<Pick<Game, 'stadiums'>, LoadProblem>>;

/**
 * Brings what playing with others needs, the game itself included. There is one lobby client, which is
 * made when it is asked for first.
 */
export function bringOnline(
  { loader, desk, checkVersion }: Pick<PageParts, 'loader' | 'desk' | 'checkVersion'>,
  loadGame: LoadGame,
  hidesAddress: () => boolean,
): () => Promise<Result<Online, LoadProblem>> {
  let online: Online | null = null;
  return async () => {
    const [begun, part] = await Promise.all([loadGame(), loader.load('online')]);
    if (!begun.ok) return begun;
    if (!part.ok) return part;
    online ??= part.value.createOnline(begun.value.stadiums, hidesAddress);
    // A lobby that was away may be back as a newer one.
    online.lobby.onStatus = ({ state }) => {
      if (state === 'online' || state === 'refused') checkVersion();
    };
    // What was missing at home may be there by now.
    desk.retry();
    return ok(online);
  };
}
