import { existsSync, unwatchFile, watchFile } from 'node:fs';
import { basename, join } from 'node:path';
import { FileStorage } from '../member/file-storage.ts';
import { MemberRoom } from '../member/member-room.ts';
import type { FromScript, ScriptData } from './messages.ts';
import { ScriptThread } from './script-thread.ts';

export type ScriptRunnerOptions = {
  readonly file: string;
  readonly entry: URL;
  readonly lobbyUrl: string;
  readonly dataFolder: string;
  readonly name: string | null;
  /** Loads the script anew when its file changes. */
  readonly isWatched: boolean;
  readonly log: (line: string) => void;
};

const WATCH_EVERY_MS = 300;
const FIRST_ROOM = 0;

/** One script with its rooms: these outlive the script, which finds them when it is loaded anew. */
export class ScriptRunner {
  readonly #options: ScriptRunnerOptions;
  readonly #data: ScriptData;
  readonly #log: (line: string) => void;
  readonly #rooms = new Map<number, MemberRoom>();
  #thread: ScriptThread;

  constructor(options: ScriptRunnerOptions) {
    const { file, name } = options;
    this.#options = options;
    this.#log = (line) => options.log(`[${basename(file)}] ${line}`);
    this.#data = { file, dataFolder: join(options.dataFolder, basename(file)), name };
    this.#thread = this.#begin();
    // A room of before: it connects to the lobby while the script is loaded.
    if (existsSync(this.#roomFile(FIRST_ROOM))) this.#roomAt(FIRST_ROOM);
    if (!options.isWatched) return;
    watchFile(file, { interval: WATCH_EVERY_MS }, () => {
      this.#log('has changed');
      void this.#reload();
    });
  }

  /** Of all that this script opened. */
  get rooms(): readonly MemberRoom[] {
    return [...this.#rooms.values()];
  }

  advance(nowMs: number): void {
    for (const room of this.#rooms.values()) room.advance(nowMs);
  }

  async end(): Promise<void> {
    unwatchFile(this.#options.file);
    await this.#thread.end();
  }

  #begin(): ScriptThread {
    return new ScriptThread(this.#options.entry, {
      data: this.#data,
      hear: (message) => this.#hear(message),
      log: this.#log,
      onEnd: () => this.#log('has ended; its rooms go on'),
      onBack: () => {
        for (const room of this.#rooms.values()) room.retell();
      },
    });
  }

  async #reload(): Promise<void> {
    await this.#thread.end();
    this.#thread = this.#begin();
  }

  #hear(message: FromScript): void {
    switch (message.type) {
      case 'asked':
        return this.#roomAt(message.room).ask(message.asked);
      case 'log':
        return this.#log(
          message.level === 'info' ? message.text : `${message.level}: ${message.text}`,
        );
      case 'reload':
        return void this.#reload();
      case 'exit':
        this.#log(`ends itself with ${message.code}; its rooms go on`);
        return void this.#thread.end();
      default:
    }
  }

  #roomAt(index: number): MemberRoom {
    const known = this.#rooms.get(index);
    if (known) return known;
    const file = this.#roomFile(index);
    const room = new MemberRoom({
      lobbyUrl: this.#options.lobbyUrl,
      storage: new FileStorage(file, (problem) => this.#log(`${file}: ${String(problem)}`)),
      log: this.#log,
    });
    room.tell = (told) => this.#thread.tell(index, told);
    this.#rooms.set(index, room);
    return room;
  }

  #roomFile(index: number): string {
    return join(this.#data.dataFolder, `room-${index}.json`);
  }
}
