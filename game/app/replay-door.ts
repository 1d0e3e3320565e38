import type { ReplayExtent, ReplayRecorder } from '../../shared/replay/replay-recorder.ts';
import type { LocalSession } from '../match/local-session.ts';
import type { ReplayActions } from '../ui/model/view-model.ts';
import type { AppModel } from './app-model.ts';
import type { PlayedMatch, Replays } from './replay/replays.ts';

export type ReplayDoorPorts = {
  /** Null where they do not come, which is said. */
  readonly loadReplays: () => Promise<Replays | null>;
  /** What keeps the match that is played; null at home. */
  readonly recorder: () => ReplayRecorder | null;
  /** Home. */
  readonly leave: () => void;
};

const FROM_HERE: ReadonlySet<string> = new Set(['home', 'replays', 'replay']);

/** The way to replays: brings what shows and keeps them. */
export class ReplayDoor implements ReplayActions {
  readonly #model: AppModel;
  readonly #ports: ReplayDoorPorts;
  #shown: LocalSession | null = null;

  constructor(model: AppModel, ports: ReplayDoorPorts) {
    this.#model = model;
    this.#ports = ports;
  }

  /** The recording that is watched. */
  get session(): LocalSession | null {
    return this.#model.screen.value.screen === 'replay' ? this.#shown : null;
  }

  readonly browse = (): void => {
    this.#ports.leave();
    this.#model.screen.value = { screen: 'replays' };
    void this.#use(({ open }) => open());
  };

  readonly browseInRoom = (): void => {
    this.#model.screen.value = { screen: 'replays' };
    void this.#use(({ open }) => open());
  };

  readonly close = (): void => {
    if (this.#model.room.value === null) this.#ports.leave();
    else this.#model.show('room');
  };

  readonly watch = (fromGoal = false): void => {
    const replay = this.#ports.recorder()?.take('match', 0);
    if (replay) void this.#use((replays) => replays.watch(replay, fromGoal));
  };

  readonly save = async (extent: ReplayExtent = 'match'): Promise<boolean> => {
    const replay = this.#ports.recorder()?.take(extent, 0);
    const replays = replay && (await this.#ports.loadReplays());
    if (replays) replays.save(replay);
    return Boolean(replays);
  };

  readonly linkLastGoal = async (): Promise<string | null> => {
    const replay = this.#ports.recorder()?.take('match', 0);
    const replays = replay && (await this.#ports.loadReplays());
    return replays ? replays.linkLastGoal(replay) : null;
  };

  /** [V17] To what the fragment of a link holds. A room or a match is not left for it. */
  readonly openMoment = (fragment: string): void => {
    const { screen, room } = this.#model;
    if (room.value !== null || !FROM_HERE.has(screen.value.screen)) return;
    this.#model.screen.value = { screen: 'replays' };
    void this.#use(({ openMoment }) => void openMoment(fragment));
  };

  /** All that is kept of this room, for whoever looks into what went wrong; null at home. */
  get saveAll(): (() => Promise<boolean>) | null {
    return this.#ports.recorder() && (() => this.save('all'));
  }

  /** [V2] Keeps these, once what does so is here; with nothing to keep it only comes. */
  async keep(waiting: PlayedMatch[]): Promise<void> {
    const replays = await this.#ports.loadReplays();
    if (replays) for (const match of waiting.splice(0)) await replays.keep(match);
  }

  show(session: LocalSession): void {
    this.#shown = session;
    this.#model.screen.value = { screen: 'replay' };
  }

  /** What was asked for is done once its part is here, if the person is still where it asked. */
  async #use(act: (replays: Replays) => void): Promise<void> {
    const { screen, replays } = this.#model;
    const asked = screen.value;
    const loaded = await this.#ports.loadReplays();
    if (screen.value !== asked) return;
    if (loaded) {
      replays.value = loaded.Screen;
      act(loaded);
    } else if (asked.screen === 'replays') this.close();
  }
}
