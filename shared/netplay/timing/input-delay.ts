import { TICK_MS } from '../../sim/tick.ts';

export const INPUT_DELAY_MAX = 4;
/** Below this one-way time, prediction alone is good enough. */
const FREE_ONE_WAY_MS = 83;
const WINDOW_TICKS = 120;
const EATEN_MAX = 0.02;
const CALM_TICKS = 300;
const SPARE_TICKS = 1.5;

/** [N6] How many ticks ahead a player's input takes effect: as few as the network allows. */
export class InputDelay {
  ticks = 0;
  #windowTicks = 0;
  #eaten = 0;
  #calmTicks = 0;

  /** One of my inputs came after the deadline: another was played for it. */
  eat(): void {
    this.#eaten += 1;
    this.#calmTicks = 0;
  }

  /** Once a tick. `slackTicks`: how early my newest input came, as the sequencer says. */
  advance(oneWayP95Ms: number, slackTicks: number): void {
    const wanted = Math.ceil((oneWayP95Ms - FREE_ONE_WAY_MS) / TICK_MS);
    const floor = Math.min(Math.max(wanted, 0), INPUT_DELAY_MAX);
    this.#windowTicks += 1;
    this.#calmTicks = slackTicks >= SPARE_TICKS ? this.#calmTicks + 1 : 0;
    if (this.#windowTicks >= WINDOW_TICKS) {
      if (this.#eaten > EATEN_MAX * WINDOW_TICKS) this.#change(1);
      this.#windowTicks = 0;
      this.#eaten = 0;
    }
    if (this.ticks < floor) this.#change(1);
    else if (this.ticks > floor && this.#calmTicks >= CALM_TICKS) this.#change(-1);
  }

  #change(by: number): void {
    this.ticks = Math.min(Math.max(this.ticks + by, 0), INPUT_DELAY_MAX);
    this.#calmTicks = 0;
  }
}
