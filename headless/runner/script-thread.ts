import { Worker } from 'node:worker_threads';
import type { Told } from '../feed/room-feed.ts';
import type { FromScript, ScriptData, ToScript } from './messages.ts';

/** ms between two questions whether the script is there. */
const ASK_EVERY_MS = 1_000;
/** Questions without an answer after which it is said that the script stands still. */
const SILENT_AFTER = 3;
/** The script hears no more until it answers: what waits for it would fill the memory. */
const STOP_TELLING_AFTER = 60;
/** Mebibytes that a script may hold; beyond them its thread ends, and nothing else. */
const SCRIPT_MEMORY_MB = 512;

export type ScriptThreadPorts = {
  readonly data: ScriptData;
  readonly hear: (message: FromScript) => void;
  readonly log: (line: string) => void;
  /** The thread ended by itself: it ran out of memory, or the script said so. */
  readonly onEnd: () => void;
  /** The script answers again and has missed something. */
  readonly onBack: () => void;
};

/**
 * The thread of one script. Whatever a script does there, the rooms go on: they play in the thread that
 * holds the links.
 */
export class ScriptThread {
  readonly #ports: ScriptThreadPorts;
  readonly #worker: Worker;
  readonly #timer: NodeJS.Timeout;
  #asked = 0;
  #answered = 0;
  #hasMissed = false;
  #isEnded = false;

  /** @param entry the file that runs in the thread */
  constructor(entry: URL, ports: ScriptThreadPorts) {
    this.#ports = ports;
    this.#worker = new Worker(entry, {
      workerData: ports.data,
      execArgv: [...process.execArgv, '--experimental-vm-modules', '--no-warnings'],
      resourceLimits: { maxOldGenerationSizeMb: SCRIPT_MEMORY_MB },
    });
    this.#worker.on('message', (message: FromScript) => this.#hear(message));
    this.#worker.on('error', (problem) => ports.log(`ended: ${String(problem)}`));
    this.#worker.on('exit', () => {
      clearInterval(this.#timer);
      if (!this.#isEnded) ports.onEnd();
    });
    this.#timer = setInterval(() => this.#askWhetherThere(), ASK_EVERY_MS);
  }

  tell(room: number, told: Told): void {
    if (told.type === 'ticks' && this.#asked - this.#answered > STOP_TELLING_AFTER) {
      this.#hasMissed = true;
      return;
    }
    this.#post({ type: 'told', room, told });
  }

  async end(): Promise<void> {
    this.#isEnded = true;
    clearInterval(this.#timer);
    await this.#worker.terminate();
  }

  #hear(message: FromScript): void {
    if (message.type !== 'here') return this.#ports.hear(message);
    const wasSilent = this.#asked - this.#answered > SILENT_AFTER;
    this.#answered = message.count;
    if (wasSilent) this.#ports.log('answers again');
    if (!this.#hasMissed) return;
    this.#hasMissed = false;
    this.#ports.onBack();
  }

  #askWhetherThere(): void {
    if (this.#asked - this.#answered === SILENT_AFTER) {
      this.#ports.log(`has not answered for ${(SILENT_AFTER * ASK_EVERY_MS) / 1000} s`);
    }
    this.#asked += 1;
    this.#post({ type: 'there', count: this.#asked });
  }

  #post(message: ToScript): void {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
    this.#worker.postMessage(message);
  }
}
