import { ReplayRecorder } from '../../shared/replay/replay-recorder.ts';
import type { Command } from '../../shared/room/command.ts';
import type { World } from '../../shared/room/world.ts';
import { encodeReplay } from '../../shared/wire/replay-file.ts';

/** What a script records between its start and its stop, as a replay file of this game. */
export class ScriptRecording {
  readonly #texts: (stadium: string) => string | null;
  readonly #wallClockMs: () => number;
  #recorder: ReplayRecorder | null = null;

  /** @param texts what a stadium travels as; null for one that everybody has */
  constructor(
    texts: (stadium: string) => string | null,
    wallClockMs: () => number = () => Date.now(),
  ) {
    this.#texts = texts;
    this.#wallClockMs = wallClockMs;
  }

  start(world: World): void {
    this.#recorder = new ReplayRecorder(this.#texts);
    this.#recorder.begin(world);
  }

  begin(world: World): void {
    this.#recorder?.begin(world);
  }

  record(world: World, inputs: Uint8Array, commands: readonly Command[]): void {
    this.#recorder?.record(world, inputs, commands);
  }

  /** Null when nothing was recorded. */
  stop(): Uint8Array | null {
    const replay = this.#recorder?.take('all', Math.floor(this.#wallClockMs() / 1000)) ?? null;
    this.#recorder = null;
    return replay && encodeReplay(replay);
  }
}
