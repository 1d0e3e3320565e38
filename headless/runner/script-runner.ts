import type { FromScript, LogLevel } from '../feed/messages.ts';
import type { KeptTexts } from '../feed/kept-texts.ts';
import { MemberRoom } from '../member/member-room.ts';
import { type BeginScript, ScriptThread } from './script-thread.ts';

export type ScriptRunnerOptions = {
  readonly lobbyUrl: string;
  readonly begin: BeginScript;
  /** What each room of the script needs to be found again. */
  readonly storageOf: (room: number) => KeptTexts;
  /** There was a room before: it connects to the lobby while the script is loaded. */
  readonly hasRoom: boolean;
  readonly log: (level: LogLevel, text: string) => void;
};

const FIRST_ROOM = 0;

/** One script with its rooms: these outlive the script, which finds them when it is loaded anew. */
export class ScriptRunner {
  readonly #options: ScriptRunnerOptions;
  readonly #log: (line: string) => void;
  readonly #rooms = new Map<number, MemberRoom>();
  #thread: ScriptThread;

  constructor(options: ScriptRunnerOptions) {
    this.#options = options;
    this.#log = (line) => options.log('info', line);
    this.#thread = this.#begin();
    if (options.hasRoom) this.#roomAt(FIRST_ROOM);
  }

  /** Of all that this script opened. */
  get rooms(): readonly MemberRoom[] {
    return [...this.#rooms.values()];
  }

  advance(nowMs: number): void {
    for (const room of this.#rooms.values()) room.advance(nowMs);
  }

  async end(): Promise<void> {
    await this.#thread.end();
  }

  /** Loads the script anew; its rooms go on. */
  async reload(): Promise<void> {
    await this.#thread.end();
    this.#thread = this.#begin();
  }

  #begin(): ScriptThread {
    return new ScriptThread({
      begin: this.#options.begin,
      hear: (message) => this.#hear(message),
      log: this.#log,
      onEnd: () => this.#log('has ended; its rooms go on'),
      onBack: () => {
        for (const room of this.#rooms.values()) room.retell();
      },
    });
  }

  #hear(message: FromScript): void {
    switch (message.type) {
      case 'asked':
        return this.#roomAt(message.room).ask(message.asked);
      case 'log':
        return this.#options.log(message.level, message.text);
      case 'reload':
        return void this.reload();
      case 'exit':
        this.#log(`ends itself with ${message.code}; its rooms go on`);
        return void this.#thread.end();
      default:
    }
  }

  #roomAt(index: number): MemberRoom {
    const known = this.#rooms.get(index);
    if (known) return known;
    const room = new MemberRoom({
      lobbyUrl: this.#options.lobbyUrl,
      storage: this.#options.storageOf(index),
      log: this.#log,
    });
    room.tell = (told) => this.#thread.tell(index, told);
    this.#rooms.set(index, room);
    return room;
  }
}
