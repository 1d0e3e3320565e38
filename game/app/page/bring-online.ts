import { assert } from '../../../shared/base/assert.ts';
import { ok, type Result } from '../../../shared/base/result.ts';
import type { StadiumLibrary } from '../../../shared/netplay/stadiums/stadium-library.ts';
import type { LoadProblem } from '../../load/load-problem.ts';
import { markStep } from '../../time/steps.ts';
import type { WorkerSessions } from '../../worker/worker-sessions.ts';
import type { Online } from '../room/online.ts';
import type { PageParts } from './page-parts.ts';
import type { Game } from './play.ts';

type LoadGame = () => Promise<Result<Pick<Game, 'stadiums'>, LoadProblem>>;

/** @param connects a room will be asked for: the lobby is connected while the game begins */
export type LoadOnline = (connects?: boolean) => Promise<Result<Online, LoadProblem>>;

/**
 * Brings what playing with others needs, the game itself included. There is one lobby client, which is
 * made when it is asked for first.
 */
export function bringOnline(
  { loader, desk, checkVersion }: Pick<PageParts, 'loader' | 'desk' | 'checkVersion'>,
  loadGame: LoadGame,
  hidesAddress: () => boolean,
): LoadOnline {
  let online: Online | null = null;
  let wasAway = false;
  const game: { stadiums: StadiumLibrary | null } = { stadiums: null };
  const stadiums = (): StadiumLibrary => {
    assert(game.stadiums !== null, 'a room is opened by a game that has begun');
    return game.stadiums;
  };
  let workers: WorkerSessions | null = null;
  const loadWorkers = async () => {
    const part = await loader.load('worker-sessions');
    if (part.ok) workers ??= part.value.createWorkerSessions();
    return workers;
  };
  return async (connects = false) => {
    const part = await loader.load('online');
    if (!part.ok) return part;
    online ??= part.value.createOnline(stadiums, hidesAddress, loadWorkers);
    // A lobby that was away may be back as a newer one. One that is reached at once is as old as the page, or the page
    // has asked meanwhile.
    online.lobby.onStatus = ({ state }) => {
      wasAway ||= state === 'offline';
      if (state === 'refused' || (state === 'online' && wasAway)) checkVersion();
    };
    // Its answer takes a while, in which the game can begin: not the other way round.
    if (connects) online.lobby.connect();
    const begun = await loadGame();
    if (!begun.ok) return begun;
    game.stadiums = begun.value.stadiums;
    markStep('parts');
    // What was missing at home may be there by now.
    desk.retry();
    await online.isPrepared;
    return ok(online);
  };
}
