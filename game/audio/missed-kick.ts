import { EVENT, type MatchEvent } from '../../shared/sim/events.ts';
import { INPUT_KICK, type InputBits } from '../../shared/sim/input.ts';

/** Hears that the own player pressed the kick and let it go without having met anything. */
export class MissedKick {
  #isHeld = false;
  #hasKicked = false;

  /** @param seat of the own player, -1 for spectators */
  hear({ kind, subject }: Pick<MatchEvent, 'kind' | 'subject'>, seat: number): void {
    if (kind === EVENT.kick && subject === seat) this.#hasKicked = true;
  }

  /** After the events of a tick: true when a kick was let go that missed. */
  follow(held: InputBits): boolean {
    const isHeld = (held & INPUT_KICK) !== 0;
    const isMissed = this.#isHeld && !isHeld && !this.#hasKicked;
    if (!isHeld) this.#hasKicked = false;
    this.#isHeld = isHeld;
    return isMissed;
  }
}
