import { signal } from '@preact/signals';
import type { ClipRange, ClipView, PaintOver } from '../../ui/model/replays-model.ts';
import type { Clip, RunningClip } from './record-clip.ts';

/** The player of a replay, as far as a clip goes. */
export type ClipPlayer = {
  readonly position: number;
  /** At the usual speed. */
  readonly isPlaying: boolean;
  /** Goes to a place, and plays at the usual speed from there. */
  readonly playFrom: (position: number) => void;
};

export type ClipPorts = {
  /** Begins to record the pitch with what is painted over it; null where the browser cannot. */
  readonly record: (paintOver: PaintOver) => RunningClip | null;
  /** False while nothing is drawn, as in a tab that is not looked at. */
  readonly isSeen: () => boolean;
  readonly save: (clip: Clip) => void;
};

/** [V36] A part of a replay as a video: played once, and recorded while it is. */
export class ClipDesk {
  readonly view = signal<ClipView>('none');
  readonly #player: ClipPlayer;
  readonly #ports: ClipPorts;
  #running: { readonly clip: RunningClip; readonly until: number; last: number } | null = null;

  constructor(player: ClipPlayer, ports: ClipPorts) {
    this.#player = player;
    this.#ports = ports;
  }

  /** Begins at a part's beginning; while one is recorded it ends there. */
  toggle({ from, to }: ClipRange, paintOver: PaintOver): void {
    if (this.#running) return void this.#end();
    if (this.view.value === 'saving') return;
    this.#player.playFrom(from);
    const clip = this.#ports.record(paintOver);
    this.view.value = clip ? 'recording' : 'cannot';
    if (clip) this.#running = { clip, until: to, last: from };
  }

  /** Every tick: ends it at its end, and where it does not go on as it is played. */
  follow(): void {
    const running = this.#running;
    if (!running) return;
    const { position, isPlaying } = this.#player;
    const isOver = position >= running.until || position < running.last || !isPlaying;
    running.last = position;
    if (isOver || !this.#ports.isSeen()) void this.#end();
  }

  /** Drops what is recorded: the replay is left. */
  drop(): void {
    const running = this.#running;
    this.#running = null;
    this.view.value = 'none';
    void running?.clip.end();
  }

  async #end(): Promise<void> {
    const running = this.#running;
    if (!running) return;
    this.#running = null;
    this.view.value = 'saving';
    const clip = await running.clip.end();
    if (clip) this.#ports.save(clip);
    this.view.value = clip ? 'saved' : 'failed';
  }
}
