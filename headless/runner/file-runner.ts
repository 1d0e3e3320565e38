import { existsSync, unwatchFile, watchFile } from 'node:fs';
import { basename, join } from 'node:path';
import type { LogLevel } from '../feed/messages.ts';
import { FileStorage } from '../member/file-storage.ts';
import { inNodeThread } from './node-thread.ts';
import { ScriptRunner } from './script-runner.ts';

export type FileRunnerOptions = {
  readonly file: string;
  /** The file that runs in the script's thread. */
  readonly entry: URL;
  readonly lobbyUrl: string;
  readonly dataFolder: string;
  readonly name: string | null;
  /** Loads the script anew when its file changes. */
  readonly isWatched: boolean;
  readonly log: (line: string) => void;
};

export type FileRunner = { readonly runner: ScriptRunner; readonly end: () => Promise<void> };

const WATCH_EVERY_MS = 300;

/** A script that is a file, in a thread of this process; it keeps what lasts in a folder of its own. */
export function runFile(options: FileRunnerOptions): FileRunner {
  const { file, entry, name, lobbyUrl, isWatched } = options;
  const log = (line: string): void => options.log(`[${basename(file)}] ${line}`);
  const dataFolder = join(options.dataFolder, basename(file));
  const roomFile = (room: number): string => join(dataFolder, `room-${room}.json`);
  const runner = new ScriptRunner({
    lobbyUrl,
    begin: inNodeThread(entry, { file, dataFolder, name }, log),
    storageOf: (room) => {
      const kept = roomFile(room);
      return new FileStorage(kept, (problem) => log(`${kept}: ${String(problem)}`));
    },
    hasRoom: existsSync(roomFile(0)),
    log: (level: LogLevel, text) => log(level === 'info' ? text : `${level}: ${text}`),
  });
  if (isWatched) {
    watchFile(file, { interval: WATCH_EVERY_MS }, () => {
      log('has changed');
      void runner.reload();
    });
  }
  return {
    runner,
    end: () => {
      unwatchFile(file);
      return runner.end();
    },
  };
}
