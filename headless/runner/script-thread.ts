import type { FromScript, ToScript } from '../feed/messages.ts';
import type { Told } from '../feed/room-feed.ts';

/** ms between two questions whether the script is there. */
const ASK_EVERY_MS = 1_000;
/** Questions without an answer after which it is said that the script stands still. */
const SILENT_AFTER = 3;
/** The script hears no more until it answers: what waits for it would fill the memory. */
const STOP_TELLING_AFTER = 60;
/** A script that runs. */
export type BegunScript = {
  readonly post: (message: ToScript) => void;
  /** For good, whatever it does. */
  readonly end: () => Promise<void>;
};

/** Begins a script where it runs: a thread of Node, a worker of a page. `onEnd`: that ended, however. */
export type BeginScript = (on: {
  readonly hear: (message: FromScript) => void;
  readonly onEnd: () => void;
}) => BegunScript;

export type ScriptThreadPorts = {
  readonly begin: BeginScript;
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
  readonly #script: BegunScript;
  readonly #timer: ReturnType<typeof setInterval>;
  #asked = 0;
  #answered = 0;
  #hasMissed = false;
  #isEnded = false;

  constructor(ports: ScriptThreadPorts) {
    this.#ports = ports;
    this.#timer = setInterval(() => this.#askWhetherThere(), ASK_EVERY_MS);
    this.#script = ports.begin({
      hear: (message) => this.#hear(message),
      onEnd: () => {
        clearInterval(this.#timer);
        if (!this.#isEnded) ports.onEnd();
      },
    });
  }

  tell(room: number, told: Told): void {
    if (told.type === 'ticks' && this.#asked - this.#answered > STOP_TELLING_AFTER) {
      this.#hasMissed = true;
      return;
    }
    this.#script.post({ type: 'told', room, told });
  }

  async end(): Promise<void> {
    this.#isEnded = true;
    clearInterval(this.#timer);
    await this.#script.end();
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
    this.#script.post({ type: 'there', count: this.#asked });
  }
}
