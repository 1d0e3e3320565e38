import { TICK_RATE } from '../../shared/sim/tick.ts';
import type { OnProblem } from '../script/script-room.ts';

type Timer = { readonly run: () => void; readonly everyTicks: number | null; due: number };

/** Timers in the time of a room: they run behind a final tick, and stand still while the room does. */
export class TickTimers {
  readonly #onProblem: OnProblem;
  readonly #timers = new Set<Timer>();
  #now = 0;

  constructor(onProblem: OnProblem) {
    this.#onProblem = onProblem;
  }

  /**
   * @param seconds less than a tick is one; what is no number, too
   * @returns calls it off
   */
  set(seconds: number, run: () => void, isRepeated: boolean): () => void {
    if (typeof run !== 'function') throw new TypeError('a timer has no function to run');
    const asked = Math.round(Number(seconds) * TICK_RATE);
    const ticks = Number.isFinite(asked) ? Math.max(1, asked) : 1;
    const timer = { run, everyTicks: isRepeated ? ticks : null, due: this.#now + ticks };
    this.#timers.add(timer);
    return () => void this.#timers.delete(timer);
  }

  /** Behind each final tick. */
  advance(): void {
    this.#now += 1;
    for (const timer of [...this.#timers].filter(({ due }) => due <= this.#now)) {
      if (!this.#timers.has(timer)) continue;
      if (timer.everyTicks === null) this.#timers.delete(timer);
      else timer.due += timer.everyTicks;
      try {
        timer.run();
      } catch (problem) {
        this.#onProblem('timer', problem);
      }
    }
  }
}
