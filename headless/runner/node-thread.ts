import { Worker } from 'node:worker_threads';
import type { FromScript } from '../feed/messages.ts';
import type { BeginScript } from './script-thread.ts';

/** What the thread of a script is begun with. */
export type ScriptData = {
  /** Absolute path of the script. */
  readonly file: string;
  /** Folder in which it keeps what lasts. */
  readonly dataFolder: string;
  /** Its name for others, by the command line; null: as it says itself. */
  readonly name: string | null;
};

/** Mebibytes that a script may hold; beyond them its thread ends, and nothing else. */
const SCRIPT_MEMORY_MB = 512;

/**
 * Makes what begins a script in a thread of this process.
 *
 * @param entry the file that runs in the thread
 */
export function inNodeThread(
  entry: URL,
  data: ScriptData,
  log: (line: string) => void,
): BeginScript {
  return ({ hear, onEnd }) => {
    const worker = new Worker(entry, {
      workerData: data,
      execArgv: [...process.execArgv, '--experimental-vm-modules', '--no-warnings'],
      resourceLimits: { maxOldGenerationSizeMb: SCRIPT_MEMORY_MB },
    });
    worker.on('message', (message: FromScript) => hear(message));
    worker.on('error', (problem) => log(`ended: ${String(problem)}`));
    worker.on('exit', onEnd);
    return {
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
      post: (message) => worker.postMessage(message),
      end: async () => void (await worker.terminate()),
    };
  };
}
