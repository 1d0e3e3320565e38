import { pageTimers } from '../../game/time/timers.ts';
import { everyTick } from '../member/every-tick.ts';
import type { RoomArguments } from './read-arguments.ts';
import { runFile } from './file-runner.ts';
import type { ScriptRunner } from './script-runner.ts';

export type RunningRooms = {
  readonly runners: readonly ScriptRunner[];
  /** The process ends: rooms are left for good, or (`isBack`) for the next process to come back to. */
  readonly stop: (isBack: boolean) => Promise<void>;
};

/** ms: what is said at the end is on its way by then. */
const GOODBYE_MS = 400;

/**
 * Runs scripts and their rooms in this process. To be loaded behind `installWebRtc`, as it brings
 * simple-peer.
 *
 * @param entry the file that runs in the thread of each script
 */
export function runRooms(
  { scripts, lobbyUrl, dataFolder, name, isWatched }: RoomArguments,
  entry: URL,
  log: (line: string) => void,
): RunningRooms {
  const begun = scripts.map((file) =>
    runFile({ file, entry, lobbyUrl, dataFolder, name, isWatched, log }),
  );
  const runners = begun.map(({ runner }) => runner);
  const end = everyTick((nowMs) => {
    for (const runner of runners) runner.advance(nowMs);
  }, pageTimers.now);
  return {
    runners,
    stop: async (isBack) => {
      await Promise.all(begun.map(({ end: endScript }) => endScript()));
      for (const room of runners.flatMap(({ rooms }) => rooms)) {
        if (isBack) room.depart();
        else room.leave();
      }
      if (!isBack) await new Promise((resolve) => void setTimeout(resolve, GOODBYE_MS));
      end();
    },
  };
}
