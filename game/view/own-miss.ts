import { EVENT, type MatchEvent } from '../../shared/sim/events.ts';
import { type Phase, PHASE } from '../../shared/sim/match-state.ts';

/** [V56] Sees that the own disc held a kick and let it go without having met the ball. */
export class OwnMiss {
  #isHeld = false;
  #hasKicked = false;

  /** @param seat of the own player, -1 without one */
  see({ kind, subject }: Pick<MatchEvent, 'kind' | 'subject'>, seat: number): void {
    if (kind === EVENT.kick && subject === seat) this.#hasKicked = true;
  }

  /**
   * Once a frame, behind what happened: true where a kick was let go that missed.
   *
   * @param isHeld as the disc shows it
   */
  follow(isHeld: boolean, phase: Phase): boolean {
    // A kick-off takes the kick out of everybody's hands.
    const isOpen = phase === PHASE.playing || phase === PHASE.warmUp;
    const isMissed = this.#isHeld && !isHeld && !this.#hasKicked && isOpen;
    if (!isHeld) this.#hasKicked = false;
    this.#isHeld = isHeld;
    return isMissed;
  }
}
