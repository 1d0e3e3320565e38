import { TEAM_NONE, type Team } from '../../../shared/sim/team.ts';
import type { GoalNews, GoalView } from '../model/view-model.ts';

/** What the display knows when it is drawn. */
export type AroundGoal = {
  readonly goal: GoalView | null;
  readonly news: GoalNews | null;
  /** [V30] It is shown again. */
  readonly isReplaying: boolean;
  /** None while nobody waits for a kick-off. */
  readonly kickOff: Team;
  readonly isPaused: boolean;
};

/** `over` goes over the pitch and covers the jump back; `off` uncovers what stands behind a goal that was shown again. */
export type WipeLook = { readonly goal: number; readonly way: 'over' | 'off' };

/** [V59] Whether a wipe leads from a goal back to its kick-off. */
export class WipeWatch {
  #goal: GoalView | null = null;
  #count = 0;
  #wasShownAgain = false;
  #isLast = false;

  /** Of the goal that was seen last; null where there is nothing to wipe. */
  follow({ goal, news, isReplaying, kickOff, isPaused }: AroundGoal): WipeLook | null {
    if (goal !== null && goal !== this.#goal) {
      this.#goal = goal;
      this.#count += 1;
      this.#wasShownAgain = false;
    }
    if (goal !== null) this.#isLast = news?.isLast ?? false;
    if (isReplaying) this.#wasShownAgain = true;
    // It was taken back, or play goes on.
    else if (goal === null && kickOff === TEAM_NONE) this.#goal = null;
    if (this.#goal === null || this.#isLast || isReplaying || isPaused) return null;
    return { goal: this.#count, way: this.#wasShownAgain ? 'off' : 'over' };
  }
}
