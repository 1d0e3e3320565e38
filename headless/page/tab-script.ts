import { startTickClock } from '../../game/match/tick-clock.ts';
import { pageTimers } from '../../game/time/timers.ts';
import { ScriptRunner } from '../runner/script-runner.ts';
import { inBox } from './box.ts';
import { everyTurn } from './every-turn.ts';
import { KeptInBrowser, type Shelf } from './kept-in-browser.ts';
import type { PageModel } from './page-model.ts';
import { isRecord } from './read-fields.ts';
import { ROOMS_MAX } from './read-page-message.ts';

/** ms: what is said at the end is on its way by then. */
const GOODBYE_MS = 400;
/** Under this name lies the script that ran last. */
const LAST = 'last';

export type TabScriptPorts = {
  readonly model: PageModel;
  readonly shelf: Shelf;
  /** Of the worker that runs scripts; null when it did not come. */
  readonly loadCode: () => Promise<string | null>;
  readonly lobbyUrl: string;
  readonly page: Document;
};

type Running = { readonly runner: ScriptRunner; readonly stopClock: () => void };

/** The script of this tab, with its rooms. One at a time. */
export class TabScript {
  readonly #ports: TabScriptPorts;
  #running: Running | null = null;

  constructor(ports: TabScriptPorts) {
    this.#ports = ports;
  }

  /** Puts the script that ran last into the page, unless there is one already. */
  async restore(): Promise<void> {
    const { model, shelf } = this.#ports;
    const last: unknown = await shelf.load(LAST).catch(() => null);
    if (!isRecord(last) || model.source.value !== '') return;
    const { name, source } = last;
    if (typeof name !== 'string' || typeof source !== 'string') return;
    model.name.value = name;
    model.source.value = source;
  }

  /** Runs what stands in the page, unless `stop` is called before all is there. */
  async start(): Promise<void> {
    const { model, shelf, loadCode, lobbyUrl, page } = this.#ports;
    if (model.state.value === 'starting' || this.#running !== null) return;
    model.state.value = 'starting';
    const [name, source] = [model.name.value, model.source.value];
    // Where nothing can be kept the page says so of what the script keeps.
    void shelf.save(LAST, { name, source }).catch(() => {});
    const onProblem = (problem: unknown): void => model.say('error', `storage: ${String(problem)}`);
    const open = (key: string) => KeptInBrowser.open(shelf, `${name} ${key}`, onProblem);
    const [code, kept, ...rooms] = await Promise.all([
      loadCode(),
      open('kept'),
      ...Array.from({ length: ROOMS_MAX }, (_, room) => open(`room ${room}`)),
    ]);
    if (model.state.value !== 'starting') return;
    if (code === null) {
      model.state.value = 'lost';
      return;
    }
    const runner = new ScriptRunner({
      lobbyUrl,
      begin: inBox({
        code,
        page,
        script: () => ({ name, source, lobbyUrl, kept: kept.entries }),
        keep: (change) => {
          if (change.type === 'forget') kept.clear();
          else if (change.text === null) kept.removeItem(change.name);
          else kept.setItem(change.name, change.text);
        },
      }),
      storageOf: (room) => rooms[room]!,
      hasRoom: rooms[0]!.length > 0,
      log: (level, text) => model.say(level, text),
    });
    const advance = everyTurn((nowMs) => {
      runner.advance(nowMs);
      if (this.#running?.runner === runner) model.link.value = runner.rooms[0]?.link ?? null;
    }, pageTimers.now);
    this.#running = { runner, stopClock: startTickClock(advance) };
    model.state.value = 'running';
  }

  /** Ends the script and closes its rooms for good. */
  stop(): void {
    const { model } = this.#ports;
    const running = this.#running;
    this.#running = null;
    model.state.value = 'idle';
    model.link.value = null;
    if (running === null) return;
    void running.runner.end();
    for (const room of running.runner.rooms) room.leave();
    pageTimers.after(GOODBYE_MS, () => {
      running.stopClock();
      for (const room of running.runner.rooms) room.close();
    });
  }

  /** The page goes away: its rooms are left for the next page to come back to. */
  depart(): void {
    for (const room of this.#running?.runner.rooms ?? []) room.depart();
  }
}
